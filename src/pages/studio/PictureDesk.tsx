import { View } from '@tarojs/components'
import { useEffect } from 'react'
import type { PictureView } from '../../../contract'
import { Button } from '../../components/Button'
import { Segmented } from '../../components/Segmented'
import { t } from '../../locales'
import type { Design } from '../../state/design'
import { useRemote } from '../../state/remote'
import type { Hint } from './hints'
import { Hints } from './Hints'
import type { Stencil, useStencil } from './use-stencil'

/** WeChat looks at a picture in its own time; the page asks again this often while it waits. */
const askAgainMs = 3000

/** Less or more of the circle than this in pale skin cannot be made out. */
const readable = { least: 0.04, most: 0.8 }

export interface PictureDeskProps {
  design: Design
  work: ReturnType<typeof useStencil>
  touched: boolean
}

/** A picture: chosen, seen as the two-tone sticker it will be, then used (O2). */
export function PictureDesk({ design, work, touched }: PictureDeskProps) {
  const { stencil, wish, setWish, choose, use } = work
  const { picture } = design
  const verdict = useVerdict(picture?.pictureId ?? null)
  const has = stencil !== null || picture !== null
  return (
    <>
      {stencil && (
        <View className="stack">
          <Segmented
            id="style"
            label={t('studio.style')}
            items={[
              { key: 'portrait', word: t('studio.portrait') },
              { key: 'logo', word: t('studio.logo') },
            ]}
            value={wish.style}
            onPick={(style) => setWish({ ...wish, style })}
          />
          <Segmented
            id="invert"
            label={t('studio.invert')}
            items={[
              { key: 'no', word: t('studio.invertNo') },
              { key: 'yes', word: t('studio.invertYes') },
            ]}
            value={wish.invert ? 'yes' : 'no'}
            onPick={(key) => setWish({ ...wish, invert: key === 'yes' })}
          />
        </View>
      )}
      <View className="row row--top">
        <Button
          id="picture-choose"
          kind="secondary"
          icon="picture"
          grow={1}
          busy={choose.busy}
          onTap={() => void choose.run()}
        >
          {t(has ? 'studio.chooseAnother' : 'studio.choosePicture')}
        </Button>
        {stencil && (
          <Button id="picture-use" icon="check" grow={1} busy={use.busy} onTap={() => void use.run()}>
            {t('studio.use')}
          </Button>
        )}
      </View>
      <Hints hints={hintsOf(stencil, picture !== null, verdict, touched)} />
    </>
  )
}

function hintsOf(
  stencil: Stencil | null,
  has: boolean,
  verdict: PictureView['verdict'] | null,
  touched: boolean,
): Hint[] {
  if (stencil) return shareHint(stencil.share)
  if (!has)
    return [
      {
        key: 'tip',
        kind: touched ? 'warning' : 'fine',
        words: t(touched ? 'studio.pictureMissing' : 'studio.pictureNote'),
      },
    ]
  return verdict ? [verdictHint(verdict)] : []
}

function shareHint(share: number): Hint[] {
  if (share < readable.least) return [{ key: 'share', kind: 'warning', words: t('studio.pale') }]
  if (share > readable.most) return [{ key: 'share', kind: 'warning', words: t('studio.full') }]
  return []
}

function verdictHint(verdict: PictureView['verdict']): Hint {
  switch (verdict) {
    case 'pending':
      return { key: 'verdict', kind: 'waiting', words: t('studio.picturePending') }
    case 'pass':
      return { key: 'verdict', kind: 'fine', words: t('studio.picturePass') }
    case 'review':
      return { key: 'verdict', kind: 'warning', words: t('studio.pictureReview') }
    case 'refused':
      return { key: 'verdict', kind: 'warning', words: t('studio.pictureRefused') }
  }
}

function useVerdict(pictureId: string | null): PictureView['verdict'] | null {
  const { data, reload, settled } = useRemote('picture.get', pictureId ? { pictureId } : null)
  const verdict = pictureId && settled ? (data?.verdict ?? null) : null
  useEffect(() => {
    if (verdict !== 'pending') return
    const timer = setInterval(() => void reload(), askAgainMs)
    return () => clearInterval(timer)
  }, [verdict, reload])
  return verdict
}
