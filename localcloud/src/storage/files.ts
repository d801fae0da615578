import { createHmac, timingSafeEqual } from 'node:crypto'
import { type Connection } from '../data/sqlite'
import { ServiceError, invalidParameter } from '../errors'
import { MAX_CLOUD_PATH, MAX_FILE_BYTES, MAX_TEMP_URLS, TEMP_URL_LIFETIME_S } from '../limits'
import { sniff } from './content-type'

const PREFIX = 'cloud://local.6c6f-local/'

export interface StoredFile {
  bytes: Buffer
  type: string
}
export interface TempUrl {
  fileID: string
  tempFileURL: string
  maxAge: number
  code: 'SUCCESS' | 'STORAGE_FILE_NONEXIST'
}
export interface Storage {
  /** Throws when the path cannot be one. */
  fileIdOf(path: string): string
  save(path: string, bytes: Buffer, owner: string | undefined): string
  read(path: string): StoredFile | undefined
  remove(fileId: string): boolean
  tempUrls(files: { fileId: string; maxAgeS?: number }[], baseUrl: string): TempUrl[]
  /** What proves that a path may be read or written until `expires` (s since 1970, local time). */
  sign(verb: 'get' | 'put', path: string, expires: number): string
  verify(verb: 'get' | 'put', path: string, expires: number, signature: string): boolean
  list(): { path: string; bytes: number; type: string; owner: string | null }[]
  clear(): void
}

function checkPath(path: string): string {
  const shape = /^\/|\/\/|[\\?#%]|(^|\/)\.\.?(\/|$)/.test(path)
  const invisible = [...path].some((character) => character < ' ')
  if (path === '' || path.length > MAX_CLOUD_PATH || shape || invisible) throw invalidParameter(`cloudPath ${path}`)
  return path
}

/** Files in the database file: an upload that was answered is as durable as a document. */
export function openStorage(connection: Connection, secret: string, now: () => number): Storage {
  connection.exec(
    'CREATE TABLE IF NOT EXISTS local_files(path TEXT PRIMARY KEY, bytes BLOB, type TEXT, owner TEXT, at INTEGER)',
  )
  const pathOf = (fileId: string): string => fileId.replace(/^cloud:\/\/[^/]+\//, '')
  const exists = (path: string): boolean =>
    connection.get('SELECT 1 AS yes FROM local_files WHERE path=?', [path]) !== undefined
  const sign: Storage['sign'] = (verb, path, expires) =>
    createHmac('sha256', secret).update(`${verb}\n${path}\n${expires}`).digest('base64url')
  return {
    fileIdOf: (path) => PREFIX + checkPath(path),
    save(path, bytes, owner) {
      checkPath(path)
      if (bytes.length > MAX_FILE_BYTES) throw invalidParameter(`file exceeds ${MAX_FILE_BYTES} bytes`)
      const before = connection.get('SELECT owner FROM local_files WHERE path=?', [path])
      if (before && owner !== undefined && before.owner !== owner) {
        throw new ServiceError('STORAGE_EXCEED_AUTHORITY', 'the file belongs to somebody else')
      }
      connection.run('INSERT OR REPLACE INTO local_files(path,bytes,type,owner,at) VALUES(?,?,?,?,?)', [
        path,
        bytes,
        sniff(bytes, path),
        owner ?? null,
        now(),
      ])
      return PREFIX + path
    },
    read(path) {
      const row = connection.get('SELECT bytes, type FROM local_files WHERE path=?', [path])
      return row && { bytes: Buffer.from(row.bytes as Buffer), type: String(row.type) }
    },
    remove: (fileId) => connection.run('DELETE FROM local_files WHERE path=?', [pathOf(fileId)]) > 0,
    tempUrls(files, baseUrl) {
      if (files.length > MAX_TEMP_URLS) throw invalidParameter(`at most ${MAX_TEMP_URLS} files per call`)
      return files.map(({ fileId, maxAgeS }) => {
        const path = pathOf(fileId)
        const maxAge = maxAgeS || TEMP_URL_LIFETIME_S
        if (!fileId.startsWith('cloud://') || !exists(path))
          return { fileID: fileId, tempFileURL: '', maxAge, code: 'STORAGE_FILE_NONEXIST' }
        const expires = Math.floor(now() / 1000) + maxAge
        // The path stays as it is: the SDK and every browser encode it themselves.
        return {
          fileID: fileId,
          tempFileURL: `${baseUrl}/files/${path}?sign=${sign('get', path, expires)}&t=${expires}`,
          maxAge,
          code: 'SUCCESS',
        }
      })
    },
    sign,
    verify(verb, path, expires, signature) {
      const expected = Buffer.from(sign(verb, path, expires))
      const given = Buffer.from(signature)
      return expires * 1000 >= now() && expected.length === given.length && timingSafeEqual(expected, given)
    },
    list: () =>
      connection.all('SELECT path, length(bytes) AS bytes, type, owner FROM local_files ORDER BY rowid').map((row) => ({
        path: String(row.path),
        bytes: Number(row.bytes),
        type: String(row.type),
        owner: row.owner === null ? null : String(row.owner),
      })),
    clear: () => void connection.run('DELETE FROM local_files'),
  }
}
