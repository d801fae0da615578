import { type Server, createServer } from 'node:http'
import { type AddressInfo } from 'node:net'
import { messageOf } from '../errors'
import { MAX_FILE_BYTES } from '../limits'
import { type Exchange, type Handler, readBody, sendJson } from './exchange'
import { admit } from './guard'

export interface HttpServer {
  url: string
  port: number
  close(): Promise<void>
}

/** Longer than any client keeps a connection: the server must not be the one that hangs up between two requests. */
const KEEP_ALIVE_MS = 600_000

/** Starts the server; the handlers are asked in order, the first that does not answer false has answered. */
export async function listen(host: string, port: number, handlers: Handler[]): Promise<HttpServer> {
  const server: Server = createServer((request, response) => {
    const serve = async (): Promise<void> => {
      if (!admit(request, response)) return
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://local')
      const path = decodeURIComponent(pathname)
      const body = await readBody(request, MAX_FILE_BYTES + 1024 * 1024)
      const exchange: Exchange = { request, response, method: request.method ?? 'GET', path, query: searchParams, body }
      for (const handler of handlers) if ((await handler(exchange)) !== false) return
      sendJson(response, { errCode: -1, errMsg: `nothing at ${path}` }, 404)
    }
    serve().catch((thrown: unknown) => {
      if (response.headersSent) response.destroy()
      else sendJson(response, { errCode: -1, errMsg: messageOf(thrown) }, 400)
    })
  })
  server.keepAliveTimeout = KEEP_ALIVE_MS
  server.headersTimeout = KEEP_ALIVE_MS + 1000
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => resolve())
  })
  const bound = (server.address() as AddressInfo).port
  return {
    url: `http://${host}:${bound}`,
    port: bound,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
