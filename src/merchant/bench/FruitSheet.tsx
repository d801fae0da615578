import { View } from '@tarojs/components'
import { useState } from 'react'
import { POLICY } from '../../../domain/policy'
import { Button } from '../../components/Button'
import { Chips } from '../../components/Chips'
import { Field } from '../../components/Field'
import { Sheet } from '../../components/Sheet'
import { t } from '../../locales/for-staff'
import type { Suggestion } from './reasons'

export interface FruitSheetProps {
  fruit: number
  suggestions: readonly Suggestion[]
  busy: boolean
  error: string | undefined
  onClose: () => void
  onAct: (reason: string) => void
}

/** Why one fruit does not match: a tap on a reason decides it. It can be judged anew, so nothing asks twice. */
export function FruitSheet({ fruit, suggestions, busy, error, onClose, onAct }: FruitSheetProps) {
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const [sent, setSent] = useState<string | null>(null)
  const send = (given: string) => {
    setSent(given)
    if (given.trim() === '') setMissing(true)
    else onAct(given.trim())
  }
  return (
    <Sheet
      id="fruit-bad"
      title={t('bench.fruitMismatch', { fruit })}
      serif
      onClose={onClose}
      foot={
        <Button id="fruit-bad-confirm" kind="danger" grow={1} busy={busy} onTap={() => send(reason)}>
          {t('bench.judgeBad')}
        </Button>
      }
    >
      <View className="stack">
        <View className="t-body t-quiet">{t('bench.fruitMismatchMeans')}</View>
        <Chips
          id="fruit-bad-suggest"
          label={t('staff.commonReasons')}
          items={suggestions.map((each) => ({
            ...each,
            disabled: busy,
            ...(each.key === 'machine' ? { icon: 'loupe' as const } : {}),
          }))}
          value={suggestions.find(({ word }) => word === sent)?.key ?? null}
          onPick={(key) => send(suggestions.find((each) => each.key === key)?.word ?? '')}
        />
        <Field
          id="field-reason"
          label={t('bench.otherReason')}
          value={reason}
          maxLength={POLICY.reasonCharacters}
          error={missing ? t('staff.reasonMissing') : error}
          onInput={(value) => {
            setReason(value)
            setMissing(false)
          }}
        />
      </View>
    </Sheet>
  )
}
