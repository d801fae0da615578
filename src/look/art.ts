import { STICKER_MM } from '../../imprint/fruit/imprint-frame'
import { svgSrc } from './size'

/** What is cut for a design, flat on its 40 mm square, as an address for an Image. `d` is SVG path data in mm around 0,0. */
export function artSrc(d: string, colour: string): string {
  return svgSrc(squareSvg(`<path fill="${colour}" d="${d}"/>`))
}

/** An SVG of the 40 mm square with its middle at 0,0. */
export function squareSvg(inside: string): string {
  const half = STICKER_MM / 2
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${-half} ${-half} ${STICKER_MM} ${STICKER_MM}">${inside}</svg>`
}
