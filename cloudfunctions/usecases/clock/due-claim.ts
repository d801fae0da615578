import type { ClaimDoc } from '../../../domain/aftersale/claim'
import { commandsFor } from '../../../domain/machine'
import { AFTER_SALE } from '../../../domain/aftersale/machine'
import type { Ports } from '../../ports/ports'
import { changeClaim } from '../core/change'
import { relay } from '../core/relay'
import { CLOCK } from './due-order'

/** What time asks of a claim (A1): a colleague looks, or it is let be; else what is left in its outbox is sent. */
export async function workOnClaim(ports: Ports, claim: ClaimDoc): Promise<void> {
  const ended = claim.answerBy !== null && ports.now() >= claim.answerBy
  const move = (['overdue', 'lapse'] as const).find((type) =>
    commandsFor(AFTER_SALE, claim.state, 'clock').includes(type),
  )
  if (ended && move) await changeClaim(ports, claim._id, { type: move }, CLOCK, { loaded: claim })
  else await relay(ports, 'aftersales', claim)
}
