import { cut, ink, type Layer } from './layers'
import { blob, both, brush, circle, ellipse, halves, polygon, stroke } from './shapes'

const eyes = (x: number, y: number, r = 1.5): Layer[] => [cut(both(circle(x, y, r)))]

/** The six of the zodiac that live wild: heads as on paper cuts, the snake whole. */
export const WILD = {
  rat: (): Layer[] => [
    ink(both(circle(10.2, -8.6, 6.6))),
    cut(both(circle(10.6, -9, 3.7))),
    cut(blob(halves([0, -9.8, 6.6, -8.6, 10.4, -2.4, 9, 5.2, 4.6, 11.4, 0, 13.4]))),
    ink(blob(halves([0, -8.6, 5.8, -7.4, 9.2, -2, 8, 5, 3.8, 10.8, 0, 12.6]))),
    ...eyes(3.8, -0.6),
    cut(both(brush(1.1, [2.6, 7, 0.9, 8.6]))),
    cut(blob(halves([0, 8.8, 1.8, 9.6, 0, 11.4]))),
    ink(both(stroke(1.2, [6, 6, 15, 4.2])), both(stroke(1.2, [4.4, 8.6, 13.6, 10.6]))),
    ink(circle(0, 13.6, 1.9)),
  ],
  tiger: (): Layer[] => [
    ink(both(circle(9.8, -10.6, 4.9))),
    cut(both(circle(9.9, -10.8, 2.2))),
    ink(blob(halves([0, -12.8, 7.6, -11.6, 13, -6.4, 14.6, 0.8, 16.6, 5, 12.6, 8.6, 8, 13.6, 0, 15.2]))),
    // The sign of the king of beasts on its brow.
    cut(
      stroke(1.2, [-3, -10.4, 3, -10.4]),
      stroke(1.2, [-2.4, -7.6, 2.4, -7.6]),
      stroke(1.2, [-3.2, -4.8, 3.2, -4.8]),
      stroke(1.2, [0, -10.4, 0, -4.8]),
    ),
    cut(both(ellipse(6, -0.6, 2.5, 1.9, -14))),
    ink(both(circle(5.8, -0.5, 0.8))),
    cut(
      both(brush(1.2, [15.6, -2.4, 12.8, -2, 10.8, -3])),
      both(brush(1.2, [16.4, 2.4, 13.4, 2.2, 11.2, 1.4])),
      both(brush(1.2, [15, 6.6, 12.6, 5.8, 10.8, 4.6])),
    ),
    cut(
      blob(halves([0, 3.2, 2.8, 3.6, 2, 5.8, 0, 6.8])),
      stroke(1.1, [0, 6, 0, 9]),
      both(brush(1.1, [0, 9.2, 2.6, 10.8, 5.4, 9.2])),
    ),
  ],
  rabbit: (): Layer[] => [
    ink(both(blob([2.4, -6, 2, -12, 3.8, -17, 6.8, -16.4, 8, -11, 6.6, -5]))),
    cut(both(blob([4.2, -7.4, 4, -11.6, 4.9, -14.4, 5.9, -13.8, 6.2, -10.6, 5.5, -7]))),
    ink(blob(halves([0, -6.4, 6, -5.8, 11, -1.4, 12.4, 5, 9, 11.4, 4, 14, 0, 14.6]))),
    ...eyes(5, 2.4, 1.6),
    cut(blob(halves([0, 6, 1.8, 6.4, 0, 8.4])), both(brush(1.1, [0, 9.4, 1.6, 10.8, 3.6, 10]))),
    cut(stroke(1.1, [0, 7.6, 0, 9.4])),
    cut(both(ellipse(8.4, 6.6, 1.5, 0.9))),
  ],
  dragon: (): Layer[] => [
    // From the front: antlers, mane, brows, whiskers.
    ink(both(brush(1.7, [3.4, -8, 5, -12.4, 4.2, -16.8])), both(brush(1.6, [5, -12.6, 8.4, -14, 9.4, -16]))),
    ink(both(polygon([6, -9, 14.6, -11.4, 11.4, -5.4, 17, -4.6, 12.6, -0.4, 16.8, 3, 10.6, 4.2, 4, 0]))),
    ink(blob(halves([0, -9.6, 5.4, -9, 9.6, -5.2, 9.8, 0.6, 7.4, 4, 8.6, 8.2, 5.6, 11.4, 0, 12.2]))),
    cut(both(brush(1.2, [1.6, -4.6, 4.6, -6, 8.4, -5.2]))),
    cut(both(ellipse(4.8, -1.6, 2.1, 1.5, 12))),
    ink(both(circle(4.6, -1.6, 0.6))),
    cut(both(circle(3, 5.2, 1.1)), brush(1.1, [-5.4, 8, -2.8, 9.4, 0, 8.6, 2.8, 9.4, 5.4, 8])),

    ink(both(brush(1.3, [8, 7, 11.6, 7.4, 13.6, 10.6, 11.8, 13.4]))),
    ink(polygon([-4.2, 13.6, 0, 17.9, 4.2, 13.6])),
  ],
  snake: (): Layer[] => [
    // Coiled, head raised to the left.
    ink(
      brush(
        4.4,
        [
          -3, -9.6, 2.4, -10.4, 5.6, -6.6, 2.8, -3, -4, -0.8, -9.6, 2.6, -10.8, 7.4, -6.6, 11.4, 1, 12.6, 8.6, 11, 12.6,
          6.6, 11.4, 2.2,
        ],
      ),
    ),
    ink(brush(2.6, [11.4, 3, 10.6, 0.4, 13, -2, 14.6, -4.6])),
    ink(blob([-11.8, -9.8, -8, -13, -3, -12.8, -1, -9.8, -3.4, -7, -8, -6.8])),
    cut(circle(-6.2, -10.6, 1.1)),
    cut(circle(5.6, -6.6, 0.85), circle(-4, -0.8, 0.85), circle(-9.6, 2.6, 0.85), circle(-10.8, 7.4, 0.85)),
    cut(circle(-6.6, 11.4, 0.85), circle(1, 12.6, 0.85), circle(8.6, 11, 0.85), circle(12.6, 6.6, 0.85)),
    ink(brush(1.1, [-11.4, -9.2, -14, -8.6, -16, -9.6]), stroke(1.1, [-14, -8.6, -15.6, -6.6])),
  ],
  monkey: (): Layer[] => [
    ink(both(circle(13, -0.6, 4.6))),
    cut(both(circle(13.2, -0.6, 2.1))),
    ink(blob(halves([0, -14.6, 1.8, -16.6, 3, -14.2, 8.6, -11.6, 11.6, -5.2, 11, 2.6, 12, 8, 8, 13.4, 0, 15.6]))),
    cut(blob(halves([0, -6.2, 3.4, -8.8, 7.2, -7.6, 8.8, -3.4, 7.2, 1, 9.4, 5.4, 8.4, 9.6, 5, 12.6, 0, 13.6]))),
    ink(
      both(ellipse(4, -2.6, 1.4, 1.9)),
      both(circle(1.5, 4.4, 0.75)),
      brush(1.2, [-4.8, 7.6, -2.4, 9.6, 0, 10.2, 2.4, 9.6, 4.8, 7.6]),
    ),
  ],
}
