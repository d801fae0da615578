import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { ClaimView } from '../../../contract'
import { POLICY } from '../../../domain/policy'
import { sayMoment } from '../../../domain/time'
import { call } from '../../cloud/door'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { ClaimAmount, ClaimPhotos, ClaimSteps, ClaimTag, sayAsk } from '../../components/Claim'
import { language, t, type MessageKey } from '../../locales'
import { useAction } from '../../state/action'
import { confirm } from '../../state/overlay'
import { toast } from '../../state/toast'

/** Who must act now and until when; null when nobody must. */
function nextOf({ state, answerBy, actions }: ClaimView): string | null {
  const sentences: Partial<Record<ClaimView['state'], MessageKey>> = {
    requested: 'order.claimRequested',
    agreed: 'order.claimAgreed',
    refused: actions.includes('escalate') ? 'order.claimRefused' : 'order.claimFinal',
    escalated: 'order.claimEscalated',
    goodsOnTheWayBack: 'order.claimOnTheWay',
    goodsBack: 'order.claimBack',
  }
  const sentence = sentences[state]
  return sentence ? t(sentence, { when: answerBy ? sayMoment(answerBy, language()) : '' }) : null
}

const reply = (claim: ClaimView, act: 'escalate' | 'sendBack') =>
  void Taro.navigateTo({ url: `/aftersale/reply/index?no=${claim.orderNo}&id=${claim.id}&act=${act}` })

/** One claim of an order (A1): where it stands, what was asked, what comes next, and what its customer may do. */
export function ClaimCard({ claim, changed }: { claim: ClaimView; changed: () => Promise<void> }) {
  const { id, actions } = claim
  const next = nextOf(claim)
  const withdraw = useAction(async (key: string) => {
    const agreed = await confirm({
      title: t('order.claimWithdrawTitle'),
      sentence: t('order.claimWithdrawMeans', { days: POLICY.claimDays }),
      act: t('order.claimWithdraw'),
      cancel: t('order.claimWithdrawNo'),
      kind: 'danger',
    })
    if (!agreed) return
    try {
      await call('orders.withdrawClaim', { id, key })
      toast(t('order.claimDidWithdraw'))
    } finally {
      await changed()
    }
  })
  const asked = actions.includes('escalate') || actions.includes('sendBack')
  return (
    <Card id={`claim-${id}`} kind={asked ? 'warning' : 'plain'}>
      <View className="stack">
        <View className="row row--apart row--wrap">
          <ClaimTag state={claim.state} />
          <ClaimAmount claim={claim} />
        </View>
        <View>
          <View className="t-body">{sayAsk(claim)}</View>
          {next && (
            <View id={`claim-next-${id}`} className={`t-body ${asked ? 't-sun' : 't-quiet'}`}>
              {next}
            </View>
          )}
        </View>
        <ClaimPhotos claim={claim} />
        <ClaimSteps claim={claim} />
        {actions.length > 0 && (
          <View className="row row--wrap order-claim__acts">
            {actions.includes('withdraw') && (
              <Button
                id={`withdraw-${id}`}
                kind="secondary"
                small
                busy={withdraw.busy}
                onTap={() => void withdraw.run()}
              >
                {t('order.claimWithdraw')}
              </Button>
            )}
            {actions.includes('escalate') && (
              <Button id={`escalate-${id}`} small onTap={() => reply(claim, 'escalate')}>
                {t('order.claimEscalate')}
              </Button>
            )}
            {actions.includes('sendBack') && (
              <Button id={`send-back-${id}`} small icon="truck" onTap={() => reply(claim, 'sendBack')}>
                {t('order.claimSendBack')}
              </Button>
            )}
          </View>
        )}
      </View>
    </Card>
  )
}
