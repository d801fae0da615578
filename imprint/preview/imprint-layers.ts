import { FILM, FILM_ALPHA, FILM_OUTLINE, INK, INK_ALPHA } from '../fruit/film'
import { type LookId, LOOKS } from '../fruit/looks'
import { type Path } from '../outline/path'
import { hexOf, WORDS_OPACITY } from '../preview-box'
import { type Layer } from './art-svg'
import { wrapPath } from './wrap'

/**
 * An imprint (mm) as flat layers on the picture of a fruit, in px of its `side`. On a ripe fruit it is grown or burnt
 * in; before that there is the film with its dark ink, and nothing where a laser comes at the end.
 */
export function imprintLayers(path: Path, look: LookId, ripe: boolean, side: number): Layer[] {
  const { technique, paleOnScreen } = LOOKS[look]
  const wrapped = wrapPath(path, look, side)
  if (ripe) return [{ path: wrapped, colour: hexOf(paleOnScreen), opacity: WORDS_OPACITY }]
  if (technique === 'laser') return []
  return [
    { path: wrapPath(FILM_OUTLINE, look, side), colour: hexOf(FILM), opacity: FILM_ALPHA },
    { path: wrapped, colour: hexOf(INK), opacity: INK_ALPHA },
  ]
}
