import type { DesignVerdict } from '../../../contract'
import type { SpotView, StencilView } from '../../../contract/design-views'
import type { Refusal } from '../../../domain/refusals'
import { say, t } from '../../locales/for-studio'

export interface Hint {
  key: string
  kind: 'fine' | 'warning' | 'waiting'
  words: string
}

// A hair's end has no width worth a figure: nothing is said to be 0.0 mm wide.
const mm = (length: number) => Math.max(0.1, length).toFixed(1)

// The server allows a hair of tolerance and rounding hides another: what is fine is never shown below what is needed,
// and what is not is never shown at it.
const enough = (length: number, least: number) => mm(Math.max(length, least))
const short = (length: number) => mm(Math.floor(length * 10 + 1e-6) / 10)

type Kind = SpotView['kind']

// In the order they are told: what is thin first, what concerns the whole last.
const kinds: readonly Kind[] = ['stroke', 'gap', 'speck', 'pinhole', 'empty', 'full']

function spotHint(kind: Kind, worst: SpotView, { least }: StencilView['measures']): Hint {
  const words = {
    stroke: () => t('design.thin', { mm: short(worst.size), least: mm(least.strokeMm) }),
    gap: () => t('design.narrow', { mm: short(worst.size), least: mm(least.gapMm) }),
    speck: () => t('design.speck', { mm: short(worst.size), least: mm(least.strokeMm) }),
    pinhole: () => t('design.pinhole', { mm: short(worst.size), least: mm(least.gapMm) }),
    empty: () => t('design.pale'),
    full: () => t('design.full'),
  }
  return { key: kind, kind: 'warning', words: words[kind]() }
}

/** What was found in a design, in millimetres; what is fine when nothing was. */
export function stencilHints(view: StencilView): Hint[] {
  const { refusal, spots, measures } = view
  const found = kinds.flatMap((kind) => {
    const [worst] = spots.filter((spot) => spot.kind === kind).sort((a, b) => a.size - b.size)
    return worst ? [spotHint(kind, worst, measures)] : []
  })
  if (found.length > 0) return found
  if (refusal) return [{ key: 'refusal', kind: 'warning', words: say(refusal.message) }]
  return fineHints(measures)
}

function fineHints({ strokeMm, gapMm, least, changed }: StencilView['measures']): Hint[] {
  const all: (Hint | false)[] = [
    strokeMm > 0 && {
      key: 'stroke',
      kind: 'fine',
      words: t('design.strokeFine', { mm: enough(strokeMm, least.strokeMm), least: mm(least.strokeMm) }),
    },
    gapMm > 0 && {
      key: 'gap',
      kind: 'fine',
      words: t('design.gapFine', { mm: enough(gapMm, least.gapMm), least: mm(least.gapMm) }),
    },
    changed > 0 && { key: 'mended', kind: 'fine', words: t('design.mended') },
  ]
  return all.filter((hint) => hint !== false)
}

/** The server's word on a content it has looked at. */
export function contentHint(verdict: DesignVerdict): Hint | null {
  switch (verdict.content) {
    case 'pass':
      return { key: 'content', kind: 'fine', words: t('design.contentFine') }
    case 'review':
      return { key: 'content', kind: 'warning', words: t('design.contentReview') }
    case 'unchecked':
      return null
  }
}

/** A field shows a refusal while writing, but a field not yet written in is not at fault. */
export function shownRefusal(refusal: Refusal | null, touched: boolean): Refusal | null {
  return refusal?.code === 'IMPRINT_EMPTY' && !touched ? null : refusal
}
