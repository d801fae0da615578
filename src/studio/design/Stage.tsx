import { Text, View } from '@tarojs/components'
import { usePageScroll } from '@tarojs/taro'
import { useState } from 'react'
import type { CustomProduct } from '../../../domain/catalogue/product'
import { boxOf, type Path } from '../../../imprint/outline/path'
import { previewBox } from '../../../imprint/preview-box'
import { ShareCanvas } from '../../components/ShareCard'
import { FruitStage } from '../../components/FruitStage'
import { Icon } from '../../components/Icon'
import { Tap } from '../../components/Tap'
import { STICKER_MM } from '../../../imprint/fruit/imprint-frame'
import type { IconName } from '../../look/icons'
import { t } from '../../locales/for-studio'
import { px } from '../../look/size'
import { createStored } from '../../state/stored'
import { useStore } from '../../state/store'
import type { Ring } from '../findings/rings'
import { Growth } from './Growth'
import { SHARE_CANVAS, useSharing } from './use-sharing'

const side = 232

/** Scrolled farther than this, the fruit stays at the top while the desk passes below it, px. */
const STUCK_PX = 48

/** How far the fruit on the stage has grown, 0..1; stays as it was left. */
export const growthStore = createStored('growth', { t: 1 })

export interface StageProps {
  product: CustomProduct
  /** The imprint; null while there is none. The same object while it is the same. */
  path: Path | null
  /** What stands on the fruit, for those who hear it; empty for nothing. */
  label: string
  /** Where something cannot be made; the same list while it is the same. */
  rings: readonly Ring[]
  /** What the ruler under the fruit measures. */
  ruler: 'width' | 'motifWidth'
  /** Side of the sticker on this fruit, mm. */
  stickerMm: number
  onMore: () => void
}

/** The fruit as it will be, with its measure, at any time of its season. */
export function Stage({ product, path, label, rings, ruler, stickerMm, onMore }: StageProps) {
  const { t: grown } = useStore(growthStore)
  const [stuck, setStuck] = useState(false)
  const sharing = useSharing(product, path, label)
  usePageScroll(({ scrollTop }) => setStuck(scrollTop > STUCK_PX))
  return (
    <>
      <View className={`stage${stuck ? ' stage--stuck' : ''}`}>
        <FruitStage
          id="studio-fruit"
          look={product.look}
          technique={product.technique}
          path={path}
          t={grown}
          spots={rings}
          label={label}
          side={side}
        />
        {path && <Ruler path={path} product={product} words={ruler} stickerMm={stickerMm} />}
        <View className="stage__chip">{t('design.fruitMm', { mm: product.diameterMm })}</View>
        <View className="stage__acts">
          {path && <Act id="share" icon="picture" label={t('design.share')} onTap={() => void sharing.run()} />}
          <Act id="add-design" icon="plus" label={t('design.more')} onTap={onMore} />
        </View>
      </View>
      <ShareCanvas id={SHARE_CANVAS} />
      <Growth value={grown} technique={product.technique} onChange={(to) => growthStore.set({ t: to })} />
    </>
  )
}

function Act({ id, icon, label, onTap }: { id: string; icon: IconName; label: string; onTap: () => void }) {
  return (
    <Tap id={id} className="stage__act" label={label} onTap={onTap}>
      <Icon name={icon} size={20} />
      <Text>{label}</Text>
    </Tap>
  )
}

function Ruler({
  path,
  product,
  words,
  stickerMm,
}: Pick<StageProps, 'product' | 'stickerMm'> & { path: Path; words: StageProps['ruler'] }) {
  const box = boxOf(path)
  if (!box) return null
  const width = box.right - box.left
  return (
    <View className="ruler">
      <View className="ruler__line" style={{ width: px(Math.round(width * previewBox(product.look).mm.x * side)) }} />
      <Text className="t-note">{t(`design.${words}`, { mm: Math.round((width * stickerMm) / STICKER_MM) })}</Text>
    </View>
  )
}
