import type { FulfilmentDoc } from '../../../domain/fulfilment/fulfilment'
import { alreadyDone, type By } from '../../../domain/history'
import { reject } from '../../../domain/refusals'
import type { Context } from '../core/answer'

/** The orchard this person works for; the role check has made sure there is one. */
export function orchardOf({ staff }: Context): string {
  return staff?.orchardId ?? reject('NOT_YOURS')
}

/** The orchard's person as the history will name them. */
export function asOrchard({ openid }: Context): By {
  return { actor: 'orchard', id: openid }
}

/** Hides other orchards' work. Work this orchard has declined is gone too, but for a repeat of that very tap. */
export function ownWork(context: Context, declinedWith?: string): (job: FulfilmentDoc) => void {
  const orchardId = orchardOf(context)
  return (job) => {
    if (job.orchardId === orchardId) return
    if (!alreadyDone(job.history, declinedWith, 'decline', asOrchard(context))) reject('FULFILMENT_UNKNOWN')
  }
}
