import Taro from '@tarojs/taro'
import type { Picture } from '../../imprint/raster'
import type { LocalFile } from '../cloud/files'
import { fromTemporary } from './picture'

/** The part of WeChat's off-screen canvas that is used here. */
interface OffscreenCanvas {
  width: number
  height: number
  createImage(): { src: string; width: number; height: number; onload: () => void; onerror: () => void }
  getContext(kind: '2d'): CanvasRenderingContext2D
}

/** A photo as a JPEG that any server reads, the right way up, and its pixels. Rejects what is no picture. */
export interface ShrunkPhoto {
  jpeg: LocalFile
  picture: Picture
}

/** Draws a photo anew, its longer side at most `longest` px for the JPEG and `looked` px for the pixels. */
export async function shrinkPhoto({ source }: LocalFile, longest: number, looked: number): Promise<ShrunkPhoto> {
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
  const draw = (most: number) => {
    const scale = Math.min(1, most / Math.max(image.width, image.height))
    canvas.width = Math.max(1, Math.round(image.width * scale))
    canvas.height = Math.max(1, Math.round(image.height * scale))
    const pen = canvas.getContext('2d')
    // A JPEG has no clear pixels: what is clear is paper.
    pen.fillStyle = '#fff'
    pen.fillRect(0, 0, canvas.width, canvas.height)
    pen.drawImage(image as unknown as CanvasImageSource, 0, 0, canvas.width, canvas.height)
    return pen
  }
  draw(longest)
  const { tempFilePath } = await Taro.canvasToTempFilePath({
    canvas: canvas as unknown as Taro.Canvas,
    fileType: 'jpg',
    quality: 0.9,
  })
  const { data } = draw(looked).getImageData(0, 0, canvas.width, canvas.height)
  return {
    jpeg: fromTemporary(tempFilePath),
    picture: { width: canvas.width, height: canvas.height, pixels: new Uint8ClampedArray(data) },
  }
}
