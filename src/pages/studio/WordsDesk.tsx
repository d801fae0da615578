import { Text, View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import type { CustomProduct } from '../../../domain/catalogue/product'
import { FACES, imprintRefusal, roomNeeded, tidyText, type Imprint } from '../../../domain/imprint/imprint'
import { Field } from '../../components/Field'
import { Tap } from '../../components/Tap'
import { spoken } from '../../components/Tap/spoken'
import { say, t } from '../../locales'
import { changeDesign, type Design } from '../../state/design'
import { useRemote } from '../../state/remote'
import { contentHint, shownRefusal, sizeHint, type Hint } from './hints'
import { Hints } from './Hints'

/** After the field is left, a moment passes before the server is asked: a quick return to the field asks nothing. */
const askAfterMs = 300

export interface WordsDeskProps {
  product: CustomProduct
  design: Design
  /** The shopper has tried to go on: an empty field is at fault now. */
  touched: boolean
}

/** Writing: the words, their face, and at once what cannot be grown (O2). */
export function WordsDesk({ product, design, touched }: WordsDeskProps) {
  const imprint: Imprint = { kind: 'text', text: tidyText(design.text), face: design.face }
  const refusal = imprintRefusal(imprint, product)
  const { verdict, waiting, leave } = useVerdict(product._id, imprint, refusal === null)
  const shown = shownRefusal(refusal ?? verdict?.refusal ?? null, touched)
  const { maxCharacters: max } = product.imprint
  const written = roomNeeded(design.text)
  const sample = [...tidyText(design.text)][0] ?? '印'
  return (
    <>
      <Field
        id="field-words"
        value={design.text}
        onInput={(text) => changeDesign({ text })}
        onBlur={leave}
        placeholder={t('studio.placeholder')}
        counter={t('studio.counter', { count: written, max })}
        error={shown ? say(shown.message) : undefined}
        maxLength={60}
        serif
      />
      <View className="studio-faces" {...spoken({ label: t('studio.faces'), role: 'radiogroup' })}>
        {FACES.map((face) => (
          <Tap
            key={face}
            id={`face-${face}`}
            className={`studio-face${face === design.face ? ' studio-face--on' : ''}`}
            role="radio"
            label={t(`studio.${face}`)}
            selected={face === design.face}
            onTap={() => changeDesign({ face })}
          >
            <Text className={`studio-face__sample studio-face__sample--${face}`}>{sample}</Text>
            <Text className="t-note">{t(`studio.${face}`)}</Text>
          </Tap>
        ))}
      </View>
      <Hints hints={hintsFor(imprint.text, refusal === null, max, waiting, verdict && contentHint(verdict))} />
    </>
  )
}

function hintsFor(
  text: string,
  possible: boolean,
  max: number,
  waiting: boolean,
  content: Hint | null | undefined,
): Hint[] {
  if (text === '') return [{ key: 'tip', kind: 'fine', words: t('studio.tip', { max }) }]
  if (!possible) return []
  const asking: Hint = { key: 'content', kind: 'waiting', words: t('studio.contentAsking') }
  return [sizeHint(text), ...(waiting ? [asking] : content ? [content] : [])]
}

// The server is asked when the field is left, never on a key.
function useVerdict(productId: string, imprint: Imprint, possible: boolean) {
  const [asked, setAsked] = useState<Imprint | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>()
  const latest = useRef({ imprint, possible })
  latest.current = { imprint, possible }
  useEffect(() => () => clearTimeout(timer.current), [])
  const remote = useRemote('design.check', asked && { productId, imprint: asked })
  const leave = () => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      if (latest.current.possible) setAsked(latest.current.imprint)
    }, askAfterMs)
  }
  // A verdict counts only for the very imprint it was asked for.
  const current = JSON.stringify(asked) === JSON.stringify(imprint)
  return {
    verdict: current && remote.settled ? remote.data : undefined,
    waiting: current && !remote.settled && remote.error === undefined,
    leave,
  }
}
