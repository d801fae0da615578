import { View } from '@tarojs/components'
import type { CustomProduct } from '../../../domain/catalogue/product'
import { charactersOf, imprintRefusal, MOST_SPREAD, roomNeeded } from '../../../domain/imprint/imprint'
import { Chips } from '../../components/Chips'
import { Field } from '../../components/Field'
import { say, t } from '../../locales/for-studio'
import { changeDesign, textImprint, type Design } from '../../state/design'
import { contentHint, shownRefusal, stencilHints, type Hint } from '../findings/hints'
import { Findings } from '../findings/Findings'
import { useFixes } from '../findings/use-fixes'
import type { Judged } from '../findings/use-judged'
import { Lost } from '../parts/Lost'
import { Faces } from './Faces'
import { Options } from './Options'
import type { SetWords } from './set-words'
import { Spread } from './Spread'
import { isSuggestion, suggestionsFor } from './suggestions'
import { useVerdict, type WordsVerdict } from './use-verdict'
import './words.scss'

export interface WordsDeskProps {
  product: CustomProduct
  design: Design
  set: SetWords
  judged: Judged
  /** The shopper has tried to go on: an empty field is at fault now. */
  touched: boolean
  /** Which fruit of a box is on the stage. */
  at: number
  onShow: (at: number) => void
}

/** Writing: the words, how they are set, and at once what cannot be grown (O2). */
export function WordsDesk({ product, design, set, judged, touched, at, onShow }: WordsDeskProps) {
  const { text, perFruit } = design
  const imprint = textImprint(design)
  const refusal = imprintRefusal(imprint, product)
  const content = useVerdict(product._id, imprint, refusal === null)
  const shown = shownRefusal(refusal ?? content.verdict?.refusal ?? null, touched)
  const fixes = useFixes(design)
  const { maxCharacters } = product.imprint
  const max = perFruit ? MOST_SPREAD : maxCharacters
  const written = perFruit ? charactersOf(text).length : roomNeeded(text)
  const write = (words: string) => changeDesign({ text: words, mend: false })
  return (
    <>
      <Field
        id="field-words"
        value={text}
        onInput={write}
        onBlur={content.leave}
        placeholder={t('design.placeholder')}
        counter={t('design.counter', { count: written, max })}
        error={shown ? say(shown.message) : undefined}
        maxLength={60}
        serif
        multiline
      />
      {set.failed && <Lost id="glyphs-lost" words={t('design.glyphsLost')} onRetry={set.retry} />}
      {judged.error && <Lost id="judge-lost" words={judgedWords(judged)} onRetry={judged.retry} />}
      <Findings
        hints={hintsOf(imprint.text, refusal === null, perFruit, maxCharacters, judged, content)}
        fixes={judged.view?.fixes ?? []}
        {...fixes}
      />
      {isSuggestion(text) && (
        <Chips
          id="suggest"
          label={t('design.suggestions')}
          items={suggestionsFor(maxCharacters).map((words) => ({ key: words, word: words }))}
          value={text === '' ? null : text}
          onPick={write}
          slide
        />
      )}
      <Faces chosen={design.face} sample={charactersOf(text)[0] ?? '印'} />
      {perFruit && <Spread product={product} design={design} paths={set.paths} at={at} onShow={onShow} />}
      <View className="rule" />
      <Options design={design} />
    </>
  )
}

const judgedWords = ({ error }: Judged): string =>
  error && error.code !== 'OFFLINE' ? error.message : t('design.judgeLost')

function hintsOf(
  text: string,
  possible: boolean,
  perFruit: boolean,
  max: number,
  { view, waiting }: Judged,
  content: WordsVerdict,
): Hint[] {
  if (text === '')
    return [{ key: 'tip', kind: 'fine', words: perFruit ? t('design.tipSpread') : t('design.tip', { max }) }]
  if (!possible) return []
  const judging: Hint = { key: 'judging', kind: 'waiting', words: t('design.judging') }
  const asking: Hint = { key: 'content', kind: 'waiting', words: t('design.contentAsking') }
  const said = content.verdict && contentHint(content.verdict)
  return [
    ...(view ? stencilHints(view) : waiting ? [judging] : []),
    ...(content.waiting ? [asking] : said ? [said] : []),
  ]
}
