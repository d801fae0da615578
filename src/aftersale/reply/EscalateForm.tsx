import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { POLICY } from '../../../domain/policy'
import { call } from '../../cloud/door'
import { BottomBar } from '../../components/BottomBar'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { ClaimTag } from '../../components/Claim'
import { Field } from '../../components/Field'
import { Page } from '../../components/Page'
import { t } from '../../locales/for-claims'
import { useAction } from '../../state/action'
import { toast } from '../../state/toast'
import type { ReplyProps } from './props'

/** Not agreeing with a refusal, once, in the customer's own words. */
export function EscalateForm({ claim, page, done }: ReplyProps) {
  const [note, setNote] = useState('')
  const submit = useAction(async (key: string, words: string) => {
    await call('orders.escalateClaim', { id: claim.id, key, note: words })
    toast(t('aftersale.escalated'))
    await done()
  })
  const said = claim.history.filter(({ did }) => did === 'refuse').pop()?.note
  const write = (value: string) => {
    setNote(value)
    submit.clear()
  }
  const bar = (
    <BottomBar>
      <Button id="submit-reply" grow={1} busy={submit.busy} onTap={() => void submit.run(note.trim())}>
        {t('aftersale.escalate')}
      </Button>
    </BottomBar>
  )
  return (
    <Page {...page} bar={bar}>
      <Card>
        <View className="stack stack--tight">
          <View className="row">
            <ClaimTag state={claim.state} />
          </View>
          <Text className="t-note">{t('aftersale.merchantSaid')}</Text>
          <View className="t-body">{said}</View>
        </View>
      </Card>
      <Card>
        <Field
          id="field-note"
          label={t('aftersale.escalateWhy')}
          placeholder={t('aftersale.escalatePlaceholder')}
          value={note}
          multiline
          maxLength={POLICY.reasonCharacters}
          counter={`${[...note].length} / ${POLICY.reasonCharacters}`}
          hint={t('aftersale.escalateOnce')}
          error={submit.error?.message}
          onInput={write}
        />
      </Card>
    </Page>
  )
}
