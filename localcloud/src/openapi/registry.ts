import { type Caller } from '../identity'
import { encodeAnswer } from './protobuf'

/** The service's own answer to a wrong request: `errcode` and `errmsg` as WeChat gives them. */
export class OpenApiError extends Error {
  constructor(
    readonly errcode: number,
    readonly errmsg: string,
  ) {
    super(errmsg)
  }
}
/** Data in snake_case, as it crosses the wire. Answers snake_case JSON (errcode 0 is added) or the bytes of a picture. */
export type OpenApi = (data: Record<string, unknown>, caller: Caller | undefined) => object | Buffer

/** Source: WeChat docs, cloud call errors. */
const NOT_FOUND = -604100
const NO_PERMISSION = -604101
const JSON_TYPE = 'application/json; charset=utf-8'

const json = (value: object, errorCode = 0): Buffer =>
  encodeAnswer(Buffer.from(JSON.stringify(value)), JSON_TYPE, errorCode)

/** Answers one open API call: unknown API, missing permission in the caller's config.json, then the API itself. */
export function answerOpenApi(
  apis: Record<string, OpenApi>,
  permitted: (caller: Caller, api: string) => boolean,
  api: string,
  data: Record<string, unknown>,
  caller: Caller | undefined,
): Buffer {
  const handler = Object.hasOwn(apis, api) ? apis[api] : undefined
  if (!handler) return json({}, NOT_FOUND)
  if (caller && !permitted(caller, api)) return json({}, NO_PERMISSION)
  try {
    const answer = handler(data, caller)
    return Buffer.isBuffer(answer) ? encodeAnswer(answer, 'image/png') : json({ errcode: 0, errmsg: 'ok', ...answer })
  } catch (thrown) {
    if (thrown instanceof OpenApiError) return json({ errcode: thrown.errcode, errmsg: thrown.errmsg })
    throw thrown
  }
}
