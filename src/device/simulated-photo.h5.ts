import { STICKER_MM } from '../../imprint/fruit/imprint-frame'
import { layoutText, LINE_PITCH } from '../../imprint/layout'
import { renderPhoto } from '../../imprint/photo-scene'
import { fillPath } from '../../imprint/outline/fill'
import { parsePath } from '../../imprint/outline/parse-path'
import { placePath } from '../../imprint/outline/path'
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

function maskOf(imprint: NonNullable<PhotoSubject['imprint']>): Mask {
  if (imprint.kind === 'art') {
    const path = placePath(parsePath(imprint.d) ?? [], MASK_PX / STICKER_MM, MASK_PX / 2, MASK_PX / 2)
    return fillPath(path, MASK_PX, MASK_PX)
  }
  const { pen } = canvasOf(MASK_PX, MASK_PX)
  drawWords(pen, imprint.text, fonts.serif)
  const { data } = pen.getImageData(0, 0, MASK_PX, MASK_PX)
  const mask = emptyMask(MASK_PX, MASK_PX)
  for (let at = 0; at < mask.coverage.length; at++) mask.coverage[at] = data[at * 4 + 3] / 255
  return mask
}

/** Draws the photo an orchard or the hub would take, with our own fruit renderer; marked 示意. A JPEG. */
export async function simulatePhoto({ imprint, ...scene }: PhotoSubject): Promise<Blob> {
  const picture = renderPhoto({ ...scene, ...(imprint ? { mask: maskOf(imprint) } : {}) })
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
