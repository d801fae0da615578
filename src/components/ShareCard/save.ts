import type { LookId } from '../../../imprint/fruit/looks'
import type { Path } from '../../../imprint/outline/path'
import { stageOutlines } from '../../../imprint/preview/stage'
import { keepPicture, type Kept } from '../../device/album'
import { openCanvas } from '../../device/canvas'
import { loadStagePictures } from '../FruitStage/pictures'
import { CARD, PLACES } from './layout'
import { paintCard, type CardWords } from './paint'

export interface ShareCard extends CardWords {
  /** The id a ShareCanvas on this page was given. */
  canvasId: string
  look: LookId
  /** The imprint, mm around 0,0 of the 40 mm square. */
  path: Path
}

/**
 * Draws the ripe fruit with its imprint on a card of 750 x 1000 px and keeps it: in the phone's album, or as a download
 * on H5. Never rejects: `cancelled` when the person went back, `denied` when the album is not allowed (offer
 * `allowAlbum` of src/device/album), `failed` when it could not be drawn or kept.
 */
export async function saveShareCard({ canvasId, look, path, ...words }: ShareCard): Promise<Kept> {
  try {
    const paper = await openCanvas(canvasId)
    if (!paper) return 'failed'
    const pictures = await loadStagePictures(paper, look)
    paper.setSize(CARD.width, CARD.height)
    const outlines = stageOutlines(path, [], look, PLACES.fruit.side)
    paintCard(paper.pen, pictures, { look, outlines, moment: { ripe: 1, film: 0, print: 1 } }, words)
    return await keepPicture(await paper.toFile(), 'guoyin.jpg')
  } catch {
    return 'failed'
  }
}
