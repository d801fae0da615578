import { t } from '../../locales/for-staff'
import { change } from '../../staff/go'
import { StaffBar, type StaffTab } from '../../staff/StaffBar'

export type OrchardTab = 'week' | 'sheets'

const tabs: readonly StaffTab<OrchardTab>[] = [
  { key: 'week', word: 'sheets.navWeek', icon: 'calendar' },
  { key: 'sheets', word: 'sheets.navSheets', icon: 'sheet' },
]

/** The orchard's bottom navigation. */
export function OrchardBar({ here }: { here: OrchardTab }) {
  return <StaffBar label={t('sheets.nav')} tabs={tabs} here={here} onPick={(key) => change(`orchard/${key}`)} />
}
