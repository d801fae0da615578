import { chooseFile } from './choose-file'
import type { TagRead } from './tag'

export type { TagRead } from './tag'

/** Large enough for a tag that fills a third of the photo; more only costs time. */
const LONGEST_PX = 1600

/** Served beside the app (config/index.ts): nothing is fetched from elsewhere. */
const WASM = 'static/zxing_reader.wasm'

/** The browser's own reader, where it has one. */
interface BarcodeReader {
  detect(picture: ImageData): Promise<{ rawValue: string }[]>
}
type BarcodeReaders = new (wanted: { formats: string[] }) => BarcodeReader

/** Reads the QR code of a tag from a photo the person takes or chooses; null when they went back. */
export async function scanTag(): Promise<TagRead | null> {
  const file = await chooseFile()
  if (!file) return null
  const code = await pixelsOf(file).then(readCode, () => null)
  return code === null ? { kind: 'unreadable' } : { kind: 'read', code }
}

async function readCode(picture: ImageData): Promise<string | null> {
  return (await readByBrowser(picture)) ?? (await readByZxing(picture))
}

async function readByBrowser(picture: ImageData): Promise<string | null> {
  const { BarcodeDetector } = window as { BarcodeDetector?: BarcodeReaders }
  if (!BarcodeDetector) return null
  try {
    const [found] = await new BarcodeDetector({ formats: ['qr_code'] }).detect(picture)
    return found ? found.rawValue : null
  } catch {
    return null
  }
}

// A chunk of its own and a megabyte of wasm: loaded by whoever reads a photo, and by nobody else.
async function readByZxing(picture: ImageData): Promise<string | null> {
  const { prepareZXingModule, readBarcodes } = await import('zxing-wasm/reader')
  const wasmBinary = await (await fetch(WASM)).arrayBuffer()
  prepareZXingModule({ overrides: { wasmBinary } })
  const [found] = await readBarcodes(picture, { formats: ['QRCode'], maxNumberOfSymbols: 1 })
  return found ? found.text : null
}

async function pixelsOf(file: Blob): Promise<ImageData> {
  const bitmap = await createImageBitmap(file)
  const scale = Math.min(1, LONGEST_PX / Math.max(bitmap.width, bitmap.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(bitmap.width * scale)
  canvas.height = Math.round(bitmap.height * scale)
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('this browser has no 2d canvas')
  pen.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  return pen.getImageData(0, 0, canvas.width, canvas.height)
}
