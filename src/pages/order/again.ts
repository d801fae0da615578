import Taro from '@tarojs/taro'
import type { LineView } from '../../../contract'
import { call } from '../../cloud/door'
import { useAction, type Action } from '../../state/action'
import { changeDesign, type Design } from '../../state/design'

/** What the studio starts from to make this line once more. A picture is used again as it was registered. */
export function designOf({ imprint, pictureUrl }: LineView): Partial<Design> {
  if (imprint?.kind === 'text') return { kind: 'text', text: imprint.text, face: imprint.face, picture: null }
  if (imprint?.kind === 'picture') {
    return { kind: 'picture', text: '', picture: { pictureId: imprint.pictureId, url: pictureUrl ?? '' } }
  }
  return {}
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
      changeDesign({ productId: custom.productId, packId, packs: custom.packs, ...designOf(custom) })
    }
    await Taro.switchTab({ url: '/pages/studio/index' })
  })
}
