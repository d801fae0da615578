import type { TemplateKey } from './templates'

/** Templates a shopper is asked to allow with one tap on pay: WeChat takes five at most. */
export const ASKED_WHEN_PAYING: readonly TemplateKey[] = ['paid', 'growth', 'confirmSend', 'shipped', 'reminder']
/** Asked again with the tap that keeps the fruit cold, since each acceptance allows one message only. */
export const ASKED_WHEN_STORING: readonly TemplateKey[] = ['cold', 'reminder', 'lastDay', 'shipped', 'delivered']
/** Asked with the tap that makes a claim: what its customer must not miss (A1). */
export const ASKED_WHEN_CLAIMING: readonly TemplateKey[] = ['claimAgreed', 'claimRefused', 'goodsBack', 'claimSettled']
