import { type Route } from '../options'
import { type Handler, sendBytes, sendJson } from './exchange'

/** Serves the host application's own endpoints. */
export function routesHandler(routes: Route[]): Handler {
  return async (exchange) => {
    const { method, path, response } = exchange
    const route = routes.find((own) => own.method === method && (path === own.path || path.startsWith(`${own.path}/`)))
    if (!route) return false
    const answer = await route.handle(exchange)
    if ('json' in answer) sendJson(response, answer.json, answer.status)
    else sendBytes(response, Buffer.from(answer.body), { 'content-type': answer.contentType }, answer.status)
    return true
  }
}
