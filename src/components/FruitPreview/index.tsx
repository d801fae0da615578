import { Image, Text, View } from '@tarojs/components'
import type { FruitLook } from '../../../domain/catalogue/product'
import type { Face } from '../../../domain/imprint/imprint'
import { LINE_PITCH, layoutText } from '../../../imprint/layout'
import { previewBox, type PreviewBox } from '../../../imprint/preview-box'
import { t } from '../../locales'
import { asset, px } from '../../look/size'
import { spoken } from '../Tap/spoken'
import './index.scss'

export interface FruitPreviewProps {
  id?: string
  look: FruitLook
  /** Side in px at 375 width. */
  size?: number
  /** The words on the skin; may hold line breaks. */
  words?: string
  face?: Face
  /** How far the fruit has grown; ripe when absent. Only a ripe fruit gets the light layer over the words. */
  stage?: 'green' | 'colouring' | 'ripe'
  /** A stencil instead of words: a square of 40 mm in the fruit's pale colour on a transparent ground. */
  stencilUrl?: string
  /** The soft shadow it stands on; off for a thumbnail. */
  shadow?: boolean
}

const FILM_MM = 40
const boxes = new Map<FruitLook, PreviewBox>()

function boxOf(look: FruitLook): PreviewBox {
  const known = boxes.get(look) ?? previewBox(look)
  boxes.set(look, known)
  return known
}

/** The customer's imprint on the fruit: our render, the words in the skin's pale colour, the light above them. */
export function FruitPreview(props: FruitPreviewProps) {
  const { id, look, size = 200, words, face = 'song', stage = 'ripe', stencilUrl, shadow } = props
  const box = boxOf(look)
  const lit = stage === 'ripe' && (words || stencilUrl)
  const side = { width: px(size), height: px(size) }
  return (
    <View className="fruit" style={side} {...spoken({ id, label: labelOf(words, stencilUrl), role: 'img' })}>
      {shadow && <View className="fruit__shadow" style={shadowStyle(box, size)} />}
      <Image className="fruit__layer" src={asset(`fruit/${look}${stage === 'ripe' ? '' : `-${stage}`}.png`)} />
      {stencilUrl ? (
        <Image className="fruit__stencil" src={stencilUrl} style={stencilStyle(box, size)} />
      ) : (
        words && <Words words={words} face={face} box={box} size={size} />
      )}
      {lit && <Image className="fruit__layer" src={asset(`fruit/${look}-light.png`)} />}
    </View>
  )
}

function Words({ words, face, box, size }: { words: string; face: Face; box: PreviewBox; size: number }) {
  const { lines, emMm } = layoutText(words)
  const em = emMm * box.mm.x * size
  const style = {
    left: px(box.centre.x * size),
    top: px(box.centre.y * size),
    fontSize: px(em),
    lineHeight: px(em * LINE_PITCH),
    color: box.pale,
    opacity: box.opacity,
    transform: `translate(-50%, -50%) scaleY(${(box.mm.y / box.mm.x).toFixed(3)})`,
  }
  return (
    <View className={`fruit__words fruit__words--${face}`} style={style}>
      {lines.map((line, at) => (
        <Text key={at} className="fruit__line">
          {line}
        </Text>
      ))}
    </View>
  )
}

function stencilStyle(box: PreviewBox, size: number) {
  const width = FILM_MM * box.mm.x * size
  const height = FILM_MM * box.mm.y * size
  return {
    left: px(box.centre.x * size - width / 2),
    top: px(box.centre.y * size - height / 2),
    width: px(width),
    height: px(height),
    opacity: box.opacity,
  }
}

function shadowStyle({ foot }: PreviewBox, size: number) {
  const half = foot.half * 1.15 * size
  const height = half * 0.3
  return {
    left: px(foot.x * size - half),
    top: px(foot.y * size - height / 2),
    width: px(half * 2),
    height: px(height),
  }
}

function labelOf(words?: string, stencilUrl?: string): string {
  if (stencilUrl) return t('app.fruitPicture')
  return words ? t('app.fruitLabel', { words: words.replace(/\s+/g, '') }) : t('app.fruitPlain')
}
