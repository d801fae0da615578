import { View } from '@tarojs/components'
import { useEffect } from 'react'
import type { PictureView } from '../../../contract'
import { Button } from '../../components/Button'
import { t } from '../../locales/for-studio'
import type { Design } from '../../state/design'
import { useRemote } from '../../state/remote'
import { Findings } from '../findings/Findings'
import { stencilHints, type Hint } from '../findings/hints'
import { useFixes } from '../findings/use-fixes'
import type { Judged } from '../findings/use-judged'
import { Lost } from '../parts/Lost'
import { Tuning } from './Tuning'
import type { PictureWork } from './use-picture'
import './picture.scss'

/** WeChat looks at a picture in its own time; the page asks again this often while it waits. */
const askAgainMs = 3000

export interface PictureDeskProps {
  design: Design
  judged: Judged
  work: PictureWork
  touched: boolean
}

/** A picture: chosen, tuned until the fruit looks right, then used (O2). */
export function PictureDesk({ design, judged, work, touched }: PictureDeskProps) {
  const { photo, tune, choose, use } = work
  const { picture } = design
  const verdict = useVerdict(picture?.pictureId ?? null)
  const fixes = useFixes(design)
  const tuning = photo !== null && picture === null
  return (
    <>
      <View className="row row--top">
        <Button
          id="picture-choose"
          kind="secondary"
          icon="picture"
          grow={1}
          busy={choose.busy}
          onTap={() => void choose.run()}
        >
          {t(photo || picture ? 'design.chooseAnother' : 'design.choosePicture')}
        </Button>
        {tuning && (
          <Button
            id="picture-use"
            icon="check"
            grow={1}
            busy={use.busy}
            disabled={judged.view !== null && judged.view.refusal !== null}
            onTap={() => void use.run()}
          >
            {t('design.use')}
          </Button>
        )}
      </View>
      <Findings
        hints={hintsOf(photo !== null, picture !== null, judged, verdict, touched)}
        fixes={tuning ? (judged.view?.fixes ?? []) : []}
        {...fixes}
      />
      {judged.error && <Lost id="judge-lost" words={judgedWords(judged)} onRetry={judged.retry} />}
      {photo && <Tuning photo={photo} wish={design.wish} onTune={tune} />}
    </>
  )
}

const judgedWords = ({ error }: Judged): string =>
  error && error.code !== 'OFFLINE' ? error.message : t('design.judgeLost')

function hintsOf(
  chosen: boolean,
  used: boolean,
  { view, waiting }: Judged,
  verdict: PictureView['verdict'] | null,
  touched: boolean,
): Hint[] {
  if (!chosen && !used)
    return [
      {
        key: 'tip',
        kind: touched ? 'warning' : 'fine',
        words: t(touched ? 'design.pictureMissing' : 'design.pictureNote'),
      },
    ]
  const judging: Hint = { key: 'judging', kind: 'waiting', words: t('design.judging') }
  return [
    ...(view ? stencilHints(view) : waiting ? [judging] : []),
    ...(used && verdict ? [verdictHint(verdict)] : []),
    ...(!used && touched ? [{ key: 'use', kind: 'warning' as const, words: t('design.useFirst') }] : []),
  ]
}

function verdictHint(verdict: PictureView['verdict']): Hint {
  switch (verdict) {
    case 'pending':
      return { key: 'verdict', kind: 'waiting', words: t('design.picturePending') }
    case 'pass':
      return { key: 'verdict', kind: 'fine', words: t('design.picturePass') }
    case 'review':
      return { key: 'verdict', kind: 'warning', words: t('design.pictureReview') }
    case 'refused':
      return { key: 'verdict', kind: 'warning', words: t('design.pictureRefused') }
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
