import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Input, OrderView } from '../../../contract'
import { CLAIM_REASONS, REMEDIES, type ClaimReason, type Remedy } from '../../../domain/aftersale/claim'
import { ASKED_WHEN_CLAIMING } from '../../../domain/message/asked'
import { fenOf, formatFen } from '../../../domain/money'
import { POLICY } from '../../../domain/policy'
import { call } from '../../cloud/door'
import { BottomBar } from '../../components/BottomBar'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Chips } from '../../components/Chips'
import { Field } from '../../components/Field'
import { Icon } from '../../components/Icon'
import { Page, type PageProps } from '../../components/Page'
import { Segmented } from '../../components/Segmented'
import { goBack } from '../../device/back'
import { show } from '../../device/show'
import { say, t } from '../../locales/for-claims'
import { useAction } from '../../state/action'
import { useTelling } from '../../state/telling'
import { toast } from '../../state/toast'
import { Ordered } from '../parts/Ordered'
import { Photos } from './Photos'
import { usePhotos } from './use-photos'

type Wanting = 'reason' | 'fen' | 'note'
const remedies = Object.keys(REMEDIES) as Remedy[]
const reasons = Object.keys(CLAIM_REASONS) as ClaimReason[]

/** What went wrong, how much, a note, photos (A1). Everything stays as it is while sending fails. */
export function ClaimForm({ order, page }: { order: OrderView; page: PageProps }) {
  const { no, claimableFen } = order
  const [remedy, setRemedy] = useState<Remedy>('refund')
  const [reason, setReason] = useState<ClaimReason | null>(null)
  const [amount, setAmount] = useState(() => formatFen(claimableFen))
  const [note, setNote] = useState('')
  const [wanting, setWanting] = useState<Wanting | null>(null)
  const photos = usePhotos(POLICY.claimPhotos)
  const askToTell = useTelling()
  const submit = useAction(async (key: string, ask: Omit<Input<'orders.claim'>, 'key'>) => {
    await askToTell(ASKED_WHEN_CLAIMING)
    await call('orders.claim', { ...ask, key })
    toast(t('aftersale.claimed', { hours: POLICY.claimAnswerHours }))
    await goBack(`/pages/order/index?no=${no}`)
  })
  const fen = fenOf(amount)

  const send = () => {
    const lacks = reason === null ? 'reason' : fen === null ? 'fen' : note.trim() === '' ? 'note' : null
    setWanting(lacks)
    submit.clear()
    if (lacks) return show(`field-${lacks}`)
    if (reason !== null && fen !== null) {
      void submit.run({ no, remedy, reason, fen, note: note.trim(), photos: photos.fileIds })
    }
  }
  // A new word is a new try: the old complaint goes.
  const anew =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      set(value)
      setWanting(null)
      submit.clear()
    }
  const refusedAt = submit.error?.field
  const errorAt = (field: Wanting, words: string) =>
    wanting === field ? words : refusedAt === field ? submit.error?.message : undefined
  const elsewhere = refusedAt && !['reason', 'fen', 'note'].includes(refusedAt) ? submit.error?.message : undefined
  const wait = photos.ready ? undefined : t(photos.sending ? 'aftersale.photosSending' : 'aftersale.photosFailed')
  const noReason = errorAt('reason', t('aftersale.reasonMissing'))
  const bar = (
    <BottomBar>
      <Button
        id="submit-claim"
        grow={1}
        busy={submit.busy}
        disabled={wait !== undefined}
        {...(wait ? { reason: wait } : {})}
        onTap={send}
      >
        {t(submit.busy ? 'aftersale.submitting' : 'aftersale.submit')}
      </Button>
    </BottomBar>
  )
  return (
    <Page {...page} bar={bar}>
      <Ordered order={order} />
      <Card>
        <View className="stack">
          <Text className="t-head">{t('aftersale.remedy')}</Text>
          <Segmented
            id="remedy"
            label={t('aftersale.remedy')}
            items={remedies.map((key) => ({ key, word: say(REMEDIES[key]) }))}
            value={remedy}
            onPick={anew(setRemedy)}
          />
          <View className="t-note">
            {t(remedy === 'refund' ? 'aftersale.refundMeans' : 'aftersale.returnMeans', {
              days: POLICY.claimReturnDays,
            })}
          </View>
          <View id="field-reason">
            <View className="field__label">{t('aftersale.reason')}</View>
            <Chips
              id="reason"
              label={t('aftersale.reason')}
              items={reasons.map((key) => ({ key, word: say(CLAIM_REASONS[key]) }))}
              value={reason}
              onPick={anew(setReason)}
            />
            {noReason && (
              <View className="claim-form__error" id="field-reason-error" role="alert">
                <Icon name="warn" size={16} />
                <Text>{noReason}</Text>
              </View>
            )}
          </View>
        </View>
      </Card>
      <Card>
        <View className="stack">
          <Field
            id="field-fen"
            label={t('aftersale.amount')}
            type="digit"
            value={amount}
            maxLength={10}
            error={errorAt('fen', t('aftersale.amountMissing'))}
            hint={t('aftersale.atMost', { most: formatFen(claimableFen) })}
            onInput={anew(setAmount)}
          />
          <Field
            id="field-note"
            label={t('aftersale.note')}
            placeholder={t('aftersale.notePlaceholder')}
            value={note}
            multiline
            maxLength={POLICY.remarkCharacters}
            counter={`${[...note].length} / ${POLICY.remarkCharacters}`}
            error={errorAt('note', t('aftersale.noteMissing'))}
            onInput={anew(setNote)}
          />
          <Photos order={order} work={photos} {...(elsewhere ? { error: elsewhere } : {})} />
        </View>
      </Card>
    </Page>
  )
}
