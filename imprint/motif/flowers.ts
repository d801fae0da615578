import { cut, ink, type Layer } from './layers'
import { around, blob, brush, circle, ellipse, halves, moved, stroke, turned } from './shapes'

const petal = (length: number, width: number) =>
  blob([
    0,
    0,
    width * 0.75,
    -length * 0.3,
    width,
    -length * 0.6,
    width * 0.4,
    -length * 0.9,
    0,
    -length,
    -width * 0.4,
    -length * 0.9,
    -width,
    -length * 0.6,
    -width * 0.75,
    -length * 0.3,
  ])

/** A petal with an open line around it, that lies over those before it. */
const over = (length: number, width: number, turn: number, y: number): Layer[] => [
  cut(moved(turned(petal(length + 1.6, width + 1.7), turn), 0, y + 0.2)),
  ink(moved(turned(petal(length, width), turn), 0, y)),
]

/** Flowers and the fruit itself. */
export const FLOWERS = {
  'plum-blossom': (): Layer[] => [
    ...around(5, 0).map(({ turn }) => ink(turned(circle(0, -10, 6.7), turn))),
    cut(...around(5, 0, 36).map(({ turn }) => turned(stroke(1.1, [0, 0, 0, -18]), turn)), circle(0, 0, 4)),
    cut(
      ...around(5, 0).flatMap(({ turn }) => [
        turned(stroke(1.1, [0, -3, 0, -8]), turn),
        turned(circle(0, -9, 1.3), turn),
      ]),
    ),
    ink(circle(0, 0, 2.6)),
  ],
  lotus: (): Layer[] => [
    ...over(15, 4, -74, 5),
    ...over(15, 4, 74, 5),
    ...over(17, 4.2, -44, 6),
    ...over(17, 4.2, 44, 6),
    ...over(18.6, 4.2, -19, 6.6),
    ...over(18.6, 4.2, 19, 6.6),
    ...over(20.4, 4.4, 0, 7),
    cut(stroke(1.2, [-16, 8, 16, 8]), ellipse(0, 7.6, 9, 6)),
    ink(ellipse(0, 6, 7, 2.6)),
    ink(
      brush(1.3, [-14, 10.2, -7, 12, 0, 10.4, 7, 12, 14, 10.2]),
      brush(1.3, [-8, 14.6, -4, 15.6, 0, 14.4, 4, 15.6, 8, 14.6]),
    ),
  ],
  apple: (): Layer[] => [
    ink(blob(halves([0, -6.6, 3.4, -8.4, 8.4, -8.8, 13.2, -5, 14.4, 1.6, 12.2, 9, 7.6, 14.8, 3.4, 15.6, 0, 14.2]))),
    cut(brush(1.6, [-10.6, 3.4, -10.2, -1.4, -7.4, -4.6])),
    ink(brush(1.8, [0, -5.6, 0.2, -11.6, 1.8, -15.4])),
    cut(moved(turned(petal(12, 3.8), 62), 1.4, -9.6)),
    ink(moved(turned(petal(10, 2.9), 60), 2.8, -10.6)),
  ],
}
