import { Canvas, View } from '@tarojs/components'
import { useMemo } from 'react'
import type { FruitLook } from '../../../domain/catalogue/product'
import { svgPath, type Path } from '../../../imprint/outline/path'
import { phaseAt, type Spot, type Technique } from '../../../imprint/preview/stage'
import { canvasPx, px } from '../../look/size'
import { FruitPreview } from '../FruitPreview'
import { FruitShadow } from '../FruitPreview/FruitShadow'
import { spoken } from '../Tap/spoken'
import { usePainter } from './use-painter'
import './index.scss'

export interface FruitStageProps {
  id: string
  look: FruitLook
  technique: Technique
  /** The imprint, mm around 0,0 of the 40 mm square; null for a bare fruit. Keep the same object while it is the same. */
  path: Path | null
  /** The moment of the season, 0 before the sticker to 1 at harvest. */
  t: number
  /** Spots to ring, mm; keep the same list while it is the same. */
  spots?: readonly Spot[]
  /** What a screen reader says of it. */
  label: string
  /** Side in px at 375 width. */
  side: number
}

const noSpots: readonly Spot[] = []

/**
 * The fruit of the studio through its season, painted on a canvas so that it follows every key and the slider. Until
 * the canvas is ready, and where there is none, the still preview stands in.
 */
export function FruitStage({ id, look, technique, path, t, spots = noSpots, label, side }: FruitStageProps) {
  const painted = usePainter(`${id}-canvas`, canvasPx(side), { look, technique, path, spots, t })
  const box = { width: px(side), height: px(side) }
  return (
    <View className="fruit-stage" style={box} {...spoken({ id, label, role: 'img' })}>
      <FruitShadow look={look} size={side} />
      {!painted && <Still look={look} technique={technique} path={path} t={t} side={side} />}
      <Canvas
        type="2d"
        id={`${id}-canvas`}
        className={`fruit-stage__canvas${painted ? '' : ' fruit-stage__canvas--waiting'}`}
        style={box}
      />
    </View>
  )
}

type StillProps = Pick<FruitStageProps, 'look' | 'technique' | 'path' | 't' | 'side'>

const stills = { before: 'green', sticker: 'green', colouring: 'colouring', harvest: 'ripe' } as const

function Still({ look, technique, path, t, side }: StillProps) {
  const phase = phaseAt(t, technique)
  const seen = phase === 'harvest' || (phase !== 'before' && technique === 'mask')
  const art = useMemo(() => (path && seen ? svgPath(path) : undefined), [path, seen])
  return (
    <View aria-hidden="true">
      <FruitPreview look={look} size={side} stage={stills[phase]} art={art} />
    </View>
  )
}
