import { FILM, FILM_ALPHA, INK, INK_ALPHA } from '../../../imprint/fruit/film'
import type { LookId } from '../../../imprint/fruit/looks'
import type { Path } from '../../../imprint/outline/path'
import { hexOf } from '../../../imprint/preview-box'
import {
  fadedPictures,
  printedPart,
  type SeasonMoment,
  type SeasonPicture,
  type StageOutlines,
} from '../../../imprint/preview/stage'
import { colours } from '../../look/tokens'

/** The pictures one look is painted from: the whole fruit through its season, and its skin all printed. */
export type StagePictures = Partial<Record<SeasonPicture, CanvasImageSource>> & { printed: CanvasImageSource }

export interface StageScene {
  look: LookId
  /** Side of the square that is painted, px of the canvas; the outlines are in the same. */
  side: number
  moment: SeasonMoment
  outlines: StageOutlines
}

const filmEdge = 0.4

/** Paints one moment of the season on an area of the canvas, its upper left corner at 0, 0. */
export function paintStage(pen: CanvasRenderingContext2D, pictures: StagePictures, scene: StageScene): void {
  const { look, side, moment, outlines } = scene
  pen.clearRect(0, 0, side, side)
  paintFruit(pen, pictures, scene)
  if (moment.film > 0) {
    fill(pen, outlines.film, hexOf(FILM), FILM_ALPHA * moment.film)
    stroke(pen, outlines.film, '#FFFFFF', side / 160, filmEdge * moment.film)
    fill(pen, outlines.imprint, hexOf(INK), INK_ALPHA * moment.film)
  }
  if (moment.print > 0) paintPrint(pen, pictures, look, side, outlines.imprint, moment.print)
  if (outlines.rings.length > 0) {
    stroke(pen, outlines.rings, colours.card, side / 80, 1)
    stroke(pen, outlines.rings, colours.seal, side / 160, 1)
  }
  pen.globalAlpha = 1
}

function paintFruit(pen: CanvasRenderingContext2D, pictures: StagePictures, { look, side, moment }: StageScene): void {
  for (const { picture, alpha } of fadedPictures(look, moment.ripe)) {
    const drawn = pictures[picture]
    if (!drawn) continue
    pen.globalAlpha = alpha
    pen.drawImage(drawn, 0, 0, side, side)
  }
}

/** The printed skin, seen through the imprint only. */
function paintPrint(
  pen: CanvasRenderingContext2D,
  { printed }: StagePictures,
  look: LookId,
  side: number,
  imprint: Path,
  alpha: number,
): void {
  if (imprint.length === 0) return
  const part = printedPart(look)
  pen.save()
  trace(pen, imprint)
  pen.clip()
  pen.globalAlpha = alpha
  pen.drawImage(printed, part.left * side, part.top * side, part.side * side, part.side * side)
  pen.restore()
}

function fill(pen: CanvasRenderingContext2D, path: Path, colour: string, alpha: number): void {
  trace(pen, path)
  pen.globalAlpha = alpha
  pen.fillStyle = colour
  pen.fill()
}

function stroke(pen: CanvasRenderingContext2D, path: Path, colour: string, width: number, alpha: number): void {
  trace(pen, path)
  pen.globalAlpha = alpha
  pen.strokeStyle = colour
  pen.lineWidth = width
  pen.stroke()
}

/** Makes an outline the pen's current path. */
export function trace(pen: CanvasRenderingContext2D, path: Path): void {
  pen.beginPath()
  for (const step of path) {
    switch (step[0]) {
      case 'M':
        pen.moveTo(step[1], step[2])
        break
      case 'L':
        pen.lineTo(step[1], step[2])
        break
      case 'Q':
        pen.quadraticCurveTo(step[1], step[2], step[3], step[4])
        break
      case 'C':
        pen.bezierCurveTo(step[1], step[2], step[3], step[4], step[5], step[6])
        break
      case 'Z':
        pen.closePath()
    }
  }
}
