import { Image, Text, View, type ITouchEvent } from '@tarojs/components'
import { useRef, useState } from 'react'
import type { FruitLook } from '../../../domain/catalogue/product'
import { previewBox } from '../../../imprint/preview-box'
import { Icon } from '../../components/Icon'
import { Tap } from '../../components/Tap'
import { t } from '../../locales/for-staff'
import type { IconName } from '../../look/icons'
import { STICKER_MM } from '../../../imprint/fruit/imprint-frame'
import { squareSvg } from '../../look/art'
import { px, svgSrc } from '../../look/size'

const outline = '#8CFFBD'
const side = 300

// Where a fruit usually lies in a square photo: its share of the width, and the free share above it.
const usual = { bench: { share: 0.86, above: 0.05 }, orchard: { share: 0.78, above: 0.17 } } as const
const photoWidth = 375
const stageHeight = 300

function drawing(d: string): string {
  const film = `<circle r="${STICKER_MM / 2}" stroke-dasharray="0.6 0.6"/>`
  return squareSvg(`<g fill="none" stroke="${outline}" stroke-width="0.2"><path d="${d}"/>${film}</g>`)
}

/** Percent of the stage's height where the imprint usually is; the stage shows the middle of the square photo. */
function usualTop(centre: number, { share, above }: { share: number; above: number }): number {
  const cut = (photoWidth - stageHeight) / 2
  return (100 * (photoWidth * (above + share * centre) - cut)) / stageHeight
}

export interface OverlayProps {
  look: FruitLook
  /** SVG path data of the design that is laid over the photo, mm. */
  art: string | undefined
  /** Where the photo was taken; decides where the outline lies at first. */
  scene: keyof typeof usual
}

/** The ordered content as an outline over the photo: drag, size and turn it until it lies on the words. */
export function Overlay({ look, art, scene }: OverlayProps) {
  const box = previewBox(look)
  const pxPerMm = box.mm.x * photoWidth * usual[scene].share
  const [at, setAt] = useState({ x: 0, y: 0, scale: 1, turn: 0 })
  const from = useRef({ x: 0, y: 0 })
  const grab = ({ touches }: ITouchEvent) => {
    from.current = { x: touches[0].clientX - at.x, y: touches[0].clientY - at.y }
  }
  const drag = ({ touches }: ITouchEvent) => {
    setAt({ ...at, x: touches[0].clientX - from.current.x, y: touches[0].clientY - from.current.y })
  }
  const resize = (by: number) => setAt({ ...at, scale: Math.min(1.6, Math.max(0.6, at.scale * by)) })
  const turn = (by: number) => setAt({ ...at, turn: at.turn + by })
  const film = px(STICKER_MM * pxPerMm)
  return (
    <>
      <View
        id="overlay"
        data-drag="yes"
        className="overlay"
        style={{
          width: px(side),
          height: px(side),
          top: `${usualTop(box.centre.y, usual[scene]).toFixed(1)}%`,
          transform: `translate(-50%, -50%) translate(${at.x}px, ${at.y}px) rotate(${at.turn}deg) scale(${at.scale.toFixed(3)})`,
        }}
        onTouchStart={(event) => grab(event as ITouchEvent)}
        onTouchMove={(event) => drag(event as ITouchEvent)}
        catchMove
      >
        {art && <Image className="overlay__picture" src={svgSrc(drawing(art))} style={{ width: film, height: film }} />}
      </View>
      <Text className="overlay__hint">{t('bench.dragHint')}</Text>
      <View className="overlay__tools">
        <Tool id="overlay-smaller" icon="minus" label={t('bench.smaller')} onTap={() => resize(1 / 1.06)} />
        <Tool id="overlay-larger" icon="plus" label={t('bench.larger')} onTap={() => resize(1.06)} />
        <Tool id="overlay-left" icon="return" label={t('bench.turnLeft')} onTap={() => turn(-2)} />
        <Tool id="overlay-right" icon="refresh" label={t('bench.turnRight')} onTap={() => turn(2)} />
      </View>
    </>
  )
}

function Tool({ id, icon, label, onTap }: { id: string; icon: IconName; label: string; onTap: () => void }) {
  return (
    <Tap id={id} className="overlay__tool" label={label} onTap={onTap}>
      <Icon name={icon} size={20} />
    </Tap>
  )
}
