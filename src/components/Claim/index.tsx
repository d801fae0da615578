import { Image, Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { ClaimView } from '../../../contract'
import { CLAIM_REASONS, CLAIM_STATE_WORDS, REMEDIES } from '../../../domain/aftersale/claim'
import type { AfterSaleState } from '../../../domain/aftersale/machine'
import { formatFen } from '../../../domain/money'
import { sayMoment } from '../../../domain/time'
import { language, say, t, type MessageKey } from '../../locales'
import { Tag, type TagProps } from '../StateTag'
import { Tap } from '../Tap'
import { TrackTimeline } from '../Timeline'
import './index.scss'

const tags: Record<AfterSaleState, Pick<TagProps, 'icon' | 'tone'>> = {
  requested: { icon: 'clock', tone: 'sun' },
  agreed: { icon: 'box', tone: 'leaf' },
  refused: { icon: 'slash', tone: 'bark' },
  goodsOnTheWayBack: { icon: 'truck', tone: 'leaf' },
  goodsBack: { icon: 'box', tone: 'leaf' },
  settled: { icon: 'check-circle', tone: 'quiet' },
  withdrawn: { icon: 'slash', tone: 'quiet' },
  escalated: { icon: 'eye', tone: 'sun' },
}

/** Where a claim stands: word, shape and colour. */
export function ClaimTag({ state }: Pick<ClaimView, 'state'>) {
  return <Tag word={say(CLAIM_STATE_WORDS[state])} {...tags[state]} />
}

/** What was asked, in one line: the remedy and what is wrong. */
export const sayAsk = ({ ask }: Pick<ClaimView, 'ask'>): string =>
  `${say(REMEDIES[ask.remedy])} · ${say(CLAIM_REASONS[ask.reason])}`

const did: Record<string, MessageKey> = {
  request: 'order.claimDidAsk',
  agree: 'order.claimDidAgree',
  refuse: 'order.claimDidRefuse',
  withdraw: 'order.claimDidWithdraw',
  escalate: 'order.claimDidEscalate',
  overdue: 'order.claimDidOverdue',
  lapse: 'order.claimDidLapse',
  sendBack: 'order.claimDidSendBack',
  receiveBack: 'order.claimDidReceiveBack',
  settle: 'order.claimDidSettle',
}

/** What happened to a claim, newest first, with what each side said. */
export function ClaimSteps({ claim }: { claim: ClaimView }) {
  const steps = claim.history
    .filter((entry) => did[entry.did])
    .map((entry, index) => ({
      key: `${index}`,
      when: sayMoment(entry.at, language()),
      place: [t(did[entry.did], { amount: formatFen(claim.settledFen ?? 0) }), entry.note]
        .filter(Boolean)
        .join(language() === 'zh' ? '：' : ': '),
    }))
  return <TrackTimeline id={`steps-${claim.id}`} steps={steps.reverse()} />
}

/** The customer's photos; each opens large. */
export function ClaimPhotos({ claim, large }: { claim: ClaimView; large?: boolean }) {
  const urls = claim.photos.map(({ url }) => url)
  if (urls.length === 0) return null
  const size = large ? (urls.length === 1 ? ' claim-photos--large claim-photos--one' : ' claim-photos--large') : ''
  return (
    <View className={`claim-photos${size}`}>
      {urls.map((url, at) => (
        <Tap
          key={claim.photos[at].fileId}
          id={`photo-${claim.id}-${at}`}
          className="claim-photos__one"
          label={t('order.claimPhoto', { at: at + 1 })}
          onTap={() => void Taro.previewImage({ urls, current: url })}
        >
          <Image className="claim-photos__image" src={url} mode="aspectFill" />
        </Tap>
      ))}
    </View>
  )
}

/** What is asked for or was paid back. */
export function ClaimAmount({ claim }: { claim: ClaimView }) {
  const word = claim.settledFen === null ? 'order.claimAsks' : 'order.claimDidSettle'
  return <Text className="t-strong">{t(word, { amount: formatFen(claim.settledFen ?? claim.ask.fen) })}</Text>
}
