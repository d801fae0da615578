import { View } from '@tarojs/components'
import type { ProductView } from '../../../contract'
import { Icon } from '../../components/Icon'
import { Tap } from '../../components/Tap'
import { t } from '../../locales'
import type { IconName } from '../../look/icons'
import type { Design } from '../../state/design'
import { openStudio } from './open-studio'

const ways = [
  { kind: 'text', icon: 'pen' },
  { kind: 'motif', icon: 'star' },
  { kind: 'picture', icon: 'picture' },
] as const satisfies readonly { kind: Design['kind']; icon: IconName }[]

/** Words, a motif or a picture. */
export function Ways({ view: { product } }: { view: ProductView }) {
  const pictures = product.kind === 'custom' && product.imprint.pictures
  return (
    <View className="stack">
      {ways.map(({ kind, icon }) => {
        const off = kind === 'picture' && !pictures
        return (
          <Tap
            key={kind}
            id={`start-${kind}`}
            className={`studio-way${off ? ' studio-way--off' : ''}`}
            label={t(`studio.${kind}`)}
            disabled={off}
            onTap={() => openStudio(kind)}
          >
            <View className="studio-way__icon">
              <Icon name={icon} size={24} />
            </View>
            <View className="grow">
              <View className="t-head">{t(`studio.${kind}`)}</View>
              <View className="t-note">{t(off ? 'studio.wordsOnly' : `studio.${kind}Note`)}</View>
            </View>
            <Icon name="right" size={20} />
          </Tap>
        )
      })}
    </View>
  )
}
