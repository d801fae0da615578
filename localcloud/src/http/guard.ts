import { type IncomingMessage, type ServerResponse } from 'node:http'

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i
/** Pages of the WeChat DevTools simulator. */
const DEVTOOLS = ['https://servicewechat.com', 'https://servicewechat.com:443']

const loopbackOrigin = (origin: string): boolean => {
  try {
    const { protocol, host } = new URL(origin)
    return /^https?:$/.test(protocol) && LOOPBACK.test(host)
  } catch {
    return false
  }
}

/**
 * Keeps strangers out of a server that believes the openid a caller names: only loopback hosts (no DNS rebinding), and
 * only pages from this machine or from WeChat DevTools. Answers false when the request is answered already.
 */
export function admit(request: IncomingMessage, response: ServerResponse): boolean {
  const { origin, host = '' } = request.headers
  const refuse = (why: string): false => {
    response.writeHead(403, { 'content-type': 'text/plain; charset=utf-8' })
    response.end(why)
    return false
  }
  if (!LOOPBACK.test(host)) return refuse('only this machine may call')
  if (origin === undefined) return true
  if (!loopbackOrigin(origin) && !DEVTOOLS.includes(origin)) return refuse('this page may not call')
  response.setHeader('access-control-allow-origin', origin)
  response.setHeader('vary', 'Origin')
  response.setHeader('access-control-expose-headers', 'x-localcloud-round-trips')
  if (request.method !== 'OPTIONS') return true
  response.writeHead(204, {
    'access-control-allow-methods': 'GET, HEAD, POST, PUT, DELETE',
    'access-control-allow-headers': String(
      request.headers['access-control-request-headers'] ?? 'content-type, x-wx-openid, x-wx-unionid',
    ),
    'access-control-max-age': '600',
  })
  response.end()
  return false
}
