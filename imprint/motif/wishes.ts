import { cut, ink, type Layer } from './layers'
import { blob, both, box, brush, circle, ellipse, halves, stroke } from './shapes'

const frame = (left: number, top: number, right: number, bottom: number): Layer[] => [
  ink(box(left, top, right, bottom)),
  cut(box(left + 1.7, top + 1.7, right - 1.7, bottom - 1.7)),
]

/** What each 喜 of the pair has for itself. */
const happiness = (x: number): Layer[] => [
  ink(box(x - 0.9, -13.6, x + 0.9, -8), box(x - 4.4, -8.4, x + 4.4, -6.7)),
  ...frame(x - 4.4, -5.4, x + 4.4, 0),
  ink(box(x - 3, 1.3, x - 1.3, 4), box(x + 1.3, 1.3, x + 3, 4)),
  ...frame(x - 4.4, 6.4, x + 4.4, 12.6),
]

const scales = (x: number, y: number) => brush(1.3, [x, y - 2.4, x + 1.7, y, x, y + 2.4])

/** Signs of good wishes. */
export const WISHES = {
  'double-happiness': (): Layer[] => [
    ...happiness(-5.2),
    ...happiness(5.2),
    ink(box(-12.4, -11.6, 12.4, -9.9), box(-14, 3.4, 14, 5.1)),
  ],
  heart: (): Layer[] => [
    ink(blob(halves([0, -8, 3.4, -12.6, 8.6, -14.2, 13.8, -11.6, 15.6, -6, 13.4, 0.4, 8, 7.6, 2.4, 13.6, 0, 15.6]))),
    cut(brush(1.7, [-11.6, -3.6, -11.2, -7.4, -7.6, -9.8])),
  ],
  dove: (): Layer[] => [
    // Flying to the left with a twig: body, far wing, near wing cut free of it.
    ink(
      blob([
        -15.8, -2.2, -13.4, -6.2, -9.2, -6.2, -6.6, -2, -1, -0.6, 5, 2.6, 9.4, 6.4, 15.6, 8.2, 12.6, 10.4, 15, 13, 8.6,
        12.2, 3, 9.6, -3.6, 8.6, -9, 5.4, -11.8, 0.6, -13.2, -1.6,
      ]),
      blob([-5, -1, -7.6, -8.4, -6.8, -15.6, -3.6, -13.4, -1.2, -10.4, 0.4, -5.4, 0, 2, -4, 2]),
    ),
    cut(blob([-3.4, 4.6, 0.6, -3.8, 6, -11, 14, -15.8, 15.4, -10, 12.2, -3, 8.4, 2, 2.6, 6.6])),
    ink(
      blob([
        -1.8, 4, 1.8, -3, 7, -9.8, 13, -13.8, 13.8, -10.4, 11.8, -6.6, 12.4, -4.4, 9.4, -2, 9.4, 0, 6.4, 1.6, 5.2, 3.6,
        1.6, 5,
      ]),
    ),
    cut(circle(-11, -3.2, 0.8)),
    ink(brush(1.3, [-13.6, -2.6, -15.8, 1.6, -15.4, 5]), ellipse(-14, 3.8, 2, 1, 30), ellipse(-16.2, 6.2, 2, 1, 110)),
  ],
  fish: (): Layer[] => [
    // A carp that leaps, tail up.
    ink(
      blob([
        -14.8, 4.2, -12.4, -0.6, -7, -5, 0, -6.6, 5.6, -5.4, 10, -8.4, 13.4, -13.2, 15.4, -8.4, 13, -4, 16.6, 0.8, 13.8,
        3.8, 9.4, -0.2, 5, 4.8, -1.6, 8.6, -8.6, 9, -13, 7.2,
      ]),
      blob([-5, -5, -1, -11.4, 5.4, -11.6, 4.4, -8.2, 6, -4.4, 0, -4.6]),
      blob([-4.6, 7, -1, 13.4, 3.4, 13.8, 2.4, 10.6, 3.6, 6, -1, 7]),
    ),
    cut(
      circle(-10.8, 2, 1.5),
      brush(1.2, [-7, -2.4, -5.2, 1.6, -6.6, 6.4]),
      scales(-2.2, -2.2),
      scales(-2.2, 3.6),
      scales(2.4, -2.6),
      scales(2, 2),
    ),
    cut(brush(1.1, [9.4, -3.6, 12.6, -7.2]), brush(1.1, [11.6, -1.8, 13.6, -0.4])),
    ink(circle(-10.8, 2, 0.6)),
    ink(brush(1.2, [-15.8, 9.4, -11.4, 12.6, -6.4, 12.4])),
  ],
  lantern: (): Layer[] => [
    ink(
      ellipse(0, -1.4, 13, 9.8),
      box(-5.4, -13.6, 5.4, -10.2),
      box(-5.4, 7.6, 5.4, 11),
      stroke(1.5, [0, -17, 0, -13]),
    ),
    ink(...[-3.6, 0, 3.6].map((x) => stroke(1.4, [x, 10, x, 16.4]))),
    cut(stroke(1.2, [-7, -10.6, 7, -10.6]), stroke(1.2, [-7, 7.9, 7, 7.9])),
    cut(both(brush(1.2, [4.2, -8.4, 7.4, -1.4, 4.2, 5.6])), stroke(1.2, [0, -8.6, 0, 5.8])),
  ],
}
