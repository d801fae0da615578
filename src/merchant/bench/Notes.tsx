import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { GRADES, type Grade } from '../../../domain/fulfilment/fulfilment'
import { POLICY } from '../../../domain/policy'
import type { CallError } from '../../cloud/call-error'
import { Card } from '../../components/Card'
import { Chips } from '../../components/Chips'
import { Field } from '../../components/Field'
import { Icon } from '../../components/Icon'
import { t } from '../../locales/for-staff'

const words = { premium: 'bench.premium', first: 'bench.first', second: 'bench.second' } as const

export type BenchNotes = ReturnType<typeof useNotes>

/** What the inspector writes beside the verdict. */
export function useNotes() {
  const [grade, setGrade] = useState<Grade | null>(null)
  const [grams, setGrams] = useState('')
  const [note, setNote] = useState('')
  return { grade, setGrade, grams, setGrams, note, setNote }
}

/** Comparing is done by eye; grade, weight and a remark are kept with the verdict. */
export function Notes({
  notes,
  place,
  error,
  onEdit,
}: {
  notes: BenchNotes
  place: string | null
  error: CallError | undefined
  /** Something was written anew: what was wrong with it before no longer counts. */
  onEdit: () => void
}) {
  return (
    <Card>
      <View className="stack">
        <View className="row row--apart">
          <View className="row">
            <Icon name="eye" color="leaf" />
            <Text className="t-head t-leaf">{t('bench.byEye')}</Text>
          </View>
          {place && <Text className="t-note">{t('bench.place', { place })}</Text>}
        </View>
        <View className="t-note">{t('bench.byEyeNote')}</View>
        <View className="rule" />
        <View className="row row--apart">
          <Text className="t-quiet">{t('bench.grade')}</Text>
          <Chips
            id="grade"
            label={t('bench.grade')}
            items={GRADES.map((key) => ({ key, word: t(words[key]) }))}
            value={notes.grade}
            onPick={notes.setGrade}
          />
        </View>
        <Field
          id="field-grams"
          label={t('bench.grams')}
          type="number"
          counter="g"
          maxLength={4}
          value={notes.grams}
          error={error?.field === 'grams' ? error.message : undefined}
          onInput={(grams) => {
            notes.setGrams(grams)
            onEdit()
          }}
        />
        <Field
          id="field-note"
          label={t('bench.note')}
          maxLength={POLICY.reasonCharacters}
          value={notes.note}
          error={error && error.field !== 'grams' ? error.message : undefined}
          onInput={(note) => {
            notes.setNote(note)
            onEdit()
          }}
        />
      </View>
    </Card>
  )
}
