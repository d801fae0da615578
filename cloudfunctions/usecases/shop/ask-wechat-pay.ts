import { Refused, reject } from '../../../domain/refusals'
import type { Ports } from '../../ports/ports'

/** Does what needs WeChat Pay's answer. Throws PAYMENT_UNAVAILABLE when there is none; a refusal passes as it is. */
export async function askWeChatPay<T>(ports: Ports, orderNo: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Refused) throw error
    ports.log({ level: 'warn', what: 'payment unavailable', order: orderNo, message: String(error) })
    return reject('PAYMENT_UNAVAILABLE')
  }
}
