import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { ClaimView } from '../../../contract'
import type { Fen } from '../../../domain/money'
import { call } from '../../cloud/door'
import { EmptyState } from '../../components/EmptyState'
import { Skeleton } from '../../components/Skeleton'
import { t } from '../../locales/for-staff'
import { change } from '../../staff/go'
import { ReasonSheet } from '../../staff/ReasonSheet'
import { StaffPage } from '../../staff/StaffPage'
import { useAction } from '../../state/action'
import { confirm } from '../../state/overlay'
import { useRemote } from '../../state/remote'
import { toast } from '../../state/toast'
import { ClaimBar } from './ClaimBar'
import { ClaimBody } from './ClaimBody'
import { SettleSheet } from './SettleSheet'

const reasons = ['claims.reasonFine', 'claims.reasonUnclear', 'claims.reasonTaste', 'claims.reasonCarrier'] as const

/** One claim, opened with `?id=`: what the customer says and shows, and what may be done about it (A1, A2). */
export default function ClaimPage() {
  const { id = '' } = useRouter().params
  const remote = useRemote('claims.get', { id })
  const [sheet, setSheet] = useState<'settle' | 'refuse' | null>(null)
  const claim = remote.data
  // A refusal usually means that the claim has moved on, so it is read again then too.
  const carryOut = async (work: () => Promise<ClaimView>, said: string) => {
    try {
      await work()
      setSheet(null)
      toast(said)
    } finally {
      await remote.reload()
    }
  }
  const settle = useAction((key: string, fen: Fen) =>
    carryOut(() => call('claims.settle', { id, key, fen }), t('claims.settled')),
  )
  const refuse = useAction((key: string, reason: string) =>
    carryOut(() => call('claims.refuse', { id, key, reason }), t('claims.refused')),
  )
  const agree = useAction(async (key: string) => {
    const agreed = await confirm({
      title: t('claims.agreeTitle'),
      sentence: t('claims.agreeMeans'),
      act: t('claims.agree'),
    })
    if (agreed) await carryOut(() => call('claims.agree', { id, key }), t('claims.agreed'))
  })
  const receiveBack = useAction((key: string) =>
    carryOut(() => call('claims.receiveBack', { id, key }), t('claims.receivedBack')),
  )
  if (remote.error?.code === 'CLAIM_UNKNOWN' && !claim) {
    return (
      <StaffPage id="merchant-claim" title={t('claims.one')}>
        <EmptyState
          id="claim-unknown"
          sentence={remote.error.message}
          act={t('claims.toList')}
          onAct={() => change('merchant/claims')}
        />
      </StaffPage>
    )
  }
  return (
    <StaffPage
      id="merchant-claim"
      title={t('claims.one')}
      remote={remote}
      skeleton={<Skeleton shapes={['title', 'card', 'tall']} />}
      bar={
        claim && (
          <ClaimBar
            claim={claim}
            agree={agree}
            receiveBack={receiveBack}
            onSettle={() => setSheet('settle')}
            onRefuse={() => setSheet('refuse')}
          />
        )
      }
    >
      {claim && <ClaimBody claim={claim} now={remote.now} />}
      {claim && sheet === 'settle' && (
        <SettleSheet
          claim={claim}
          busy={settle.busy}
          error={settle.error?.message}
          onChange={settle.clear}
          onClose={() => setSheet(null)}
          onSettle={(fen) => void settle.run(fen)}
        />
      )}
      {sheet === 'refuse' && (
        <ReasonSheet
          id="refuse"
          title={t('claims.refuseTitle')}
          sentence={t('claims.refuseMeans')}
          suggestions={reasons}
          required
          act={t('claims.refuse')}
          busy={refuse.busy}
          error={refuse.error?.message}
          onClose={() => setSheet(null)}
          onAct={(reason) => void refuse.run(reason)}
        />
      )}
    </StaffPage>
  )
}
