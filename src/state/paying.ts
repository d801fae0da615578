import { ASKED_WHEN_PAYING } from '../../domain/message/asked'
import { call } from '../cloud/door'
import { requestPayment } from '../cloud/wechat'
import { t } from '../locales'
import { useAction, type Action } from './action'
import type { AskToTell } from './telling'
import { toast } from './toast'

/** How a payment ended; `waiting` when the sheet said paid and WeChat has not told the server yet. */
export type Paid = 'paid' | 'waiting' | 'not-paid'

/**
 * Opens the payment sheet of an order and asks the server what really happened (O7). `key` is the tap's; each of the
 * two commands gets its own from it. Throws CallError.
 */
export async function settle(key: string, no: string): Promise<Paid> {
  const payment = await call('orders.pay', { key: `${key}-pay`, no })
  const outcome = await requestPayment(payment)
  if (outcome !== 'paid') return 'not-paid'
  const order = await call('orders.checkPayment', { key: `${key}-check`, no })
  return order.payment.state === 'due' ? 'waiting' : 'paid'
}

/** Says how it ended; being paid is told by the order itself. */
export function sayPaid(paid: Paid): void {
  if (paid === 'not-paid') toast(t('app.payCancelled'))
  if (paid === 'waiting') toast(t('app.payWaiting'))
}

/** Paying an order that exists: asks for messages first, as WeChat wants it, then opens the sheet. */
export function usePaying(askToTell: AskToTell, done: () => Promise<unknown> | void): Action<[no: string]> {
  return useAction(async (key: string, no: string) => {
    await askToTell(ASKED_WHEN_PAYING)
    try {
      sayPaid(await settle(key, no))
    } finally {
      await done()
    }
  })
}
