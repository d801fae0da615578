import type { Picture } from '../../imprint/raster'
import type { LocalFile } from '../cloud/files'

/** A photo as a JPEG that any server reads, the right way up, and its pixels. Rejects what is no picture. */
export interface ShrunkPhoto {
  jpeg: LocalFile
  picture: Picture
}

/** Draws a photo anew, its longer side at most `longest` px for the JPEG and `looked` px for the pixels. */
export async function shrinkPhoto({ source }: LocalFile, longest: number, looked: number): Promise<ShrunkPhoto> {
  const blob = typeof source === 'string' ? await (await fetch(source)).blob() : source
  const bitmap = await createImageBitmap(blob)
  const large = drawn(bitmap, longest)
  const small = drawn(bitmap, looked)
  const jpeg = await new Promise<Blob>((resolve, reject) => {
    const done = (made: Blob | null) => (made ? resolve(made) : reject(new Error('the photo could not be written')))
    large.canvas.toBlob(done, 'image/jpeg', 0.9)
  })
  const { width, height } = small.canvas
  return {
    jpeg: { source: jpeg, name: 'photo.jpg' },
    picture: { width, height, pixels: small.pen.getImageData(0, 0, width, height).data },
  }
}

function drawn(bitmap: ImageBitmap, longest: number) {
  const scale = Math.min(1, longest / Math.max(bitmap.width, bitmap.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(bitmap.width * scale))
  canvas.height = Math.max(1, Math.round(bitmap.height * scale))
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('this browser has no 2d canvas')
  // A JPEG has no clear pixels: what is clear is paper.
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  return { canvas, pen }
}
