import { readFile, stat } from 'node:fs/promises'
import { join, normalize, resolve, sep } from 'node:path'
import { typeByEnding } from '../storage/content-type'
import { type Exchange, sendBytes } from './exchange'

/** A folder of pages, served below `path`; `fallback` is the file for addresses that are no file (single-page applications). */
export interface Site {
  path: string
  folder: string
  fallback?: string
  /** Added to every answer of this site. */
  headers?: Record<string, string>
}

async function fileAt(path: string): Promise<Buffer | undefined> {
  try {
    return (await stat(path)).isFile() ? await readFile(path) : undefined
  } catch {
    return undefined
  }
}

/** Serves a site; false when the address is not below it or there is no such file. */
export async function serveSite(
  { path, folder, fallback, headers = {} }: Site,
  { method, path: wanted, request, response }: Exchange,
): Promise<boolean> {
  const base = path.endsWith('/') ? path : `${path}/`
  if (method !== 'GET' && method !== 'HEAD') return false
  if (base !== '/' && wanted === base.slice(0, -1)) {
    response.writeHead(302, { location: base + (new URL(request.url ?? '/', 'http://local').search ?? '') })
    response.end()
    return true
  }
  if (!wanted.startsWith(base) || wanted.includes('\0')) return false
  const root = resolve(folder)
  const inside = normalize(join(root, wanted.slice(base.length)))
  if (inside !== root && !inside.startsWith(root + sep)) return false
  for (const file of [inside, join(inside, 'index.html'), ...(fallback ? [join(root, fallback)] : [])]) {
    const bytes = await fileAt(file)
    if (!bytes) continue
    sendBytes(response, bytes, {
      'content-type': typeByEnding(file),
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
      ...headers,
    })
    return true
  }
  return false
}
