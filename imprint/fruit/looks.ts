/** Colour as sRGB bytes. */
export type Colour = readonly [number, number, number]

export type LookId = 'fuji' | 'huaniu' | 'gala' | 'hongxiangsu' | 'chunjian' | 'qingpingguo' | 'tao' | 'youzi'

/** How one kind of fruit looks. Lengths are in units of the fruit's model, whose widest half is about 1. */
export interface Look {
  id: LookId
  /** Grown around a printed film, or burnt into the ripe skin by a laser. */
  technique: 'mask' | 'laser'
  /** Widest diameter of a usual fruit, mm. */
  diameterMm: number
  /** Distance from the middle to the skin every 15 degrees, from the stem end (0) to the blossom end (180). */
  profile: readonly number[]
  /** Five-fold ridges at the blossom end (0 none). */
  lobes: number
  /** The seam of a peach: how deep and wide it is, and how far to the right of the front it runs, radians. */
  cleft?: { depth: number; width: number; right: number }
  /** How far the stem end leans towards the viewer, radians. */
  lean: number
  /** How far below the middle the imprint sits, radians. */
  imprintBelow: number
  /** Where the model lies in a square picture: units per picture side, and the height of its middle (fractions). */
  fit: { scale: number; middle: number }
  stem: { length: number; width: number; bend: number; tip: Colour; foot: Colour }
  skin: {
    green: Colour
    /** The ripe skin where the sun did not reach: ground colour showing between streaks and round the stem. */
    ground: Colour
    blush: Colour
    deep: Colour
    /** Share of ground colour showing in the ripe skin, 0..1. */
    ground01: number
    streaks: { along: number; strength: number; contrast: number }
    lenticels: { density: number; share: number; strength: number; colour: Colour }
    /** How much of the shaded side keeps its ground colour when ripe (0 reddens all round). */
    shadeSide: number
    /** How far the ground colour spreads from the stem, radians. */
    stemPatch: number
    /** Depth of pores pressed into the skin (citrus). */
    pores: number
    /** Down on the skin that catches light at its edge and lets nothing shine, 0..1. */
    fuzz: number
  }
  /** Skin that grew under the opaque part of the film, or that the laser has burnt. */
  pale: Colour
  /** The same under the key light, for the flat layer of the live preview. */
  paleOnScreen: Colour
  gloss: { window: number; sheen: number }
}

const RUSSET: Colour = [122, 84, 46]
const WOOD: Colour = [74, 52, 30]

export const LOOKS: Readonly<Record<LookId, Look>> = {
  fuji: {
    id: 'fuji',
    technique: 'mask',
    diameterMm: 82,
    profile: [0.62, 0.77, 0.96, 1.015, 1.015, 1.015, 1.015, 1.012, 1.002, 0.987, 0.977, 0.952, 0.86],
    lobes: 0.012,
    lean: 0.3,
    imprintBelow: 0.06,
    fit: { scale: 0.445, middle: 0.545 },
    stem: { length: 0.54, width: 0.032, bend: 0.16, tip: RUSSET, foot: WOOD },
    skin: {
      green: [163, 181, 78],
      ground: [232, 176, 84],
      blush: [212, 40, 32],
      deep: [156, 14, 22],
      ground01: 0.27,
      streaks: { along: 11, strength: 0.62, contrast: 2.3 },
      lenticels: { density: 15, share: 0.5, strength: 0.55, colour: [246, 214, 150] },
      shadeSide: 0.1,
      stemPatch: 0.46,
      pores: 0,
      fuzz: 0,
    },
    pale: [250, 228, 152],
    paleOnScreen: [242, 222, 148],
    gloss: { window: 0.85, sheen: 0.3 },
  },
  huaniu: {
    id: 'huaniu',
    technique: 'mask',
    diameterMm: 78,
    profile: [0.68, 0.83, 1.0, 1.075, 1.06, 1.01, 0.965, 0.935, 0.915, 0.915, 0.925, 0.925, 0.8],
    lobes: 0.085,
    lean: 0.3,
    imprintBelow: 0,
    fit: { scale: 0.43, middle: 0.56 },
    stem: { length: 0.52, width: 0.034, bend: -0.12, tip: RUSSET, foot: WOOD },
    skin: {
      green: [140, 168, 66],
      ground: [172, 76, 42],
      blush: [168, 20, 34],
      deep: [110, 7, 22],
      ground01: 0.05,
      streaks: { along: 13, strength: 0.5, contrast: 1.9 },
      lenticels: { density: 17, share: 0.55, strength: 0.5, colour: [234, 190, 140] },
      shadeSide: 0,
      stemPatch: 0.22,
      pores: 0,
      fuzz: 0,
    },
    pale: [246, 218, 142],
    paleOnScreen: [237, 210, 135],
    gloss: { window: 1, sheen: 0.34 },
  },
  gala: {
    id: 'gala',
    technique: 'mask',
    diameterMm: 72,
    profile: [0.66, 0.79, 0.945, 0.995, 1.0, 1.005, 1.005, 1.0, 0.985, 0.97, 0.96, 0.935, 0.85],
    lobes: 0.014,
    lean: 0.32,
    imprintBelow: 0.05,
    fit: { scale: 0.445, middle: 0.545 },
    stem: { length: 0.54, width: 0.028, bend: 0.1, tip: RUSSET, foot: WOOD },
    skin: {
      green: [176, 190, 92],
      ground: [244, 190, 82],
      blush: [216, 62, 40],
      deep: [178, 26, 28],
      ground01: 0.36,
      streaks: { along: 15, strength: 0.9, contrast: 2.1 },
      lenticels: { density: 18, share: 0.35, strength: 0.4, colour: [252, 226, 160] },
      shadeSide: 0.25,
      stemPatch: 0.6,
      pores: 0,
      fuzz: 0,
    },
    pale: [254, 236, 168],
    paleOnScreen: [244, 230, 167],
    gloss: { window: 0.8, sheen: 0.3 },
  },
  hongxiangsu: {
    id: 'hongxiangsu',
    technique: 'mask',
    diameterMm: 68,
    profile: [1.13, 1.075, 0.965, 0.862, 0.8, 0.785, 0.815, 0.87, 0.925, 0.955, 0.965, 0.955, 0.91],
    lobes: 0.008,
    lean: 0.16,
    imprintBelow: 0.16,
    fit: { scale: 0.405, middle: 0.578 },
    stem: { length: 0.27, width: 0.034, bend: 0.09, tip: RUSSET, foot: [96, 92, 44] },
    skin: {
      green: [158, 180, 76],
      ground: [216, 196, 88],
      blush: [208, 62, 40],
      deep: [172, 30, 32],
      ground01: 0.34,
      streaks: { along: 6, strength: 0.35, contrast: 1.5 },
      lenticels: { density: 24, share: 0.75, strength: 0.42, colour: [240, 204, 120] },
      shadeSide: 1,
      stemPatch: 0.62,
      pores: 0,
      fuzz: 0,
    },
    pale: [248, 236, 160],
    paleOnScreen: [241, 229, 159],
    gloss: { window: 0.6, sheen: 0.3 },
  },
  chunjian: {
    id: 'chunjian',
    technique: 'mask',
    diameterMm: 78,
    profile: [0.83, 0.87, 0.905, 0.945, 0.98, 1.002, 1.01, 1.002, 0.98, 0.945, 0.905, 0.87, 0.85],
    lobes: 0,
    lean: 0.3,
    imprintBelow: 0.04,
    fit: { scale: 0.44, middle: 0.53 },
    stem: { length: 0.13, width: 0.05, bend: 0.02, tip: [120, 128, 70], foot: [84, 98, 44] },
    skin: {
      green: [104, 138, 50],
      ground: [248, 178, 52],
      blush: [243, 134, 18],
      deep: [226, 98, 8],
      ground01: 0.2,
      streaks: { along: 2.2, strength: 0.3, contrast: 1.2 },
      lenticels: { density: 30, share: 0, strength: 0, colour: [250, 200, 90] },
      shadeSide: 0,
      stemPatch: 0.2,
      pores: 1,
      fuzz: 0,
    },
    pale: [255, 246, 186],
    paleOnScreen: [247, 240, 188],
    gloss: { window: 0.42, sheen: 0.42 },
  },
  qingpingguo: {
    id: 'qingpingguo',
    technique: 'laser',
    diameterMm: 80,
    profile: [0.64, 0.79, 0.965, 1.02, 1.02, 1.015, 1.01, 1.0, 0.985, 0.965, 0.955, 0.94, 0.84],
    lobes: 0.03,
    lean: 0.3,
    imprintBelow: 0.06,
    fit: { scale: 0.442, middle: 0.548 },
    stem: { length: 0.56, width: 0.03, bend: -0.15, tip: RUSSET, foot: WOOD },
    skin: {
      green: [128, 164, 52],
      ground: [178, 202, 74],
      blush: [166, 196, 66],
      deep: [140, 178, 50],
      ground01: 0.3,
      streaks: { along: 7, strength: 0.3, contrast: 1.3 },
      lenticels: { density: 15, share: 0.6, strength: 0.62, colour: [228, 236, 168] },
      shadeSide: 0.2,
      stemPatch: 0.3,
      pores: 0,
      fuzz: 0,
    },
    pale: [134, 84, 38],
    paleOnScreen: [143, 94, 43],
    gloss: { window: 1, sheen: 0.34 },
  },
  tao: {
    id: 'tao',
    technique: 'mask',
    diameterMm: 80,
    profile: [0.74, 0.83, 0.945, 1.005, 1.02, 1.015, 1.0, 0.985, 0.97, 0.96, 0.955, 0.965, 1.04],
    lobes: 0,
    cleft: { depth: 0.1, width: 0.17, right: 0.66 },
    lean: 0.3,
    imprintBelow: 0.04,
    fit: { scale: 0.445, middle: 0.525 },
    stem: { length: 0.06, width: 0.04, bend: 0.02, tip: [120, 104, 60], foot: WOOD },
    skin: {
      green: [178, 194, 100],
      ground: [254, 216, 140],
      blush: [238, 92, 82],
      deep: [200, 36, 56],
      ground01: 0.34,
      streaks: { along: 5, strength: 0.22, contrast: 1.3 },
      lenticels: { density: 34, share: 0.7, strength: 0.22, colour: [255, 218, 166] },
      shadeSide: 0.85,
      stemPatch: 0.46,
      pores: 0,
      fuzz: 1,
    },
    pale: [255, 232, 176],
    paleOnScreen: [243, 226, 172],
    gloss: { window: 0, sheen: 0 },
  },
  youzi: {
    id: 'youzi',
    technique: 'laser',
    diameterMm: 132,
    profile: [1.03, 1.0, 0.955, 0.93, 0.93, 0.95, 0.98, 1.005, 1.02, 1.005, 0.965, 0.925, 0.9],
    lobes: 0,
    lean: 0.24,
    imprintBelow: 0.1,
    fit: { scale: 0.445, middle: 0.53 },
    stem: { length: 0.09, width: 0.04, bend: 0.02, tip: [132, 128, 74], foot: [96, 100, 44] },
    skin: {
      green: [96, 134, 48],
      ground: [220, 210, 92],
      blush: [204, 202, 76],
      deep: [170, 182, 60],
      ground01: 0.3,
      streaks: { along: 2.4, strength: 0.3, contrast: 1.3 },
      lenticels: { density: 36, share: 0.6, strength: 0.3, colour: [168, 162, 44] },
      shadeSide: 0.3,
      stemPatch: 0.4,
      pores: 0.62,
      fuzz: 0,
    },
    pale: [126, 78, 32],
    paleOnScreen: [139, 90, 40],
    gloss: { window: 0.4, sheen: 0.4 },
  },
}

export const LOOK_IDS = Object.keys(LOOKS) as LookId[]
