import { View } from '@tarojs/components'
import { Button } from '../../components/Button'
import { Icon } from '../../components/Icon'
import { t } from '../../locales/for-staff'
import { Paper } from '../../staff/Paper'
import type { StageProps } from './Stage'
import './stage.scss'

type NoPhotoProps = Pick<StageProps, 'parcel' | 'content' | 'take' | 'busy' | 'onTake'>

/** The stage while there is nothing to show: what was ordered, and the way to a photo. */
export function NoPhoto({ parcel, content, take, busy, onTake }: NoPhotoProps) {
  const over = !take && !parcel.actions.includes('receive') && parcel.inspections.length > 0
  return (
    <View className="bench-stage bench-stage--none" id="no-photo">
      <Icon name="camera" color="ink-2" />
      <View className="t-section">{t(over ? 'bench.noPhotoTaken' : 'bench.noPhoto')}</View>
      {!over && <View className="t-note">{t(take ? 'bench.noPhotoNote' : 'bench.noPhotoYet')}</View>}
      {take && (
        <Button id="take-photo" kind="secondary" icon="camera" busy={busy} onTap={onTake}>
          {take}
        </Button>
      )}
      <View className="bench-stage__paper">
        <Paper content={content} caption={t('bench.paper')} />
      </View>
    </View>
  )
}
