import { View } from '@tarojs/components'
import type { ComparisonView } from '../../../contract/inspection-views'
import { BottomBar } from '../../components/BottomBar'
import { Button } from '../../components/Button'
import { t } from '../../locales/for-staff'
import type { Acts } from './verdict'
import '../../staff/acts.scss'

/** Whether the machine's word counts enough to be proposed, and says that the fruit is wrong. */
export const proposesBad = (comparison: ComparisonView | null | undefined): boolean =>
  comparison?.role === 'proposes' && comparison.verdict === 'inconsistent'

/** One tap for one fruit. What the machine proposes, if it may, is the large button. */
export function FruitBar({
  comparison,
  act,
  onBad,
}: {
  comparison: ComparisonView | null | undefined
  act: Acts
  onBad: () => void
}) {
  const bad = proposesBad(comparison)
  return (
    <BottomBar>
      <View className="staff-acts">
        <Button
          id="judge-bad"
          kind="danger"
          icon="close"
          grow={bad ? 1.7 : 1}
          note={t('bench.giveReason')}
          onTap={onBad}
        >
          {t('bench.mismatch')}
        </Button>
        <Button
          id="judge-good"
          kind={bad ? 'secondary' : 'primary'}
          icon="check"
          grow={bad ? 1 : 1.7}
          busy={act.judge.busy}
          onTap={() => void act.judge.run('consistent')}
        >
          {t(bad ? 'bench.consistent' : 'bench.goodNext')}
        </Button>
      </View>
    </BottomBar>
  )
}

/** What has arrived is received first. */
export function ReceiveBar({ act }: { act: Acts }) {
  return (
    <BottomBar>
      <Button id="receive" icon="box" grow={1} busy={act.receive.busy} onTap={() => void act.receive.run()}>
        {t('bench.receive')}
      </Button>
    </BottomBar>
  )
}
