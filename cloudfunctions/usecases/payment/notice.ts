import type { Ports } from '../../ports/ports'
import { settleOrder } from './settle'

/** A notice from WeChat Pay. Only the number is read: whether it is true is asked of WeChat. */
export interface PaymentNotice {
  outTradeNo?: unknown
}

export interface NoticeAnswer {
  errcode: 0 | 1
  errmsg: string
}

/** Answers 0 once the payment's state is stored, or can never be; 1 makes WeChat repeat the notice. */
export async function answerNotice(ports: Ports, notice: PaymentNotice): Promise<NoticeAnswer> {
  try {
    await settleOrder(ports, String(notice.outTradeNo ?? ''))
    return { errcode: 0, errmsg: '' }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    ports.log({ level: 'error', what: 'notice not settled', outTradeNo: notice.outTradeNo, message })
    return { errcode: 1, errmsg: 'try again' }
  }
}
