import { mayEnter, type Room } from '../../../domain/duties'
import { t } from '../../locales/for-staff'
import { change } from '../../staff/go'
import { StaffBar, type StaffTab } from '../../staff/StaffBar'
import { useDuties } from './duties'

export type MerchantTab = 'desk' | Exclude<Room, 'troubles'>

const tabs: readonly StaffTab<MerchantTab>[] = [
  { key: 'desk', word: 'desk.navDesk', icon: 'chart' },
  { key: 'review', word: 'desk.navReview', icon: 'sheet' },
  { key: 'intake', word: 'desk.navIntake', icon: 'loupe' },
  { key: 'packing', word: 'desk.navPacking', icon: 'box' },
  { key: 'claims', word: 'desk.navClaims', icon: 'return' },
]

/** The merchant's bottom navigation. It leads only where this person has work (W4). */
export function MerchantBar({ here }: { here: MerchantTab }) {
  const duties = useDuties() ?? []
  const shown = tabs.filter(({ key }) => key === here || key === 'desk' || mayEnter(duties, key))
  return <StaffBar label={t('desk.nav')} tabs={shown} here={here} onPick={(key) => change(`merchant/${key}`)} />
}
