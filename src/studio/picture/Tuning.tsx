import { View } from '@tarojs/components'
import { PLAIN_WISH, WISH, type PictureWish } from '../../../domain/imprint/picture'
import { Button } from '../../components/Button'
import { Segmented } from '../../components/Segmented'
import { t } from '../../locales/for-studio'
import { Slider } from '../parts/Slider'
import { insidePhoto, turned } from './crop'
import { CropWindow } from './CropWindow'
import type { Photo } from './photo'

export interface TuningProps {
  photo: Photo
  wish: PictureWish
  onTune: (part: Partial<PictureWish>) => void
}

/** Everything a finger may change before a photo becomes a sticker. */
export function Tuning({ photo, wish, onTune }: TuningProps) {
  const { crop } = wish
  return (
    <View className="stack">
      <View className="row row--apart">
        <CropWindow photo={photo} wish={wish} onCrop={(moved) => onTune({ crop: moved })} />
        <View className="stack tuning__acts">
          <Button id="turn-quarter" kind="secondary" small onTap={() => onTune({ turn: turned(wish.turn, 90) })}>
            {t('design.quarter')}
          </Button>
          <Button
            id="tune-reset"
            kind="plain"
            small
            icon="refresh"
            onTap={() => onTune({ ...PLAIN_WISH, style: wish.style })}
          >
            {t('design.reset')}
          </Button>
        </View>
      </View>
      <View className="tuning__sliders">
        <Slider
          id="zoom"
          label={t('design.zoom')}
          value={1 / crop.side}
          least={1}
          most={4}
          step={0.1}
          onChange={(by) => onTune({ crop: insidePhoto({ ...crop, side: 1 / by }, photo) })}
        />
        <Slider
          id="turn"
          label={t('design.turn')}
          value={wish.turn}
          {...WISH.turn}
          step={3}
          onChange={(turn) => onTune({ turn })}
        />
        <Slider
          id="threshold"
          label={t('design.threshold')}
          value={wish.threshold}
          {...WISH.threshold}
          step={0.02}
          onChange={(threshold) => onTune({ threshold })}
        />
        <Slider
          id="contrast"
          label={t('design.contrast')}
          value={wish.contrast}
          {...WISH.contrast}
          step={0.1}
          onChange={(contrast) => onTune({ contrast })}
        />
        <Slider
          id="simplify"
          label={t('design.simplifyLevel')}
          value={wish.simplify}
          {...WISH.simplify}
          step={1}
          onChange={(simplify) => onTune({ simplify })}
        />
      </View>
      <Segmented
        id="style"
        label={t('design.style')}
        items={[
          { key: 'portrait', word: t('design.portrait') },
          { key: 'logo', word: t('design.logo') },
        ]}
        value={wish.style}
        onPick={(style) => onTune({ style })}
      />
      <Segmented
        id="invert"
        label={t('design.invert')}
        items={[
          { key: 'no', word: t('design.invertNo') },
          { key: 'yes', word: t('design.invertYes') },
        ]}
        value={wish.invert ? 'yes' : 'no'}
        onPick={(key) => onTune({ invert: key === 'yes' })}
      />
    </View>
  )
}
