import Taro from '@tarojs/taro'
import type { Picture } from '../../imprint/raster'
import type { LocalFile } from '../cloud/files'

/** The part of WeChat's off-screen canvas that is used here. */
interface OffscreenCanvas {
  width: number
  height: number
  createImage(): { src: string; width: number; height: number; onload: () => void; onerror: () => void }
  getContext(kind: '2d'): CanvasRenderingContext2D
}

/** Reads a picture's pixels, its longer side reduced to `longest` px. Rejects what is no picture. */
export async function readPixels({ source }: LocalFile, longest: number): Promise<Picture> {
  const canvas = Taro.createOffscreenCanvas({
    type: '2d',
    width: longest,
    height: longest,
  }) as unknown as OffscreenCanvas
  const image = canvas.createImage()
  await new Promise<void>((resolve, reject) => {
    image.onload = () => resolve()
    image.onerror = () => reject(new Error('the picture could not be read'))
    image.src = String(source)
  })
  const scale = Math.min(1, longest / Math.max(image.width, image.height))
  const width = Math.max(1, Math.round(image.width * scale))
  const height = Math.max(1, Math.round(image.height * scale))
  canvas.width = width
  canvas.height = height
  const pen = canvas.getContext('2d')
  pen.drawImage(image as unknown as CanvasImageSource, 0, 0, width, height)
  return { width, height, pixels: new Uint8ClampedArray(pen.getImageData(0, 0, width, height).data) }
}

/** A PNG as an address an Image can show at once. */
export const pngUrl = (bytes: Uint8Array) => `data:image/png;base64,${Taro.arrayBufferToBase64(bytes.slice().buffer)}`

/** Puts a PNG into WeChat's own folder, ready to be uploaded. */
export function pngFile(bytes: Uint8Array, name: string): LocalFile {
  const path = `${Taro.env.USER_DATA_PATH}/${name}`
  Taro.getFileSystemManager().writeFileSync(path, bytes.slice().buffer)
  return { source: path, name }
}
