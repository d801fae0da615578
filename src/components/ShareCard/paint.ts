import type { LookId } from '../../../imprint/fruit/looks'
import { previewBox } from '../../../imprint/preview-box'
import { colours, fonts } from '../../look/tokens'
import { paintStage, type StagePictures, type StageScene } from '../FruitStage/paint'
import { brokenLines, CARD, PLACES } from './layout'

export interface CardWords {
  sentence: string
  /** Small, under the sentence. */
  note: string
}

/** Paints the whole card: paper in late light, the fruit with its imprint, the sentence, the seal. */
export function paintCard(
  pen: CanvasRenderingContext2D,
  pictures: StagePictures,
  scene: Omit<StageScene, 'side'>,
  words: CardWords,
): void {
  const { left, top, side } = PLACES.fruit
  pen.globalAlpha = 1
  pen.save()
  pen.translate(left, top)
  paintStage(pen, pictures, { ...scene, side })
  pen.restore()
  // Behind what is painted already: the stage clears the square it is painted on.
  pen.globalCompositeOperation = 'destination-over'
  paintShadow(pen, scene.look)
  paintPaper(pen)
  pen.globalCompositeOperation = 'source-over'
  paintWords(pen, words)
  paintSeal(pen)
}

function paintPaper(pen: CanvasRenderingContext2D): void {
  const light = pen.createRadialGradient(90, 0, 0, 90, 0, 900)
  light.addColorStop(0, '#FFF1C4')
  light.addColorStop(0.26, '#FBE9C4')
  light.addColorStop(0.58, '#F8EEDA')
  light.addColorStop(1, colours.paper)
  pen.fillStyle = light
  pen.fillRect(0, 0, CARD.width, CARD.height)
}

function paintShadow(pen: CanvasRenderingContext2D, look: LookId): void {
  const { left, top, side } = PLACES.fruit
  const { foot } = previewBox(look)
  const half = foot.half * 1.15 * side
  pen.save()
  pen.translate(left + foot.x * side, top + foot.y * side)
  pen.scale(1, 0.15)
  const soft = pen.createRadialGradient(0, 0, 0, 0, 0, half)
  soft.addColorStop(0, 'rgba(88, 46, 12, 0.34)')
  soft.addColorStop(1, 'rgba(88, 46, 12, 0)')
  pen.fillStyle = soft
  pen.fillRect(-half, -half, half * 2, half * 2)
  pen.restore()
}

function paintWords(pen: CanvasRenderingContext2D, { sentence, note }: CardWords): void {
  const { top, height, size, mostWidth, mostLines } = PLACES.sentence
  pen.textAlign = 'center'
  pen.textBaseline = 'alphabetic'
  pen.fillStyle = colours.ink
  pen.font = `700 ${size}px ${fonts.serif}`
  const lines = brokenLines(sentence, mostWidth, mostLines, (text) => pen.measureText(text).width)
  lines.forEach((line, at) => pen.fillText(line, CARD.width / 2, top + at * height))
  pen.fillStyle = colours['ink-2']
  pen.font = `400 ${PLACES.note.size}px ${fonts.sans}`
  pen.fillText(note, CARD.width / 2, top + (lines.length - 1) * height + PLACES.note.below)
}

function paintSeal(pen: CanvasRenderingContext2D): void {
  const { left, top, side } = PLACES.seal
  pen.fillStyle = colours.seal
  pen.fillRect(left, top, side, side)
  pen.strokeStyle = colours['on-seal']
  pen.lineWidth = 1.5
  pen.strokeRect(left + 4, top + 4, side - 8, side - 8)
  pen.fillStyle = colours['on-seal']
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  pen.font = `700 ${Math.round(side * 0.37)}px ${fonts.serif}`
  pen.fillText('果', left + side / 2, top + side * 0.31)
  pen.fillText('印', left + side / 2, top + side * 0.69)
}
