import type { LookId } from '../../../imprint/fruit/looks'
import { seasonPictures } from '../../../imprint/preview/stage'
import type { Paper } from '../../device/canvas'
import { packaged } from '../../look/size'
import type { StagePictures } from './paint'

const pictureOf = (look: LookId, name: string) => packaged('studio', `${look}-${name}.png`)

/** Everything a look is painted from; they come with the studio's package. Rejects when one cannot be read. */
export async function loadStagePictures(paper: Paper, look: LookId): Promise<StagePictures> {
  const names = [...seasonPictures(look), 'printed'] as const
  const loaded = await Promise.all(names.map((name) => paper.loadPicture(pictureOf(look, name))))
  return Object.fromEntries(names.map((name, at) => [name, loaded[at]])) as StagePictures
}
