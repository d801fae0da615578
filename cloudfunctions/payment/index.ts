import { calledByClient, createPorts } from '../ports/wx'
import { BUDGET_MS } from '../usecases/core/budget'
import { answerNotice, type NoticeAnswer, type PaymentNotice } from '../usecases/payment/notice'

/** WeChat's payment and refund notices. WeChat repeats a notice until `errcode` is 0. */
export async function main(event: PaymentNotice): Promise<NoticeAnswer> {
  if (calledByClient()) return { errcode: 1, errmsg: 'not for clients' }
  return answerNotice(createPorts(BUDGET_MS.notice), event)
}
