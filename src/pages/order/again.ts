import Taro from '@tarojs/taro'
import type { LineView } from '../../../contract'
import { call } from '../../cloud/door'
import { useAction, type Action } from '../../state/action'
import { currentDesign, keepArt, startDesign, type Design } from '../../state/design'

/** What the studio starts from to make this line once more. A picture is used again as it was registered. */
export function designOf({ imprint, pictureUrl }: LineView): Partial<Design> {
  switch (imprint?.kind) {
    case 'text': {
      const { kind, text, face, direction = 'rows', frame = null, spread, mend } = imprint
      return { kind, text, face, direction, frame, perFruit: spread === 'perFruit', mend: mend === 'full' }
    }
    case 'motif':
      return { kind: 'motif', motif: imprint.motif }
    case 'picture':
      return { kind: 'picture', picture: { pictureId: imprint.pictureId, url: pictureUrl ?? '' } }
    case undefined:
      return {}
  }
}

// An order keeps the name of its pack and not its id, so the pack is found on the shelf; else the first one is chosen.
async function packIdOf({ productId, pieces, packName }: LineView): Promise<string> {
  try {
    const { packs } = (await call('catalogue.get', { id: productId })).product
    const alike = packs.filter((pack) => pack.pieces === pieces)
    return (alike.find(({ name }) => name.zh === packName.zh) ?? alike[0])?.id ?? ''
  } catch {
    return ''
  }
}

/** Opens the studio with the first custom line of an order, its pack and its quantity. */
export function usePrintingAgain(lines: readonly LineView[]): Action<[]> {
  return useAction(async () => {
    const custom = lines.find(({ kind }) => kind === 'custom')
    if (custom) {
      const packId = await packIdOf(custom)
      startDesign({ productId: custom.productId, packId, packs: custom.packs, ...designOf(custom) })
      keepArt(currentDesign().id, custom.art)
    }
    await Taro.navigateTo({ url: '/studio/design/index' })
  })
}
