import type { ClaimView } from '../../../contract'
import { CLAIM_TABS } from '../../../domain/aftersale/claim'
import type { AfterSaleState } from '../../../domain/aftersale/machine'
import { later, sayMoment, type Instant } from '../../../domain/time'
import { language, t, type MessageKey } from '../../locales/for-staff'

const sentences: Partial<Record<AfterSaleState, MessageKey>> = {
  requested: 'claims.nextRequested',
  escalated: 'claims.nextEscalated',
  agreed: 'claims.nextAgreed',
  refused: 'claims.nextRefused',
  goodsOnTheWayBack: 'claims.nextOnTheWay',
  goodsBack: 'claims.nextBack',
}

/** What a claim waits for, as the merchant reads it; null when it has ended. `late`: under six hours are left. */
export function nextOf(
  { state, answerBy }: Pick<ClaimView, 'state' | 'answerBy'>,
  now: Instant,
): { words: string; ours: boolean; late: boolean } | null {
  const sentence = sentences[state]
  if (!sentence) return null
  const ours = (CLAIM_TABS.ours as readonly AfterSaleState[]).includes(state)
  return {
    words: t(sentence, { when: answerBy ? sayMoment(answerBy, language()) : '' }),
    ours,
    late: ours && answerBy !== null && later(now, 6, 'hour') > answerBy,
  }
}
