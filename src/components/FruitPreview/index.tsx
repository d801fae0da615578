import { Image, Text, View } from '@tarojs/components'
import { useMemo } from 'react'
import type { FruitLook } from '../../../domain/catalogue/product'
import { LINE_PITCH, layoutText } from '../../../imprint/layout'
import { parsePath } from '../../../imprint/outline/parse-path'
import { layersSvg } from '../../../imprint/preview/art-svg'
import { imprintLayers } from '../../../imprint/preview/imprint-layers'
import type { PreviewBox } from '../../../imprint/preview-box'
import { asset, px, svgSrc } from '../../look/size'
import { spoken } from '../Tap/spoken'
import { boxOf } from './box-of'
import { FruitShadow } from './FruitShadow'
import { labelOf } from './label'
import './index.scss'

export interface FruitPreviewProps {
  id?: string
  look: FruitLook
  /** Side in px at 375 width. */
  size?: number
  /** What stands on the fruit, for those who hear it; drawn only when there is no `art`: ready stock has no stencil. */
  words?: string
  /** What is grown: SVG path data, mm around 0,0 of the 40 mm square. */
  art?: string
  /** How far the fruit has grown; ripe when absent. Until then the film is on it, and a laser has nothing to mark yet. */
  stage?: 'green' | 'colouring' | 'ripe'
  /** The soft shadow it stands on; off for a thumbnail. */
  shadow?: boolean
}

/** Units of a drawing for each px, so that curves stay round on dense screens. */
const FINER = 4

/** The customer's imprint on the fruit: our render, the imprint wrapped on its skin, the light above it. */
export function FruitPreview(props: FruitPreviewProps) {
  const { id, look, size = 200, words, art, stage = 'ripe', shadow } = props
  const box = boxOf(look)
  const drawing = useMemo(() => art && drawingOf(art, look, stage, size * FINER), [art, look, stage, size])
  const lit = stage === 'ripe' && (words || drawing)
  const side = { width: px(size), height: px(size) }
  return (
    <View className="fruit" style={side} {...spoken({ id, label: labelOf(look, words, art), role: 'img' })}>
      {shadow && <FruitShadow look={look} size={size} />}
      <Image className="fruit__layer" src={asset(`fruit/${look}${stage === 'ripe' ? '' : `-${stage}`}.png`)} />
      {drawing && <Image className="fruit__layer" src={drawing} />}
      {words && !art && <Words words={words} box={box} size={size} />}
      {lit && <Image className="fruit__layer" src={asset(`fruit/${look}-light.png`)} />}
    </View>
  )
}

function drawingOf(art: string, look: FruitLook, stage: 'green' | 'colouring' | 'ripe', side: number): string | null {
  const path = parsePath(art)
  const layers = path && imprintLayers(path, look, stage === 'ripe', side)
  return layers && layers.length > 0 ? svgSrc(layersSvg(layers, side)) : null
}

function Words({ words, box, size }: { words: string; box: PreviewBox; size: number }) {
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
    <View className="fruit__words" style={style}>
      {lines.map((line, at) => (
        <Text key={at} className="fruit__line">
          {line}
        </Text>
      ))}
    </View>
  )
}
