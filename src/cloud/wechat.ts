import Taro from '@tarojs/taro'
import type { PaymentView } from '../../contract'
import { askForPayment } from '../state/overlay'
import { tellLocalWechat } from './local'

export type PaymentOutcome = 'paid' | 'cancelled' | 'failed'

async function paySimulated(payment: PaymentView): Promise<PaymentOutcome> {
  const paid = await askForPayment(payment.totalFen)
  const prepayId = payment.sheet.package.replace(/^prepay_id=/, '')
  const said = await tellLocalWechat('pay', { prepayId, choice: paid ? 'pay' : 'cancel' })
  if (!paid) return 'cancelled'
  return said.endsWith(':ok') ? 'paid' : 'failed'
}

const isCancel = (error: unknown) => /cancel/.test((error as { errMsg?: string } | undefined)?.errMsg ?? '')

/**
 * Opens WeChat's payment sheet, or the simulated one on a local build. Never throws for a cancel. `paid` only means
 * the sheet said so: the order is paid when the server has WeChat's word.
 */
export async function requestPayment(payment: PaymentView): Promise<PaymentOutcome> {
  try {
    if (CLOUD_MODE === 'local') return await paySimulated(payment)
    await Taro.requestPayment(payment.sheet as unknown as Taro.requestPayment.Option)
    return 'paid'
  } catch (error) {
    return isCancel(error) ? 'cancelled' : 'failed'
  }
}

/** Template ids the person allowed one message each for. */
export type SubscribeOutcome = { accepted: string[] }

/**
 * Asks for one message per template. Call it synchronously in the tap, before anything is awaited: WeChat refuses it
 * later. Never throws; saying no is an empty list.
 */
export async function requestSubscribe(templateIds: string[]): Promise<SubscribeOutcome> {
  try {
    if (CLOUD_MODE === 'local') {
      await tellLocalWechat('subscribe', { tmplIds: templateIds, choice: 'accept' })
      return { accepted: templateIds }
    }
    const answer = (await Taro.requestSubscribeMessage({ tmplIds: templateIds, entityIds: [] })) as unknown as Record<
      string,
      string
    >
    return { accepted: templateIds.filter((id) => answer[id] === 'accept') }
  } catch {
    return { accepted: [] }
  }
}
