import { View } from '@tarojs/components'
import { useState } from 'react'
import type { ClaimView } from '../../../contract'
import { fenOf, formatFen, type Fen } from '../../../domain/money'
import { Button } from '../../components/Button'
import { Field } from '../../components/Field'
import { Sheet } from '../../components/Sheet'
import { t } from '../../locales/for-staff'
import '../../staff/acts.scss'

export interface SettleSheetProps {
  claim: ClaimView
  busy: boolean
  error: string | undefined
  onChange: () => void
  onClose: () => void
  onSettle: (fen: Fen) => void
}

/** How much goes back. The button says the amount once more: money leaves with this tap and does not return (A2). */
export function SettleSheet({ claim, busy, error, onChange, onClose, onSettle }: SettleSheetProps) {
  const [amount, setAmount] = useState(() => formatFen(claim.ask.fen))
  const [missing, setMissing] = useState(false)
  const fen = fenOf(amount)
  const write = (value: string) => {
    setAmount(value)
    setMissing(false)
    onChange()
  }
  const settle = () => {
    if (fen === null) setMissing(true)
    else onSettle(fen)
  }
  return (
    <Sheet
      id="settle-sheet"
      title={t('claims.settleTitle')}
      serif
      onClose={onClose}
      foot={
        <View className="staff-acts">
          <Button id="settle-back" kind="secondary" grow={1} onTap={onClose}>
            {t('staff.think')}
          </Button>
          <Button id="settle-confirm" kind="seal" grow={1.5} busy={busy} onTap={settle}>
            {fen === null ? t('claims.settle') : t('claims.settleAmount', { amount: formatFen(fen) })}
          </Button>
        </View>
      }
    >
      <View className="stack">
        <View className="t-body t-quiet">{t('claims.settleMeans')}</View>
        <Field
          id="field-fen"
          label={t('claims.amount')}
          type="digit"
          value={amount}
          maxLength={10}
          hint={t('claims.atMost', { most: formatFen(claim.ask.fen) })}
          error={missing ? t('claims.amountMissing') : error}
          onInput={write}
        />
      </View>
    </Sheet>
  )
}
