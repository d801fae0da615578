import type { CustomProduct } from '../../../domain/catalogue/product'
import type { Path } from '../../../imprint/outline/path'
import { saveShareCard } from '../../components/ShareCard'
import { allowAlbum, type Kept } from '../../device/album'
import { say, t } from '../../locales/for-studio'
import { useAction, type Action } from '../../state/action'
import { confirm } from '../../state/overlay'
import { toast } from '../../state/toast'

export const SHARE_CANVAS = 'share-canvas'

/** Keeps a card with the ripe fruit in the phone's album; asks for the album where it is not allowed. */
export function useSharing({ look, name, technique }: CustomProduct, path: Path | null, sentence: string): Action<[]> {
  const save = async (): Promise<Kept> =>
    path
      ? saveShareCard({
          canvasId: SHARE_CANVAS,
          look,
          path,
          sentence,
          note: t(technique === 'laser' ? 'design.shareNoteLaser' : 'design.shareNoteMask', { fruit: say(name) }),
        })
      : 'cancelled'
  return useAction(async () => {
    const kept = await save()
    tell(kept === 'denied' && (await allowed()) ? await save() : kept)
  })
}

async function allowed(): Promise<boolean> {
  const agreed = await confirm({
    title: t('design.albumTitle'),
    sentence: t('design.albumSentence'),
    act: t('design.albumAct'),
  })
  return agreed && allowAlbum()
}

function tell(kept: Kept): void {
  if (kept === 'saved') toast(t('design.shared'))
  if (kept === 'unagreed') toast(t('design.shareUnagreed'))
  if (kept === 'failed') toast(t('design.shareFailed'))
}
