import { Text, View } from '@tarojs/components'
import { memo, useEffect, useState } from 'react'
import { MOTIF_IDS, type MotifId } from '../../../domain/imprint/motifs'
import { motifPath } from '../../../imprint/motif/motif'
import { svgPath } from '../../../imprint/outline/path'
import { Tap } from '../../components/Tap'
import { spoken } from '../../components/Tap/spoken'
import { say, t } from '../../locales/for-studio'
import { colours } from '../../look/tokens'
import { changeDesign, type Design } from '../../state/design'
import { artUri } from '../art'
import { stencilHints, type Hint } from '../findings/hints'
import { Findings } from '../findings/Findings'
import { useFixes } from '../findings/use-fixes'
import type { Judged } from '../findings/use-judged'
import { Lost } from '../parts/Lost'
import { MOTIF_KINDS } from './kinds'
import './motifs.scss'

/** Between two motifs that are drawn, ms. */
const NEXT_MS = 8

export interface MotifDeskProps {
  design: Design
  judged: Judged
  touched: boolean
}

/** Ready motifs: a tap puts one on the fruit (O2). */
export function MotifDesk({ design, judged, touched }: MotifDeskProps) {
  const fixes = useFixes(design)
  const drawn = useDrawn()
  return (
    <>
      <Findings hints={hintsOf(design.motif, judged, touched)} fixes={judged.view?.fixes ?? []} {...fixes} />
      {judged.error && <Lost id="judge-lost" words={t('design.judgeLost')} onRetry={judged.retry} />}
      <View className="stack" {...spoken({ label: t('design.motifs'), role: 'radiogroup' })}>
        {MOTIF_KINDS.map(({ key, motifs }) => (
          <View key={key} className="stack">
            <Text className="t-head">{t(`design.${key}`)}</Text>
            <View className="motifs">
              {motifs.map(({ id, words }) => (
                <Motif
                  key={id}
                  id={id}
                  word={say(words)}
                  on={id === design.motif}
                  drawn={MOTIF_IDS.indexOf(id) < drawn}
                />
              ))}
            </View>
          </View>
        ))}
      </View>
    </>
  )
}

/** How many motifs are drawn by now: one after the other, so that the desk can be used meanwhile. */
function useDrawn(): number {
  const [drawn, setDrawn] = useState(1)
  useEffect(() => {
    if (drawn >= MOTIF_IDS.length) return
    const timer = setTimeout(() => setDrawn(drawn + 1), NEXT_MS)
    return () => clearTimeout(timer)
  }, [drawn])
  return drawn
}

interface MotifProps {
  id: MotifId
  word: string
  on: boolean
  drawn: boolean
}

const Motif = memo(function Motif({ id, word, on, drawn }: MotifProps) {
  return (
    <Tap
      id={`motif-${id}`}
      className={`motif${on ? ' motif--on' : ''}`}
      role="radio"
      label={word}
      selected={on}
      onTap={() => changeDesign({ motif: id, mend: false })}
    >
      <View
        className="motif__disc"
        {...(drawn ? { style: { backgroundImage: artUri(svgPath(motifPath(id), 2), colours.seal) } } : {})}
      />
      <Text className="t-note">{word}</Text>
    </Tap>
  )
})

function hintsOf(motif: MotifId | null, { view, waiting }: Judged, touched: boolean): Hint[] {
  if (!motif) return touched ? [{ key: 'missing', kind: 'warning', words: t('design.motifMissing') }] : []
  if (view) return stencilHints(view)
  return waiting ? [{ key: 'judging', kind: 'waiting', words: t('design.judging') }] : []
}
