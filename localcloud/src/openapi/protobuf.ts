import { Reader, Writer } from 'protobufjs/minimal'

/** What `cloud.openapi.*` sends: CommApiData, by its field numbers. Files keep their bytes. */
export interface OpenApiRequest {
  data: Record<string, unknown>
  appid: string
}

function readPair(reader: Reader, end: number): [string, unknown] {
  let key = ''
  let value: Buffer = Buffer.alloc(0)
  let contentType = ''
  while (reader.pos < end) {
    const tag = reader.uint32()
    if (tag >>> 3 === 1) key = reader.string()
    else if (tag >>> 3 === 2) value = Buffer.from(reader.bytes())
    else if (tag >>> 3 === 3) contentType = reader.string()
    else reader.skipType(tag & 7)
  }
  return [key, contentType ? { contentType, bytes: value } : (JSON.parse(value.toString()) as unknown)]
}

/** Reads CommApiData {2: openapiData {1: repeated pair {1 key, 2 value (JSON), 3 contenttype}}, 6: appid}. */
export function decodeRequest(bytes: Buffer): OpenApiRequest {
  const reader = Reader.create(bytes)
  const request: OpenApiRequest = { data: {}, appid: '' }
  while (reader.pos < reader.len) {
    const tag = reader.uint32()
    if (tag >>> 3 === 2) {
      const end = reader.uint32() + reader.pos
      while (reader.pos < end) {
        reader.uint32()
        const pairEnd = reader.uint32() + reader.pos
        const [key, value] = readPair(reader, pairEnd)
        request.data[key] = value
      }
    } else if (tag >>> 3 === 6) request.appid = reader.string()
    else reader.skipType(tag & 7)
  }
  return request
}

/** Writes CommOpenApiResp {1 respData, 2 contentType, 3 errorCode, 4 httpCode}. */
export function encodeAnswer(body: Buffer, contentType: string, errorCode = 0): Buffer {
  const writer = Writer.create()
  writer.uint32(10).bytes(body)
  writer.uint32(18).string(contentType)
  if (errorCode !== 0) writer.uint32(24).int32(errorCode)
  return Buffer.from(writer.uint32(32).uint32(200).finish())
}
