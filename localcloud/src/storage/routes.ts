import { ServiceError, invalidParameter, messageOf } from '../errors'
import { type Exchange, type Handler, headerOf, jsonOf, sendBytes, sendJson } from '../http/exchange'
import { readMultipart } from '../http/multipart'
import { type Storage } from './files'

const forbidden = (exchange: Exchange): void =>
  sendBytes(exchange.response, Buffer.from('Forbidden'), { 'content-type': 'text/plain' }, 403)

/** COS answers an upload with nothing, or with an error in XML. */
function cosError({ response }: Exchange, code: string, message: string): void {
  const xml = `<?xml version='1.0' encoding='utf-8' ?><Error><Code>${code}</Code><Message>${message.replace(/[<&]/g, '')}</Message><RequestId>local</RequestId><TraceId>local</TraceId></Error>`
  sendBytes(response, Buffer.from(xml), { 'content-type': 'application/xml' }, 403)
}

/** `/files/...`: what temp URLs and the SDK's uploads point to. */
export function filesHandler(storage: Storage): Handler {
  return (exchange) => {
    const { method, path, query, request, response, body } = exchange
    if (!path.startsWith('/files/')) return false
    const name = path.slice('/files/'.length)
    const expires = Number(query.get('t'))
    if (method === 'PUT') {
      if (!storage.verify('put', name, expires, String(request.headers.authorization ?? '')))
        return cosError(exchange, 'AccessDenied', 'Access Denied')
      try {
        storage.save(name, body, undefined)
      } catch (thrown) {
        return cosError(exchange, 'InvalidArgument', messageOf(thrown))
      }
      return sendBytes(response, Buffer.alloc(0), {})
    }
    if (!storage.verify('get', name, expires, query.get('sign') ?? '')) return forbidden(exchange)
    const file = storage.read(name)
    if (!file) return sendBytes(response, Buffer.from('Not Found'), { 'content-type': 'text/plain' }, 404)
    sendBytes(response, file.bytes, {
      'content-type': file.type,
      'cache-control': 'private, max-age=300',
      'x-content-type-options': 'nosniff',
      // A drawing may carry scripts: it may be shown as a picture, never opened as a page.
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      ...(file.type === 'image/svg+xml' ? { 'content-disposition': 'attachment' } : {}),
    })
  }
}

/** Client side of storage: `POST /upload?path=` (raw bytes or a form with `file`) and `POST /temp-urls`. */
export function clientFilesHandler(storage: Storage, baseUrl: () => string): Handler {
  const upload = (exchange: Exchange): void => {
    const { query, request, body, response } = exchange
    const openid = headerOf(exchange, 'x-wx-openid')
    if (!openid) throw invalidParameter('x-wx-openid is missing')
    const type = request.headers['content-type'] ?? ''
    const parts = type.startsWith('multipart/') ? readMultipart(body, type) : undefined
    const file = parts ? parts.find(({ name }) => name === 'file') : { bytes: body }
    const path = query.get('path') ?? parts?.find(({ name }) => name === 'path')?.bytes.toString() ?? ''
    if (!file) throw invalidParameter('the form has no field file')
    sendJson(response, { fileID: storage.save(path, file.bytes, openid), statusCode: 200 })
  }
  const tempUrls = (exchange: Exchange): void => {
    const { fileList = [] } = jsonOf<{ fileList?: (string | { fileID: string; maxAge?: number })[] }>(exchange)
    const wanted = fileList.map((entry) =>
      typeof entry === 'string'
        ? { fileId: entry }
        : { fileId: entry.fileID, ...(entry.maxAge === undefined ? {} : { maxAgeS: entry.maxAge }) },
    )
    const urls = storage.tempUrls(wanted, baseUrl()).map(({ code, ...url }) => ({
      ...url,
      status: code === 'SUCCESS' ? 0 : -503003,
      errMsg: code === 'SUCCESS' ? 'ok' : 'STORAGE_FILE_NONEXIST',
    }))
    sendJson(exchange.response, { fileList: urls })
  }
  return (exchange) => {
    const work = exchange.path === '/upload' ? upload : exchange.path === '/temp-urls' ? tempUrls : undefined
    if (!work || exchange.method !== 'POST') return false
    try {
      work(exchange)
    } catch (thrown) {
      const denied = thrown instanceof ServiceError && thrown.code === 'STORAGE_EXCEED_AUTHORITY'
      sendJson(exchange.response, { errCode: denied ? -503002 : -503001, errMsg: messageOf(thrown) }, 400)
    }
  }
}
