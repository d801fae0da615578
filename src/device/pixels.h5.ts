import type { Picture } from '../../imprint/raster'
import type { LocalFile } from '../cloud/files'

/** Reads a picture's pixels, its longer side reduced to `longest` px. Rejects what is no picture. */
export async function readPixels({ source }: LocalFile, longest: number): Promise<Picture> {
  const blob = typeof source === 'string' ? await (await fetch(source)).blob() : source
  const bitmap = await createImageBitmap(blob)
  const scale = Math.min(1, longest / Math.max(bitmap.width, bitmap.height))
  const width = Math.max(1, Math.round(bitmap.width * scale))
  const height = Math.max(1, Math.round(bitmap.height * scale))
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('this browser has no 2d canvas')
  pen.drawImage(bitmap, 0, 0, width, height)
  return { width, height, pixels: pen.getImageData(0, 0, width, height).data }
}

/** A PNG as an address an Image can show at once. */
export const pngUrl = (bytes: Uint8Array) => URL.createObjectURL(new Blob([bytes.slice()], { type: 'image/png' }))

/** A PNG as a file to upload. */
export function pngFile(bytes: Uint8Array, name: string): LocalFile {
  return { source: new Blob([bytes.slice()], { type: 'image/png' }), name }
}
