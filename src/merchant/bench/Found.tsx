import { Image, View } from '@tarojs/components'
import { useRef } from 'react'
import type { ComparisonView } from '../../../contract/inspection-views'
import { Tap } from '../../components/Tap'
import { spoken } from '../../components/Tap/spoken'
import { windowScale } from '../../device/window'
import { t } from '../../locales/for-staff'
import { px, svgSrc } from '../../look/size'
import './found.scss'

const outline = '#8CFFBD'
const ringed = '#FFD45E'
const width = 1000
const track = 180

type Overlay = NonNullable<ComparisonView['overlay']>

/** The design where the machine found it, and a ring around the worst spot: a picture as large as the photo itself. */
function drawing({ path, ring }: Overlay, height: number): string {
  const spot = ring
    ? `<circle cx="${ring.x}" cy="${ring.y}" r="${ring.r}" fill="none" stroke="#2A211B" stroke-opacity="0.6" stroke-width="0.016"/>` +
      `<circle cx="${ring.x}" cy="${ring.y}" r="${ring.r}" fill="none" stroke="${ringed}" stroke-width="0.009"/>`
    : ''
  const design = `<path d="${path}" fill="${outline}" fill-opacity="0.3" stroke="${outline}" stroke-width="0.003"/>`
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${Math.round(width * height)}" viewBox="0 0 1 ${height}">${design}${spot}</svg>`
}

/** How much of the photo and of the design is seen; `fade` runs from the photo alone (0) to the design alone (1). */
export const shares = (fade: number) => ({ photo: Math.min(1, 2 - 2 * fade), design: Math.min(1, 2 * fade) })

/** Lies over the photo and is cut by the stage like it. Where all is well, no spot is ringed. */
export function Found({ comparison, overlay, fade }: { comparison: ComparisonView; overlay: Overlay; fade: number }) {
  const { verdict, photo } = comparison
  const drawn = verdict === 'consistent' ? { ...overlay, ring: null } : overlay
  return (
    <View id="found" className="found" {...spoken({ label: t('bench.foundAt'), role: 'img' })}>
      <Image
        className="found__picture"
        mode="aspectFill"
        src={svgSrc(drawing(drawn, photo.height))}
        style={{ opacity: shares(fade).design }}
      />
    </View>
  )
}

interface Touched {
  touches: ArrayLike<{ clientX: number }>
}
const fingerAt = (event: unknown) => (event as Touched).touches[0].clientX

/** Fades between the photo and the design: drag along it, or tap either end. */
export function Fade({ fade, onFade }: { fade: number; onFade: (fade: number) => void }) {
  const held = useRef({ x: 0, fade })
  const set = (next: number) => onFade(Math.round(100 * Math.min(1, Math.max(0, next))) / 100)
  return (
    <View className="fade" {...spoken({ id: 'fade', label: t('bench.fade') })}>
      <Tap id="fade-photo" className="fade__end" onTap={() => set(0)}>
        {t('bench.fadePhoto')}
      </Tap>
      <View
        id="fade-track"
        data-drag="yes"
        className="fade__track"
        style={{ width: px(track) }}
        onTouchStart={(event) => {
          held.current = { x: fingerAt(event), fade }
        }}
        onTouchMove={(event) => set(held.current.fade + (fingerAt(event) - held.current.x) / (track * windowScale()))}
        catchMove
      >
        <View className="fade__line" />
        <View className="fade__thumb" style={{ left: `${Math.round(fade * 100)}%` }} />
      </View>
      <Tap id="fade-design" className="fade__end" onTap={() => set(1)}>
        {t('bench.fadeDesign')}
      </Tap>
    </View>
  )
}
