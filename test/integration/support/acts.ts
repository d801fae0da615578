import type { Input, ProcedureName } from '../../../contract'
import type { TestCloud } from './cloud'

type AnyAnswer = { ok: true } | { ok: false; error: { code: string } }

/** What a person was answered, in one word: `ok`, or the code of the refusal. */
export function wordOf(answer: unknown): string {
  const said = answer as AnyAnswer
  return said.ok ? 'ok' : said.error.code
}

/** An act whose answer is one word. */
export function ask<Name extends ProcedureName>(shop: TestCloud, who: string, name: Name, input: Input<Name>) {
  return shop.call(who, name, input).then(wordOf)
}

/** The timer fires, whatever the clock says: two of these at once are two clocks. */
export async function tick(shop: TestCloud): Promise<string> {
  const event = { Type: 'Timer', TriggerName: 'clock', Time: shop.cloud.clock.now(), Message: '' }
  const answer = await shop.cloud.machine.invoker.invoke({ name: 'clock', event, identity: {}, source: 'timer' })
  return answer.ok ? 'ok' : answer.errMsg
}

/** WeChat's notice of a payment, as the platform hands it over. */
export async function notify(shop: TestCloud, event: Record<string, unknown>): Promise<unknown> {
  const answer = await shop.cloud.machine.invoker.invoke({ name: 'payment', event, identity: {}, source: 'service' })
  return answer.ok ? answer.result : answer.errMsg
}

/** Puts the clock forward without letting any timer fire on the way. */
export function jump(shop: TestCloud, ms: number): void {
  shop.cloud.machine.clock.set(Date.parse(shop.cloud.clock.now()) + ms)
}

/** What becomes of a payment at WeChat without our doing: its time ends, or somebody acts by hand at the merchant's desk. */
export function setAtWeChat(shop: TestCloud, outTradeNo: string, state: 'NOTPAY' | 'CLOSED' | 'REFUND'): void {
  const { orders } = shop.cloud.machine
  const payment = orders.find({ outTradeNo })
  if (!payment) throw new Error(`WeChat knows no payment ${outTradeNo}`)
  orders.setState(payment, state)
}
