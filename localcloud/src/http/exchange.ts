import { type IncomingMessage, type ServerResponse } from 'node:http'
import { invalidParameter } from '../errors'

/** One HTTP request, read to its end. */
export interface Exchange {
  request: IncomingMessage
  response: ServerResponse
  method: string
  /** Decoded path, and its query. */
  path: string
  query: URLSearchParams
  body: Buffer
}

/** A path of the server: handles an exchange, or answers false to let others try. */
export type Handler = (exchange: Exchange) => Promise<boolean | void> | boolean | void

/** Reads a body; throws when it is longer than `limit` bytes. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += (chunk as Buffer).length
    if (size > limit) throw invalidParameter(`the body exceeds ${limit} bytes`)
    chunks.push(chunk as Buffer)
  }
  return Buffer.concat(chunks)
}

export const JSON_TYPE = 'application/json; charset=utf-8'

export function sendJson(response: ServerResponse, value: unknown, status = 200, contentType = JSON_TYPE): void {
  const text = JSON.stringify(value)
  response.writeHead(status, {
    'content-type': contentType,
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
  })
  response.end(text)
}

export function sendBytes(
  response: ServerResponse,
  bytes: Buffer,
  headers: Record<string, string>,
  status = 200,
): void {
  response.writeHead(status, { ...headers, 'content-length': bytes.length })
  response.end(response.req.method === 'HEAD' ? undefined : bytes)
}

/** The JSON of a body; an empty body is an empty object. */
export function jsonOf<T>({ body }: Exchange): T {
  if (body.length === 0) return {} as T
  try {
    return JSON.parse(body.toString()) as T
  } catch {
    throw invalidParameter('the body is not JSON')
  }
}

/** A header with one value. */
export const headerOf = ({ request }: Exchange, name: string): string | undefined => {
  const value = request.headers[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}
