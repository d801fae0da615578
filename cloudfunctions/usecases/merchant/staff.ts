import type { By } from '../../../domain/history'
import type { Context } from '../core/answer'

/** The member of staff as the history will name them (D5). */
export function asMerchant({ openid }: Pick<Context, 'openid'>): By {
  return { actor: 'merchant', id: openid }
}
