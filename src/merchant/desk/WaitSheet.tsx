import { View } from '@tarojs/components'
import { mayEnter, type Duty } from '../../../domain/duties'
import { POLICY } from '../../../domain/policy'
import { Button } from '../../components/Button'
import { Sheet } from '../../components/Sheet'
import { t } from '../../locales/for-staff'
import { open } from '../../staff/go'
import type { Wait } from './tiles'

export interface WaitSheetProps {
  wait: Wait
  count: number
  duties: readonly Duty[]
  onClose: () => void
}

/** What is being waited for, and what happens by itself: here the next move is the customer's. */
export function WaitSheet({ wait, count, duties, onClose }: WaitSheetProps) {
  const sentence = wait.key === 'stored' ? 'desk.storedMeans' : 'desk.toConfirmMeans'
  return (
    <Sheet
      id="wait"
      title={`${t(wait.word)} ${count}`}
      serif
      onClose={onClose}
      foot={
        mayEnter(duties, 'intake') && (
          <Button
            id="wait-find"
            kind="secondary"
            icon="search"
            grow={1}
            onTap={() => {
              onClose()
              open('merchant/intake')
            }}
          >
            {t('desk.find')}
          </Button>
        )
      }
    >
      <View className="t-body t-quiet">
        {t(sentence, { days: POLICY.confirmDays, every: POLICY.remindEveryDays, last: POLICY.lastReminderDays })}
      </View>
    </Sheet>
  )
}
