import { PROVINCES } from '../../../domain/catalogue/freight'
import { Chips } from '../../components/Chips'
import { Sheet } from '../../components/Sheet'
import { t } from '../../locales'

const items = PROVINCES.map((province) => ({ key: province, word: province }))

/** All provinces we deliver to. Each chip's id is `province-<name>`. */
export function ProvinceSheet(props: { value: string; onPick: (province: string) => void; onClose: () => void }) {
  const { value, onPick, onClose } = props
  return (
    <Sheet id="province-sheet" title={t('checkout.provinceSheet')} onClose={onClose}>
      <Chips id="province" label={t('checkout.province')} items={items} value={value} onPick={onPick} />
    </Sheet>
  )
}
