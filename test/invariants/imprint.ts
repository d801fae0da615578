import type { FulfilmentDoc } from '../../domain/fulfilment/fulfilment'
import { designsOf } from '../../domain/imprint/imprint'
import type { OrderLine } from '../../domain/order/order'
import { byId, type Asked, type Dump } from './dump'

/** What is bought is what will be cut: every design of every line has its stencil, and that stencil is kept (O2, G4). */
export function brokenImprints({ documents }: Dump, _asked: Asked): string[] {
  const { orders, fulfilments, stencils } = documents
  const kept = byId(stencils)
  const unkept = ({ imprint }: OrderLine) => (imprint?.stencils ?? []).filter((id) => !kept.get(id)?.d.startsWith('M'))
  const brokenLines = (what: string, lines: readonly OrderLine[]) =>
    lines.flatMap((line) => [
      ...brokenCount(what, line),
      ...unkept(line).map((id) => `${what}: line ${line.id} is cut with ${id}, which nobody kept`),
    ])
  return [
    ...orders.flatMap(({ _id, lines }) => brokenLines(`order ${_id}`, lines)),
    ...fulfilments.flatMap(({ _id, lines }) => brokenLines(`parcel ${_id}`, lines)),
    ...fulfilments.flatMap(brokenCode),
  ]
}

// O5: a parcel has the code of its line, also when it was split off another.
function brokenCode({ _id, code, lines }: FulfilmentDoc): string[] {
  const right = lines[0].imprint?.code ?? null
  return code === right ? [] : [`parcel ${_id} has the code ${String(code)}, its line ${String(right)}`]
}

// One for each fruit's character, else one.
function brokenCount(what: string, { id, kind, imprint, pieces }: OrderLine): string[] {
  if (kind === 'ready') return imprint ? [`${what}: line ${id} is from the shelf and has an imprint`] : []
  if (!imprint) return [`${what}: line ${id} is grown without an imprint`]
  const designs = imprint.kind === 'picture' ? 1 : designsOf(imprint).length
  if (imprint.stencils.length !== designs) {
    return [`${what}: line ${id} has ${imprint.stencils.length} stencils for ${designs} designs`]
  }
  return pieces % designs === 0 ? [] : [`${what}: line ${id} shares ${pieces} fruit among ${designs} designs`]
}
