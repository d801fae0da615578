import { Text, View } from '@tarojs/components'
import type { Pack } from '../../../domain/catalogue/product'
import { formatFen } from '../../../domain/money'
import { say, t } from '../../locales'
import { Stepper } from '../Stepper'
import { Tap } from '../Tap'
import { spoken } from '../Tap/spoken'
import './index.scss'

export interface PackChoiceProps {
  packs: readonly Pack[]
  packId: string
  count: number
  /** The most that may be taken now. */
  max: number
  onPack: (packId: string) => void
  onCount: (count: number) => void
}

/** Which pack, and how many of it. Ids: `pack-<id>`, `packs-less`, `packs-more`. */
export function PackChoice({ packs, packId, count, max, onPack, onCount }: PackChoiceProps) {
  return (
    <View className="stack">
      <View className="pack-choice" {...spoken({ label: t('product.pack'), role: 'radiogroup' })}>
        {packs.map(({ id, name, pieces, priceFen }) => (
          <Tap
            key={id}
            id={`pack-${id}`}
            className={`pack-choice__pack${id === packId ? ' pack-choice__pack--on' : ''}`}
            role="radio"
            label={`${t('product.packPieces', { name: say(name), count: pieces })}，¥${formatFen(priceFen)}`}
            selected={id === packId}
            onTap={() => onPack(id)}
          >
            <Text className="t-strong">{say(name)}</Text>
            <Text className="t-note">¥{formatFen(priceFen)}</Text>
          </Tap>
        ))}
      </View>
      <View className="row row--apart">
        <Text className="t-strong">{t('product.packs')}</Text>
        <Stepper id="packs" label={t('product.packs')} value={count} max={Math.max(1, max)} onChange={onCount} />
      </View>
    </View>
  )
}
