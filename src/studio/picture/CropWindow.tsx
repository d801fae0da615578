import { Image, View } from '@tarojs/components'
import { useMemo, useRef } from 'react'
import type { PictureWish } from '../../../domain/imprint/picture'
import { spoken } from '../../components/Tap/spoken'
import { t } from '../../locales/for-studio'
import { px } from '../../look/size'
import { fingers, onScreen, type Point } from '../parts/finger'
import { dragged, placed, zoomed } from './crop'
import { photoUrl, type Photo } from './photo'

const WINDOW = 200

export interface CropWindowProps {
  photo: Photo
  wish: PictureWish
  onCrop: (crop: PictureWish['crop']) => void
}

const apart = ([a, b]: readonly Point[]) => Math.hypot(a.x - b.x, a.y - b.y)

/** The part of the photo that is used, in a round window: one finger moves it, two make it larger. */
export function CropWindow({ photo, wish, onCrop }: CropWindowProps) {
  const held = useRef<{ at: Point[]; wish: PictureWish }>({ at: [], wish })
  const url = useMemo(() => photoUrl(photo), [photo])
  const move = (now: Point[]) => {
    const { at, wish: from } = held.current
    // Another finger came or went: what follows is counted from here.
    if (now.length !== at.length) {
      held.current = { at: now, wish }
      return
    }
    if (now.length > 1) onCrop(zoomed(from.crop, photo, apart(now) / Math.max(1, apart(at))))
    else onCrop(dragged(from, photo, onScreen(WINDOW), now[0].x - at[0].x, now[0].y - at[0].y))
  }
  const { width, height, left, top } = placed(wish, photo, WINDOW)
  return (
    <View
      data-drag="yes"
      className="crop"
      style={{ width: px(WINDOW), height: px(WINDOW) }}
      {...spoken({ id: 'crop', label: t('design.window'), role: 'img' })}
      onTouchStart={(event) => {
        held.current = { at: fingers(event), wish }
      }}
      onTouchMove={(event) => move(fingers(event))}
      catchMove
    >
      <View className="crop__turn" style={{ transform: `rotate(${wish.turn}deg)` }}>
        <Image
          className="crop__photo"
          src={url}
          style={{
            width: px(width),
            height: px(height),
            marginLeft: px(left - width / 2),
            marginTop: px(top - height / 2),
          }}
        />
      </View>
    </View>
  )
}
