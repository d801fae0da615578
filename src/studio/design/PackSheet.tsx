import { Text, View } from '@tarojs/components'
import type { ProductView } from '../../../contract'
import { spreadRefusal, type Imprint } from '../../../domain/imprint/imprint'
import { Button } from '../../components/Button'
import { PackChoice } from '../../components/PackChoice'
import { mostPacks, packOf } from '../../components/PackChoice/limits'
import { Price } from '../../components/Price'
import { Sheet } from '../../components/Sheet'
import { say, t } from '../../locales/for-studio'
import { changeDesign, type Design } from '../../state/design'

export interface PackSheetProps {
  view: ProductView
  design: Design
  imprint: Imprint
  /** What the designs beside this one come to, fen. */
  othersFen: number
  onClose: () => void
  onMore: () => void
  onDone: () => void
}

/** Which pack and how many of this design, before another one or checkout. */
export function PackSheet({ view, design, imprint, othersFen, onClose, onMore, onDone }: PackSheetProps) {
  const pack = packOf(view, design.packId)
  const most = mostPacks(view, pack)
  const uneven = spreadRefusal(imprint, pack.pieces)
  const off = most < design.packs || uneven !== null
  const foot = (
    <View className="stack grow">
      <Price id="sheet-price" amount={othersFen + pack.priceFen * design.packs} size="large" />
      <View className="row">
        <Button id="sheet-more" kind="secondary" icon="plus" grow={1} disabled={off} onTap={onMore}>
          {t('design.more')}
        </Button>
        <Button id="to-checkout" grow={1.2} disabled={off} onTap={onDone}>
          {t('design.toCheckout')}
        </Button>
      </View>
    </View>
  )
  return (
    <Sheet id="pack-sheet" title={t('design.sheet')} onClose={onClose} foot={foot}>
      <PackChoice
        packs={view.product.packs}
        packId={pack.id}
        count={design.packs}
        max={most}
        onPack={(packId) => changeDesign({ packId, packs: 1 })}
        onCount={(packs) => changeDesign({ packs })}
      />
      {uneven && (
        <Text id="sheet-uneven" className="t-note t-seal">
          {say(uneven.message)}
        </Text>
      )}
      {most < design.packs && <Text className="t-note t-seal">{t('design.soldOut')}</Text>}
    </Sheet>
  )
}
