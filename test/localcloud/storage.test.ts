import { join } from 'node:path'
import { type TestCloud, USER, makeFolder, startCloud } from './support/cloud'

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const SVG = Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startCloud()
})
afterAll(() => cloud.end())

const upload = async (
  path: string,
  body: string | Buffer | FormData,
  openid = USER,
): Promise<{ fileID?: string; errCode?: number }> => {
  const answer = await fetch(`${cloud.url}/upload?path=${encodeURIComponent(path)}`, {
    method: 'POST',
    headers: { 'x-wx-openid': openid },
    body: Buffer.isBuffer(body) ? new Uint8Array(body) : body,
  })
  return (await answer.json()) as { fileID?: string; errCode?: number }
}
const urlOf = async (fileID: string, maxAge?: number): Promise<string> => {
  const file = maxAge === undefined ? fileID : { fileID, maxAge }
  const { fileList } = await cloud.post<{ fileList: { tempFileURL: string }[] }>('/temp-urls', { fileList: [file] })
  return fileList[0]!.tempFileURL
}

test('a function uploads, links, downloads and deletes a file with Chinese and spaces in its name', async () => {
  const seen = await cloud.run(async ({ cloud: sdk }) => {
    const { fileID } = await sdk.uploadFile({ cloudPath: 'art/苹 果.txt', fileContent: Buffer.from('你好') })
    const { fileList } = await sdk.getTempFileURL({ fileList: [fileID, 'cloud://local.6c6f-local/none.txt'] })
    const text = (await sdk.downloadFile({ fileID })).fileContent.toString()
    const removed = (await sdk.deleteFile({ fileList: [fileID] })).fileList[0].status
    const gone = await sdk.downloadFile({ fileID }).catch((e: { errCode: number }) => e.errCode)
    return { fileID, states: fileList.map((f: { status: number }) => f.status), text, removed, gone }
  })
  expect(seen).toEqual({
    fileID: 'cloud://local.6c6f-local/art/苹 果.txt',
    states: [0, -503003],
    text: '你好',
    removed: 0,
    gone: -1,
  })
})

test('a client uploads raw bytes or a form, and the link gives them back with their real type', async () => {
  const raw = await upload('u/one.png', PNG)
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(PNG)], { type: 'text/html' }), 'x.html')
  const sent = await upload('u/two.html', form)
  for (const { fileID } of [raw, sent]) {
    const answer = await fetch(await urlOf(fileID!))
    expect(answer.headers.get('content-type')).toBe('image/png')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(Buffer.from(await answer.arrayBuffer()).equals(PNG)).toBe(true)
  }
})

test('a drawing with a script in it cannot run as a page', async () => {
  const { fileID } = await upload('u/evil.svg', SVG)
  const answer = await fetch(await urlOf(fileID!))
  expect(answer.headers.get('content-type')).toBe('image/svg+xml')
  expect(answer.headers.get('content-disposition')).toBe('attachment')
  expect(answer.headers.get('content-security-policy')).toContain('sandbox')
  const page = await upload('u/evil.html', '<script>1</script>')
  expect((await fetch(await urlOf(page.fileID!))).headers.get('content-type')).toBe('application/octet-stream')
})

test('a link is worth its time and its signature, no more', async () => {
  const { fileID } = await upload('u/short.png', PNG)
  const url = await urlOf(fileID!, 60)
  expect((await fetch(url)).status).toBe(200)
  expect((await fetch(url.replace('short', 'one'))).status).toBe(403)
  expect((await fetch(url.replace(/t=(\d)/, 't=9'))).status).toBe(403)
  await cloud.clock.advance(61_000)
  expect((await fetch(url)).status).toBe(403)
})

test('bad paths, strangers’ files and nameless callers are refused', async () => {
  for (const path of ['', '/a', 'a//b', '../a', 'a/../b', 'a?b', 'a#b', 'a%2fb'])
    expect((await upload(path, PNG)).errCode).toBe(-503001)
  await upload('u/mine.png', PNG, 'one')
  expect((await upload('u/mine.png', PNG, 'two')).errCode).toBe(-503002)
  expect((await fetch(`${cloud.url}/upload?path=a.png`, { method: 'POST', body: new Uint8Array(PNG) })).status).toBe(
    400,
  )
  expect((await fetch(`${cloud.url}/files/u/mine.png`)).status).toBe(403)
  expect((await fetch(`${cloud.url}/files/u/mine.png`, { method: 'PUT', body: 'x' })).status).toBe(403)
})

test('pages of a site are served with their types, never from outside its folder', async () => {
  const made = makeFolder({ 'site/index.html': '<p>hi', 'site/js/a.js': '1', 'secret.txt': 'no' })
  const site = await startCloud({
    sites: [{ path: '/app/', folder: join(made.folder, 'site'), fallback: 'index.html' }],
    routes: [{ method: 'POST', path: '/own', handle: ({ body }) => ({ json: { heard: body.toString() } }) }],
  })
  const get = async (path: string): Promise<[number, string | null, string]> => {
    const answer = await fetch(site.url + path)
    return [answer.status, answer.headers.get('content-type'), await answer.text()]
  }
  expect(await get('/app/')).toEqual([200, 'text/html; charset=utf-8', '<p>hi'])
  expect(await get('/app')).toEqual([200, 'text/html; charset=utf-8', '<p>hi'])
  expect(await get('/app/js/a.js')).toEqual([200, 'text/javascript; charset=utf-8', '1'])
  expect((await get('/app/orders/17'))[2]).toBe('<p>hi')
  expect((await get('/app/..%2fsecret.txt'))[0]).toBe(404)
  expect((await get('/elsewhere'))[0]).toBe(404)
  const own = await fetch(`${site.url}/own`, { method: 'POST', body: 'hello' })
  expect(await own.json()).toEqual({ heard: 'hello' })
  await site.end()
  made.remove()
})
