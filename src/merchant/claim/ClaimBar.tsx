import { View } from '@tarojs/components'
import type { ClaimView } from '../../../contract'
import { BottomBar } from '../../components/BottomBar'
import { Button } from '../../components/Button'
import { t } from '../../locales/for-staff'
import type { Action } from '../../state/action'
import '../../staff/acts.scss'

export interface ClaimBarProps {
  claim: ClaimView
  agree: Action<[]>
  receiveBack: Action<[]>
  onSettle: () => void
  onRefuse: () => void
}

/** What this person may do about the claim now; nothing when that is nothing. The seal pays back. */
export function ClaimBar({ claim: { actions }, agree, receiveBack, onSettle, onRefuse }: ClaimBarProps) {
  const may = (action: ClaimView['actions'][number]) => actions.includes(action)
  if (actions.length === 0) return null
  return (
    <BottomBar>
      <View className="staff-acts">
        {may('refuse') && (
          <Button id="refuse-claim" kind="danger" grow={1} onTap={onRefuse}>
            {t('claims.refuse')}
          </Button>
        )}
        {may('agree') && (
          <Button id="agree" kind="secondary" grow={1} busy={agree.busy} onTap={() => void agree.run()}>
            {t('claims.agree')}
          </Button>
        )}
        {may('receiveBack') && (
          <Button
            id="receive-back"
            kind="secondary"
            icon="box"
            grow={1}
            busy={receiveBack.busy}
            onTap={() => void receiveBack.run()}
          >
            {t('claims.receiveBack')}
          </Button>
        )}
        {may('settle') && (
          <Button id="settle" kind="seal" grow={1.2} onTap={onSettle}>
            {t('claims.settle')}
          </Button>
        )}
      </View>
    </BottomBar>
  )
}
