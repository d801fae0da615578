import { Text, View } from '@tarojs/components'
import type { ProductView } from '../../../contract'
import { Button } from '../../components/Button'
import { PackChoice } from '../../components/PackChoice'
import { mostPacks, packOf } from '../../components/PackChoice/limits'
import { Price } from '../../components/Price'
import { Sheet } from '../../components/Sheet'
import { t } from '../../locales'
import { changeDesign, type Design } from '../../state/design'

export interface PackSheetProps {
  view: ProductView
  design: Design
  onClose: () => void
  onDone: () => void
}

/** Which pack and how many, just before checkout. */
export function PackSheet({ view, design, onClose, onDone }: PackSheetProps) {
  const pack = packOf(view, design.packId)
  const most = mostPacks(view, pack)
  const foot = (
    <View className="row row--apart grow">
      <Price id="sheet-price" amount={pack.priceFen * design.packs} size="large" />
      <Button id="to-checkout" disabled={most < design.packs} onTap={onDone}>
        {t('studio.toCheckout')}
      </Button>
    </View>
  )
  return (
    <Sheet id="pack-sheet" title={t('studio.sheet')} onClose={onClose} foot={foot}>
      <PackChoice
        packs={view.product.packs}
        packId={pack.id}
        count={design.packs}
        max={most}
        onPack={(packId) => changeDesign({ packId, packs: 1 })}
        onCount={(packs) => changeDesign({ packs })}
      />
      {most < design.packs && <Text className="t-note t-seal">{t('studio.soldOut')}</Text>}
    </Sheet>
  )
}
