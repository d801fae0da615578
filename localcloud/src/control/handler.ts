import { messageOf, invalidParameter } from '../errors'
import { type Exchange, type Handler, jsonOf, sendJson } from '../http/exchange'

type Answer = unknown
export type ControlRoutes = Record<
  string,
  { get?(query: URLSearchParams): Answer; post?(body: never): Answer | Promise<Answer> }
>

const PREFIX = '/_control/'

/** The control API: GET reads, POST does; both speak JSON. */
export function controlHandler(routes: ControlRoutes): Handler {
  return async (exchange: Exchange) => {
    const { path, method, query, response } = exchange
    if (!path.startsWith(PREFIX)) return false
    const route = routes[path.slice(PREFIX.length)]
    try {
      if (!route) throw invalidParameter(`no such control: ${path}`)
      const work = method === 'POST' ? route.post : route.get
      if (!work) throw invalidParameter(`${method} is not possible here`)
      const answer = await (method === 'POST' ? route.post?.(jsonOf<never>(exchange)) : route.get?.(query))
      sendJson(response, answer ?? { ok: true })
    } catch (thrown) {
      sendJson(response, { errCode: -1, errMsg: messageOf(thrown) }, 400)
    }
    return true
  }
}
