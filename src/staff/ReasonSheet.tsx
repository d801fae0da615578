import { View } from '@tarojs/components'
import { useState, type PropsWithChildren } from 'react'
import { POLICY } from '../../domain/policy'
import { Button } from '../components/Button'
import { Chips } from '../components/Chips'
import { Field } from '../components/Field'
import { Sheet } from '../components/Sheet'
import { t, type MessageKey } from '../locales/for-staff'
import './acts.scss'

export interface ReasonSheetProps {
  /** The button that acts is `<id>-confirm`; the field is `field-reason`. */
  id: string
  title: string
  /** What follows from it. */
  sentence: string
  /** Common reasons; each chip's id is `<id>-suggest-<name of the sentence>`. */
  suggestions: readonly (MessageKey | { key: string; word: string })[]
  /** What stands in the field at first. */
  begin?: string
  /** A reason must be given; otherwise it may stay empty. */
  required?: boolean
  act: string
  note?: string
  busy: boolean
  error?: string
  onClose: () => void
  onAct: (reason: string) => void
}

/** Asks why, before a no. The reason goes to the person concerned word for word. */
export function ReasonSheet(props: PropsWithChildren<ReasonSheetProps>) {
  const { id, title, sentence, suggestions, required, act, note, busy, error, onClose, onAct, children } = props
  const [reason, setReason] = useState(props.begin ?? '')
  const [missing, setMissing] = useState(false)
  const chips = suggestions.map((suggestion) =>
    typeof suggestion === 'string' ? { key: suggestion.split('.')[1], word: t(suggestion) } : suggestion,
  )
  const write = (value: string) => {
    setReason(value)
    setMissing(false)
  }
  const confirm = () => {
    if (required && reason.trim() === '') setMissing(true)
    else onAct(reason.trim())
  }
  return (
    <Sheet
      id={id}
      title={title}
      serif
      onClose={onClose}
      foot={
        <View className="staff-acts">
          <Button id={`${id}-back`} kind="secondary" grow={1} onTap={onClose}>
            {t('staff.think')}
          </Button>
          <Button id={`${id}-confirm`} kind="danger" grow={1.5} busy={busy} note={note} onTap={confirm}>
            {act}
          </Button>
        </View>
      }
    >
      <View className="stack">
        <View className="t-body t-quiet">{sentence}</View>
        <Chips
          id={`${id}-suggest`}
          label={t('staff.commonReasons')}
          items={chips}
          value={chips.find(({ word }) => word === reason)?.key ?? null}
          onPick={(key) => write(chips.find((chip) => chip.key === key)?.word ?? '')}
        />
        <Field
          id="field-reason"
          label={t(required ? 'staff.reason' : 'staff.reasonOptional')}
          value={reason}
          multiline
          maxLength={POLICY.reasonCharacters}
          counter={`${[...reason].length} / ${POLICY.reasonCharacters}`}
          error={missing ? t('staff.reasonMissing') : error}
          onInput={write}
        />
        {children}
      </View>
    </Sheet>
  )
}
