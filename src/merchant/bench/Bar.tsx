import { View } from '@tarojs/components'
import type { ComparisonView } from '../../../contract/inspection-views'
import { BottomBar } from '../../components/BottomBar'
import { Button } from '../../components/Button'
import { t } from '../../locales/for-staff'
import type { Acts } from './verdict'
import '../../staff/acts.scss'

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
  const proposesBad = comparison?.role === 'proposes' && comparison.verdict === 'inconsistent'
  return (
    <BottomBar>
      <View className="staff-acts">
        <Button
          id="judge-bad"
          kind="danger"
          icon="close"
          grow={proposesBad ? 1.7 : 1}
          note={t('bench.giveReason')}
          onTap={onBad}
        >
          {t('bench.mismatch')}
        </Button>
        <Button
          id="judge-good"
          kind={proposesBad ? 'secondary' : 'primary'}
          icon="check"
          grow={proposesBad ? 1 : 1.7}
          busy={act.judge.busy}
          onTap={() => void act.judge.run('consistent')}
        >
          {t(proposesBad ? 'bench.consistent' : 'bench.goodNext')}
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
