import { STICKER_MM } from '../../imprint/fruit/imprint-frame'
import { layoutText, LINE_PITCH } from '../../imprint/layout'
import { renderPhoto } from '../../imprint/photo-scene'
import { emptyMask, type Mask } from '../../imprint/raster'
import { fonts } from '../look/tokens'
import type { PhotoSubject } from './photo-subject'

const MASK_PX = 480

function canvasOf(width: number, height: number) {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('this browser has no 2d canvas')
  return { canvas, pen }
}

function drawWords(pen: CanvasRenderingContext2D, text: string, family: string): void {
  const { lines, emMm } = layoutText(text)
  const em = (emMm / STICKER_MM) * MASK_PX
  pen.font = `700 ${em}px ${family}`
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  lines.forEach((line, at) => {
    pen.fillText(line, MASK_PX / 2, MASK_PX / 2 + (at - (lines.length - 1) / 2) * em * LINE_PITCH)
  })
}

async function drawPicture(pen: CanvasRenderingContext2D, url: string): Promise<void> {
  const image = new Image()
  image.crossOrigin = 'anonymous'
  image.src = url
  await image.decode()
  pen.drawImage(image, 0, 0, MASK_PX, MASK_PX)
}

async function maskOf(imprint: NonNullable<PhotoSubject['imprint']>): Promise<Mask> {
  const { pen } = canvasOf(MASK_PX, MASK_PX)
  if (imprint.kind === 'text') drawWords(pen, imprint.text, imprint.face === 'song' ? fonts.serif : fonts.sans)
  else await drawPicture(pen, imprint.url)
  const { data } = pen.getImageData(0, 0, MASK_PX, MASK_PX)
  const mask = emptyMask(MASK_PX, MASK_PX)
  for (let at = 0; at < mask.coverage.length; at++) mask.coverage[at] = data[at * 4 + 3] / 255
  return mask
}

/** Draws the photo an orchard or the hub would take, with our own fruit renderer; marked 示意. A JPEG. */
export async function simulatePhoto({ imprint, ...scene }: PhotoSubject): Promise<Blob> {
  const picture = renderPhoto({ ...scene, ...(imprint ? { mask: await maskOf(imprint) } : {}) })
  const { canvas, pen } = canvasOf(picture.width, picture.height)
  pen.putImageData(new ImageData(new Uint8ClampedArray(picture.pixels), picture.width, picture.height), 0, 0)
  pen.font = `${Math.round(picture.width / 26)}px ${fonts.sans}`
  pen.textAlign = 'right'
  pen.fillStyle = 'rgba(255, 253, 248, 0.85)'
  pen.fillText('示意', picture.width - 12, picture.height - 12)
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('the photo could not be drawn'))),
      'image/jpeg',
      0.86,
    )
  })
}
