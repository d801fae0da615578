import { invalidParameter, messageOf } from '../errors'
import { type Identity } from '../identity'
import { type InvokeAnswer } from '../functions/invoker'
import { OpenApiError } from '../openapi/registry'
import { type Choice, type SubscribeMessages } from '../openapi/subscribe-message'
import { type SheetAnswer } from '../pay/sheet'
import { type Exchange, type Handler, headerOf, jsonOf, sendJson } from './exchange'

export interface ClientServices {
  invoke(name: string, event: unknown, identity: Identity): Promise<InvokeAnswer>
  messages: SubscribeMessages
  playSheet(choice: { prepayId: string; choice: 'pay' | 'cancel'; openid: string }): Promise<SheetAnswer>
}

export function identityOf(exchange: Exchange): Identity & { openid: string } {
  const openid = headerOf(exchange, 'x-wx-openid')
  const unionid = headerOf(exchange, 'x-wx-unionid')
  if (!openid) throw invalidParameter('the header x-wx-openid is missing')
  return { openid, ...(unionid === undefined ? {} : { unionid }) }
}

/** What a mini-program does: calls functions, answers the subscribe dialog, pays. */
export function clientHandler({ invoke, messages, playSheet }: ClientServices): Handler {
  const invokeFunction = async (exchange: Exchange): Promise<void> => {
    const answer = await invoke(exchange.path.slice('/invoke/'.length), jsonOf(exchange), identityOf(exchange))
    exchange.response.setHeader('x-localcloud-round-trips', answer.invocation.roundTrips)
    const { result, errCode, errMsg } = answer.ok
      ? { result: answer.result, errCode: undefined, errMsg: undefined }
      : { result: undefined, ...answer }
    sendJson(
      exchange.response,
      answer.ok ? { result, requestID: answer.invocation.id } : { errCode, errMsg, requestID: answer.invocation.id },
    )
  }
  const subscribe = (exchange: Exchange): void => {
    const { tmplIds, choice } = jsonOf<{ tmplIds?: string[]; choice?: Choice }>(exchange)
    if (!Array.isArray(tmplIds) || (choice !== 'accept' && choice !== 'reject'))
      throw invalidParameter('tmplIds and choice (accept or reject) are needed')
    try {
      sendJson(exchange.response, {
        errMsg: 'requestSubscribeMessage:ok',
        ...messages.choose(identityOf(exchange).openid, tmplIds, choice),
      })
    } catch (thrown) {
      if (!(thrown instanceof OpenApiError)) throw thrown
      sendJson(exchange.response, { errCode: thrown.errcode, errMsg: `requestSubscribeMessage:fail ${thrown.errmsg}` })
    }
  }
  const pay = async (exchange: Exchange): Promise<void> => {
    const { prepayId, choice } = jsonOf<{ prepayId?: string; choice?: 'pay' | 'cancel' }>(exchange)
    if (!prepayId || (choice !== 'pay' && choice !== 'cancel'))
      throw invalidParameter('prepayId and choice (pay or cancel) are needed')
    sendJson(exchange.response, await playSheet({ prepayId, choice, openid: identityOf(exchange).openid }))
  }
  return async (exchange) => {
    const { path, method } = exchange
    const work = path.startsWith('/invoke/')
      ? invokeFunction
      : path === '/wechat/subscribe'
        ? subscribe
        : path === '/wechat/pay'
          ? pay
          : undefined
    if (!work || method !== 'POST') return false
    try {
      await work(exchange)
    } catch (thrown) {
      sendJson(exchange.response, { errCode: -1, errMsg: messageOf(thrown) }, 400)
    }
    return true
  }
}
