import { cut, ink, type Layer } from './layers'
import { blob, both, box, brush, ellipse, stroke } from './shapes'

/** What stands on the table of a feast. */
export const GIFTS = {
  cake: (): Layer[] => [
    ink(box(-13, 1, 13, 12), box(-8.6, -6.4, 8.6, 0), stroke(2, [-15, 13.6, 15, 13.6])),
    // Icing runs over both tiers.
    cut(brush(1.2, [-14, 4.6, -10.8, 7.4, -7.2, 4.8, -3.6, 7.4, 0, 4.8, 3.6, 7.4, 7.2, 4.8, 10.8, 7.4, 14, 4.6])),
    cut(brush(1.2, [-9.4, -4.4, -6, -2.4, -3, -4.4, 0, -2.4, 3, -4.4, 6, -2.4, 9.4, -4.4])),
    cut(stroke(1.2, [-14, 0.5, 14, 0.5]), stroke(1.1, [-14, 12.3, 14, 12.3])),
    ink(
      ...[-5, 0, 5].flatMap((x) => [
        stroke(1.7, [x, -7, x, -11]),
        blob([x, -16.4, x + 1.3, -14, x, -12.9, x - 1.3, -14]),
      ]),
    ),
  ],
  gift: (): Layer[] => [
    ink(box(-12.4, -1, 12.4, 13.4), box(-14, -6.4, 14, -1)),
    cut(stroke(1.1, [-15, -0.6, 15, -0.6]), box(-3.1, -7, -2, 14), box(2, -7, 3.1, 14)),
    ink(both(blob([1, -7.4, 4.6, -13.8, 9.6, -15.4, 11.4, -12, 8.6, -8.6])), ellipse(0, -8.4, 2.4, 2)),
    cut(
      both(blob([4, -9.4, 6.2, -12.4, 8.8, -12.8, 8.4, -10.6])),
      stroke(1.1, [-15, -6.2, -4, -6.2]),
      stroke(1.1, [4, -6.2, 15, -6.2]),
    ),
  ],
}
