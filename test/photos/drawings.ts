import { emptyMask, type Mask } from '../../imprint/raster'

/** Pixels along the 40 mm square of the designs here: 6 a millimetre. */
export const DESIGN_PX = 240

const FINE = 3

/** A design drawn by asking every point (mm right and down of the middle) whether there is ink. */
function drawn(ink: (x: number, y: number) => boolean): Mask {
  const mask = emptyMask(DESIGN_PX, DESIGN_PX)
  const step = 40 / (DESIGN_PX * FINE)
  for (let i = 0; i < DESIGN_PX * FINE; i++) {
    for (let j = 0; j < DESIGN_PX * FINE; j++) {
      if (!ink((j + 0.5) * step - 20, (i + 0.5) * step - 20)) continue
      mask.coverage[Math.floor(i / FINE) * DESIGN_PX + Math.floor(j / FINE)] += 1 / (FINE * FINE)
    }
  }
  return mask
}

const oval = (x: number, y: number, cx: number, cy: number, rx: number, ry = rx) =>
  ((x - cx) / rx) ** 2 + ((y - cy) / ry) ** 2 < 1

const bar = (x: number, y: number, left: number, top: number, right: number, bottom: number) =>
  x > left && x < right && y > top && y < bottom

const ring = (x: number, y: number) => oval(x, y, 0, 0, 17.5) && !oval(x, y, 0, 0, 15.6)

const pear = (x: number, y: number) => oval(x, y, 0, 4, 8, 7.5) || oval(x, y, 0, -4.5, 4.6, 6)

const leaf = (x: number, y: number, side: 1 | -1) => oval(x - side * 4.5, y + 11.5, 0, 0, 4, 2)

/** A ring with a fruit and one leaf; the twin has its leaf on the other side and a bar less. */
function emblem(side: 1 | -1, bars: number): Mask {
  return drawn((x, y) => {
    if (ring(x, y) || leaf(x, y, side)) return true
    for (let i = 0; i < bars; i++) if (bar(x, y, -4, 1 + i * 3, 4, 2.4 + i * 3)) return false
    return pear(x, y)
  })
}

const heart = (x: number, y: number, size: number) => {
  const [u, v] = [x / size, -y / size + 0.25]
  return (u * u + v * v - 1) ** 3 - u * u * v * v * v < 0
}

/** A heart with a wave cut through it and two dots below; the twin has three. */
const heartMark = (dots: number): Mask =>
  drawn((x, y) => {
    for (let i = 0; i < dots; i++) if (oval(x, y, (i - (dots - 1) / 2) * 5, 14.5, 1.6)) return true
    return heart(x, y + 2, 10.5) && Math.abs(y + 2 - 1.8 * Math.sin(x / 2.2)) > 0.8
  })

interface Features {
  hair: 'short' | 'long'
  glasses: boolean
  smile: boolean
}

/** A face under a lamp: light skin is printed, what is dark stays open. */
function face({ hair, glasses, smile }: Features): Mask {
  const frame = (x: number, y: number, cx: number) => oval(x, y, cx, -1, 3.4) && !oval(x, y, cx, -1, 2.4)
  return drawn((x, y) => {
    if (!oval(x, y, 0, 0, 17.8)) return false
    const locks = hair === 'long' ? oval(x, y, 0, 0, 11.5, 14.5) && y < 13 : oval(x, y, 0, -6, 10.5, 10) && y < 1
    const skin = oval(x, y, 0, 1, 8.2, 10.8) && y > -6 + 0.035 * (x - 3) ** 2
    if (skin) {
      if (glasses && (frame(x, y, -3.6) || frame(x, y, 3.6) || bar(x, y, -0.6, -1.5, 0.6, -0.5))) return false
      if (oval(x, y, -3.5, -1, 1.3, 0.9) || oval(x, y, 3.5, -1, 1.3, 0.9)) return false
      if (bar(Math.abs(x), y, 2, -4.2, 5.4, -3.2)) return false
      if (oval(x, y, 1, 3, 0.9, 1.8)) return false
      const lips = smile
        ? oval(x, y, 0, 6.4, 3.6, 1.8) && !oval(x, y, 0, 5.4, 3.8, 1.5)
        : bar(x, y, -2.6, 6.2, 2.6, 7.3)
      return !lips && !(x > 5.4 + 0.05 * (y - 2) ** 2)
    }
    if (locks) return false
    if (oval(x, y, 0, 20, 13, 7.6)) return !bar(x, y, -1, 12, 1, 20)
    return !oval(x, y, 0, 0, 15.5)
  })
}

/** Pictures of our own that stand for what shoppers upload: two pairs of logos and two portraits. */
export const DRAWINGS = {
  'emblem-right': () => emblem(1, 2),
  'emblem-left': () => emblem(-1, 1),
  'heart-two': () => heartMark(2),
  'heart-three': () => heartMark(3),
  'portrait-grandmother': () => face({ hair: 'long', glasses: true, smile: true }),
  'portrait-boy': () => face({ hair: 'short', glasses: false, smile: false }),
} as const
