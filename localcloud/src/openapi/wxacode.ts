import { createHash } from 'node:crypto'
import { crc32, deflateSync } from 'node:zlib'
import { MAX_SCENE } from '../limits'
import { type OpenApi, OpenApiError } from './registry'

const CELLS = 25
const CELL_PX = 10
const MARGIN_PX = 15
const SIDE_PX = CELLS * CELL_PX + 2 * MARGIN_PX

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32Of(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

/** zlib.crc32 came with Node 20.15; older ones get the table. */
function crc32Of(bytes: Buffer): number {
  if (typeof crc32 === 'function') return crc32(bytes)
  let crc = ~0
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return ~crc >>> 0
}

/** A grey-scale PNG whose pattern depends on the text: recognisable, stable, but no code that a phone could scan. */
export function drawCode(text: string): Buffer {
  const bits = [0, 1, 2].flatMap((round) => [...createHash('sha256').update(`${round}${text}`).digest()])
  const dark = (column: number, row: number): boolean => {
    const at = (row * CELLS + column) % (bits.length * 8)
    return (((bits[at >> 3] as number) >> (at & 7)) & 1) === 1
  }
  const rows = Buffer.alloc(SIDE_PX * (SIDE_PX + 1), 255)
  for (let y = 0; y < SIDE_PX; y++) {
    rows[y * (SIDE_PX + 1)] = 0
    for (let x = 0; x < SIDE_PX; x++) {
      const column = Math.floor((x - MARGIN_PX) / CELL_PX)
      const row = Math.floor((y - MARGIN_PX) / CELL_PX)
      const inside = column >= 0 && row >= 0 && column < CELLS && row < CELLS
      if (inside && dark(column, row)) rows[y * (SIDE_PX + 1) + 1 + x] = 0
    }
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(SIDE_PX, 0)
  header.writeUInt32BE(SIDE_PX, 4)
  header[8] = 8
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** The mini-program codes. Source of the limits: WeChat docs, wxacode.getUnlimited. */
export const codeApis: Record<string, OpenApi> = {
  'wxacode.getUnlimited'({ scene, page = '' }) {
    if (typeof scene !== 'string' || !/^[\w!#$&'()*+,/:;=?@.~-]+$/.test(scene) || scene.length > MAX_SCENE) {
      throw new OpenApiError(40129, 'invalid scene')
    }
    if (/^\/|\?/.test(String(page))) throw new OpenApiError(41030, 'invalid page')
    return drawCode(`${String(page)}?${scene}`)
  },
}
