import { cut, ink, type Layer } from './layers'
import { around, blob, circle, moved, polygon, turned } from './shapes'

const star = (points: number, outer: number, inner: number) =>
  polygon(around(2 * points, 1).flatMap(({ x, y }, i) => (i % 2 ? [x * inner, y * inner] : [x * outer, y * outer])))

/** The sky by day and night. */
export const SKY = {
  star: (): Layer[] => [ink(moved(star(5, 17.6, 7.4), 0, 1))],
  moon: (): Layer[] => [
    ink(circle(-1, 0, 16)),
    cut(circle(6.4, -3.4, 13.4)),
    ink(moved(star(5, 5.2, 2.2), 7, -4.6), moved(star(5, 3, 1.3), 12.6, 4)),
  ],
  sun: (): Layer[] => [
    ink(circle(0, 0, 8.6)),
    ink(
      ...around(12, 0).map(({ turn }, i) =>
        turned(
          i % 2 ? blob([-1, -10.8, 0, -13.8, 1, -10.8, 0, -10.4]) : polygon([-1.9, -10.4, 0, -17.4, 1.9, -10.4]),
          turn,
        ),
      ),
    ),
  ],
}
