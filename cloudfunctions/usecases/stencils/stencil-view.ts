import type { FixView, SpotView, StencilView } from '../../../contract'
import { charactersOf, type TextImprint } from '../../../domain/imprint/imprint'
import { svgPath } from '../../../imprint/outline/path'
import { STICKER_MM } from '../../../imprint/fruit/imprint-frame'
import { RULES } from '../../../imprint/producible/rules'
import type { Cut } from './cut'

/** Hundredths of a millimetre are finer than any printer. */
export const ART_DECIMALS = 2

const round = (value: number): number => Math.round(value * 1000) / 1000

// Nothing cut, nothing measured.
const least = (values: readonly number[]): number => (values.length > 0 ? Math.min(...values) : 0)

/** What the cuts were made from: a motif of ours has nothing to mend. */
type Shown = Pick<TextImprint, 'kind' | 'text'> | { kind: 'motif' } | { kind: 'photo' }

/** What was cut for all designs of an imprint as the studio shows it: the first refusal, every spot, the worst measures. */
export function stencilView(cuts: readonly Cut[], imprint: Shown): StencilView {
  const worst = (measure: 'emMm' | 'strokeMm' | 'gapMm') => round(least(cuts.map(({ cut }) => cut.measures[measure])))
  const most = (measure: 'share' | 'changed') => round(Math.max(0, ...cuts.map(({ cut }) => cut.measures[measure])))
  const stickerMm = cuts[0]?.cut.measures.stickerMm ?? STICKER_MM
  const { strokeMm, gapMm } = RULES[cuts[0]?.technique ?? 'mask']
  return {
    refusal: cuts.find(({ refusal }) => refusal)?.refusal ?? null,
    art: cuts.map(({ cut }) => svgPath(cut.path, ART_DECIMALS)),
    spots: cuts.flatMap(spotsOf),
    fixes: fixesOf(cuts, imprint),
    measures: {
      stickerMm,
      emMm: worst('emMm'),
      strokeMm: worst('strokeMm'),
      gapMm: worst('gapMm'),
      least: { strokeMm, gapMm },
      share: most('share'),
      changed: most('changed'),
    },
  }
}

function spotsOf({ cut: { findings, measures } }: Cut, design: number): SpotView[] {
  const middle = STICKER_MM / 2
  const onFruit = measures.stickerMm / STICKER_MM
  return findings.map(({ kind, x, y, size }) => ({
    kind,
    x: round(x - middle),
    y: round(y - middle),
    size: kind === 'empty' || kind === 'full' ? round(size) : round(size * onFruit),
    design,
  }))
}

// The first is the one that changes least of what the shopper chose.
function fixesOf(cuts: readonly Cut[], imprint: Shown): FixView[] {
  const bad = cuts.filter(({ refusal }) => refusal)
  if (bad.length === 0) return []
  if (imprint.kind !== 'text') return imprint.kind === 'photo' ? [{ kind: 'simplify' }] : []
  const faces = bad.map(({ cut }) => cut.proposes.face)
  const [face] = faces
  const most = Math.min(...bad.map(({ cut }) => cut.proposes.most ?? Infinity))
  return [
    ...(bad.every(({ cut }) => cut.thickenable) ? [{ kind: 'thicken' } as const] : []),
    ...(face && faces.every((other) => other === face) ? [{ kind: 'face', face } as const] : []),
    ...(most < charactersOf(imprint.text).length ? [{ kind: 'fewer', most } as const] : []),
  ]
}
