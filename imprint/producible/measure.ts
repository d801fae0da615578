import { inverse, type Bits } from '../bitmap/bits'
import type { Beyond } from '../bitmap/distance'
import type { Finding } from './check'
import { PX_PER_MM, type Rules } from './rules'
import { thinnest } from './thin'

const WIDEST_MM = 6

/**
 * The thinnest stroke and gap of a design, mm on the 40 mm square: the worst of what was found too thin, else as far above
 * the rule as a disc still reaches every part.
 */
export function measureThinnest(bits: Bits, findings: readonly Finding[], { strokeMm, gapMm }: Rules) {
  return {
    strokeMm: worst(findings, 'stroke') ?? reach(bits, strokeMm, 'open'),
    gapMm: worst(findings, 'gap') ?? reach(inverse(bits), gapMm, 'same'),
  }
}

function worst(findings: readonly Finding[], kind: Finding['kind']): number | null {
  const sizes = findings.flatMap((finding) => (finding.kind === kind ? [finding.size] : []))
  return sizes.length === 0 ? null : Math.min(...sizes)
}

function reach(bits: Bits, leastMm: number, beyond: Beyond): number {
  return thinnest(bits, leastMm * PX_PER_MM, WIDEST_MM * PX_PER_MM, beyond) / PX_PER_MM
}
