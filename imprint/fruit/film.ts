import { circle } from '../outline/circle'
import { type Path } from '../outline/path'
import { type Colour } from './looks'

/** The round film on the fruit: its radius on the skin, its milky white and the ink printed on it. */
export const FILM_MM = 19.2
export const FILM: Colour = [238, 240, 226]
export const FILM_ALPHA = 0.34
export const INK: Colour = [50, 44, 38]
export const INK_ALPHA = 0.88

/** The film as an outline on the sticker, mm. */
export const FILM_OUTLINE: Path = circle(0, 0, FILM_MM)
