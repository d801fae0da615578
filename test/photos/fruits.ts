/** A colour as it is seen, sRGB 0..255. */
export type Colour = readonly [number, number, number]

export const FRUITS = ['apple', 'pear', 'mandarin', 'peach', 'greenApple', 'pomelo'] as const
export type FruitId = (typeof FRUITS)[number]

/** The colours and growth of one kind of skin. */
export interface Skin {
  blush: Colour
  deep: Colour
  /** What shows between the stripes and in patches that the sun did not reach. */
  ground: Colour
  /** The imprint. */
  mark: Colour
  /** How many stripes around the fruit, roughly, and how strongly they show the ground, 0..1. */
  stripes: number
  striped: number
  /** Share of the skin in large patches of ground, 0..1. */
  patches: number
  lenticels: number
  /** Fineness and depth of pores, for citrus. */
  pores: number
  /** Down that takes the shine, 0..1. */
  fuzz: number
}

export interface Fruit {
  id: FruitId
  diameterMm: readonly [number, number]
  /** What the shop says it usually measures. */
  usualMm: number
  /** Height by width. */
  ratio: readonly [number, number]
  /** How much narrower the stem's end is (pears), in parts of the radius. */
  neck: number
  /** Depth of the hollow at the stem, in parts of the radius. */
  hollow: number
  mark: 'pale' | 'dark'
  skins: readonly Skin[]
}

const APPLE_SKIN = { lenticels: 0.5, pores: 0, fuzz: 0 } as const

const APPLE_SKINS: readonly Skin[] = [
  {
    ...APPLE_SKIN,
    blush: [196, 38, 40],
    deep: [142, 16, 26],
    ground: [226, 168, 84],
    mark: [244, 220, 148],
    stripes: 11,
    striped: 0.4,
    patches: 0.25,
  },
  {
    ...APPLE_SKIN,
    blush: [150, 20, 34],
    deep: [104, 8, 22],
    ground: [170, 70, 44],
    mark: [238, 206, 130],
    stripes: 13,
    striped: 0.3,
    patches: 0.06,
  },
  {
    ...APPLE_SKIN,
    blush: [214, 66, 44],
    deep: [176, 30, 30],
    ground: [240, 190, 92],
    mark: [252, 232, 166],
    stripes: 15,
    striped: 0.45,
    patches: 0.28,
  },
  {
    ...APPLE_SKIN,
    blush: [206, 52, 66],
    deep: [168, 24, 44],
    ground: [228, 186, 110],
    mark: [248, 228, 168],
    stripes: 9,
    striped: 0.35,
    patches: 0.2,
  },
  {
    ...APPLE_SKIN,
    blush: [178, 30, 30],
    deep: [124, 12, 18],
    ground: [204, 140, 60],
    mark: [240, 222, 140],
    stripes: 18,
    striped: 0.35,
    patches: 0.15,
  },
]

/** Fruit of the shelf, as photographed: the red apple in five skins, and what else carries imprints. */
export const FRUIT: Readonly<Record<FruitId, Fruit>> = {
  apple: {
    id: 'apple',
    diameterMm: [75, 90],
    usualMm: 82,
    ratio: [0.86, 1.06],
    neck: 0,
    hollow: 0.16,
    mark: 'pale',
    skins: APPLE_SKINS,
  },
  pear: {
    id: 'pear',
    diameterMm: [68, 80],
    usualMm: 74,
    ratio: [1.04, 1.16],
    neck: 0.2,
    hollow: 0.05,
    mark: 'pale',
    skins: [
      {
        blush: [200, 66, 44],
        deep: [170, 36, 34],
        ground: [212, 192, 92],
        mark: [246, 234, 160],
        stripes: 6,
        striped: 0.3,
        patches: 0.3,
        lenticels: 0.9,
        pores: 0,
        fuzz: 0,
      },
    ],
  },
  mandarin: {
    id: 'mandarin',
    diameterMm: [72, 84],
    usualMm: 78,
    ratio: [0.84, 0.96],
    neck: 0.04,
    hollow: 0.06,
    mark: 'pale',
    skins: [
      {
        blush: [240, 136, 24],
        deep: [224, 102, 12],
        ground: [246, 172, 54],
        mark: [253, 240, 180],
        stripes: 2,
        striped: 0.25,
        patches: 0.2,
        lenticels: 0,
        pores: 1,
        fuzz: 0,
      },
    ],
  },
  peach: {
    id: 'peach',
    diameterMm: [74, 86],
    usualMm: 80,
    ratio: [0.92, 1.04],
    neck: 0,
    hollow: 0.12,
    mark: 'pale',
    skins: [
      {
        blush: [226, 92, 84],
        deep: [192, 44, 58],
        ground: [250, 212, 146],
        mark: [253, 230, 178],
        stripes: 5,
        striped: 0.25,
        patches: 0.3,
        lenticels: 0.2,
        pores: 0,
        fuzz: 1,
      },
    ],
  },
  greenApple: {
    id: 'greenApple',
    diameterMm: [75, 88],
    usualMm: 82,
    ratio: [0.88, 1.02],
    neck: 0,
    hollow: 0.16,
    mark: 'dark',
    skins: [
      {
        blush: [166, 194, 70],
        deep: [142, 178, 54],
        ground: [184, 204, 88],
        mark: [126, 80, 38],
        stripes: 7,
        striped: 0.3,
        patches: 0.2,
        lenticels: 0.8,
        pores: 0,
        fuzz: 0,
      },
    ],
  },
  pomelo: {
    id: 'pomelo',
    diameterMm: [145, 175],
    usualMm: 160,
    ratio: [0.96, 1.12],
    neck: 0.12,
    hollow: 0.04,
    mark: 'dark',
    skins: [
      {
        blush: [222, 200, 84],
        deep: [198, 186, 66],
        ground: [206, 204, 104],
        mark: [140, 92, 44],
        stripes: 2,
        striped: 0.2,
        patches: 0.3,
        lenticels: 0,
        pores: 1,
        fuzz: 0,
      },
    ],
  },
}
