import { randomUUID } from 'node:crypto'
import { ServiceError, messageOf } from '../errors'
import { type FaultRule, type Faults } from '../faults'
import { SECRET_ID } from '../functions/environment'
import { type Caller, readToken } from '../identity'
import { type OpenApi, answerOpenApi } from '../openapi/registry'
import { decodeRequest } from '../openapi/protobuf'
import { type PayAnswer, type PayRequest } from '../pay/answers'
import { type WireEntry, type WireLog } from '../wire-log'
import { type Action } from './action'
import { type Exchange, sendBytes, sendJson } from './exchange'
import { readMultipart } from './multipart'

export interface AdminServices {
  actions: Record<string, Action>
  openApis: Record<string, OpenApi>
  permitted(caller: Caller, api: string): boolean
  payApis: Record<string, (request: PayRequest, caller: Caller | undefined) => PayAnswer>
  faults: Faults
  wireLog: WireLog
  iso(): string
  countRoundTrip(root: string): void
  /** Whether the caller's call was made since the machine was last emptied or put back. */
  lives(caller: Caller): boolean
  kill(invocation: string): boolean
}
type Reply = { bytes: Buffer; contentType: string } | object

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** Parameters of a request: JSON, or for the WeChat APIs a form whose `requestData` stays bytes. */
function readParameters({ request, body }: Exchange): { parameters: Record<string, unknown>; payload: Buffer } {
  const type = request.headers['content-type'] ?? ''
  if (!type.startsWith('multipart/'))
    return { parameters: JSON.parse(body.toString()) as Record<string, unknown>, payload: Buffer.alloc(0) }
  const parts = readMultipart(body, type)
  const payload = parts.find(({ name }) => name === 'requestData')?.bytes ?? Buffer.alloc(0)
  const texts = parts
    .filter(({ name }) => name !== 'requestData' && name !== 'apiOptions')
    .map(({ name, bytes }) => [name, bytes.toString()])
  return { parameters: Object.fromEntries(texts) as Record<string, unknown>, payload }
}

/** The admin protocol: POST, one action per request, HTTP 200 always; errors are {code, message}. */
export function adminHandler(services: AdminServices): (exchange: Exchange) => Promise<void> {
  const perform = async (
    action: string,
    parameters: Record<string, unknown>,
    payload: Buffer,
    caller: Caller | undefined,
    entry: WireEntry,
  ): Promise<Reply> => {
    const api = String(parameters.apiName ?? '')
    if (action === 'wx.openApi') {
      const bytes = answerOpenApi(services.openApis, services.permitted, api, decodeRequest(payload).data, caller)
      return { bytes, contentType: 'application/octet-stream' }
    }
    if (action === 'wx.wxPayApi') {
      const handler = Object.hasOwn(services.payApis, api) ? services.payApis[api] : undefined
      if (!handler) throw new ServiceError('INVALID_PARAM', `cloudPay.${api} does not exist`)
      // With a charset the SDK would parse the answer twice and call it unknown.
      return {
        bytes: Buffer.from(JSON.stringify(handler(JSON.parse(payload.toString()) as PayRequest, caller))),
        contentType: 'application/json',
      }
    }
    const handler = Object.hasOwn(services.actions, action) ? services.actions[action] : undefined
    if (!handler) throw new ServiceError('INVALID_ACTION', `action ${action} is not known here`)
    return handler(parameters, { caller, note: (facts) => void Object.assign(entry, facts) })
  }
  const strikeBefore = async (fault: FaultRule | undefined, caller: Caller | undefined): Promise<void> => {
    if (fault?.kind === 'delay') await pause(fault.ms)
    if (fault?.kind === 'hold') {
      fault.reached()
      await fault.until
    }
    if (fault?.kind === 'fail') throw new ServiceError(fault.code, fault.message)
    if (fault?.kind === 'kill-function' && fault.when === 'before' && caller) {
      services.kill(caller.invocation)
      throw new ServiceError('SYS_ERR', 'the function was killed')
    }
  }

  return async (exchange) => {
    const { request, response } = exchange
    if (!String(request.headers.authorization ?? '').startsWith(`TC3-HMAC-SHA256 Credential=${SECRET_ID}/`)) {
      return sendJson(response, {
        code: 'SIGN_PARAM_INVALID',
        message: 'secret id is not valid',
        requestId: randomUUID(),
      })
    }
    const requestId = randomUUID()
    const started = performance.now()
    const entry: WireEntry = { at: services.iso(), action: '', subject: '', ms: 0 }
    try {
      const { parameters, payload } = readParameters(exchange)
      const action = String(parameters.action)
      const caller = readToken(parameters.wxCloudApiToken)
      const collection = parameters.collectionName === undefined ? undefined : String(parameters.collectionName)
      Object.assign(entry, {
        action,
        subject: String(collection ?? parameters.function_name ?? parameters.apiName ?? parameters.path ?? ''),
      })
      if (caller && !services.lives(caller)) throw new ServiceError('SYS_ERR', 'this call is from before a reset')
      if (caller) {
        Object.assign(entry, { function: caller.function, invocation: caller.invocation })
        services.countRoundTrip(caller.root)
      }
      const fault = services.faults.strike({ action, collection, function: caller?.function })
      await strikeBefore(fault, caller)
      const reply = await perform(action, parameters, payload, caller, entry)
      if (fault?.kind === 'kill-function' && caller) services.kill(caller.invocation)
      if (fault?.kind === 'drop-answer' || fault?.kind === 'kill-function') return void response.destroy()
      if ('bytes' in reply && Buffer.isBuffer(reply.bytes))
        return sendBytes(response, reply.bytes, { 'content-type': String(reply.contentType) })
      sendJson(response, { ...reply, requestId })
    } catch (thrown) {
      const known = thrown instanceof ServiceError
      entry.error = known ? `${thrown.code} ${thrown.message}` : messageOf(thrown)
      if (!known)
        process.stderr.write(
          `localcloud: ${entry.action}: ${thrown instanceof Error ? (thrown.stack ?? '') : String(thrown)}\n`,
        )
      sendJson(response, { code: known ? thrown.code : 'SYS_ERR', message: messageOf(thrown), requestId })
    } finally {
      entry.ms = Math.round((performance.now() - started) * 10) / 10
      services.wireLog.add(entry)
    }
  }
}
