import { Text, View } from '@tarojs/components'
import type { ClaimView } from '../../../contract'
import { CARRIERS } from '../../../domain/carriers'
import { piecesIn } from '../../../domain/fulfilment/fruit'
import { formatFen } from '../../../domain/money'
import { sayMoment, type Instant } from '../../../domain/time'
import { Card } from '../../components/Card'
import { ClaimAmount, ClaimPhotos, ClaimSteps, ClaimTag, sayAsk } from '../../components/Claim'
import { Icon } from '../../components/Icon'
import { Tap } from '../../components/Tap'
import { copyText } from '../../device/clipboard'
import { language, say, t } from '../../locales/for-staff'
import { contentOfLine } from '../../staff/content'
import { Line } from '../../staff/Line'
import { nextOf } from '../parts/claim-next'
import './index.scss'

/** The claim as its customer made it: words, photos large, what was ordered, what has happened since. */
export function ClaimBody({ claim, now }: { claim: ClaimView; now: Instant }) {
  const { orderNo, ask, lines, waybill, createdAt } = claim
  const next = nextOf(claim, now)
  return (
    <>
      <View className="stack claim-head">
        <View className="row row--apart row--wrap">
          <ClaimTag state={claim.state} />
          <Text className="t-note">{t('claims.madeAt', { when: sayMoment(createdAt, language()) })}</Text>
        </View>
        <View className="t-section">“{ask.note}”</View>
        {next && (
          <View id="claim-next" className={`t-body ${next.late ? 't-seal' : next.ours ? 't-sun' : 't-quiet'}`}>
            {next.words}
          </View>
        )}
      </View>
      <Card id="claim-ask">
        <View className="stack">
          <View className="row row--apart row--wrap">
            <Text className="t-strong">{sayAsk(claim)}</Text>
            <ClaimAmount claim={claim} />
          </View>
          {claim.settledFen !== null && claim.settledFen < ask.fen && (
            <Text className="t-note">{t('order.claimAsks', { amount: formatFen(ask.fen) })}</Text>
          )}
          {claim.photos.length > 0 ? (
            <ClaimPhotos claim={claim} large />
          ) : (
            <View className="t-note">{t('claims.noPhotos')}</View>
          )}
        </View>
      </Card>
      {waybill && (
        <Card id="claim-waybill">
          <View className="row row--apart">
            <View className="grow">
              <View className="t-note">{t('claims.comesBack')}</View>
              <View className="t-strong">
                {say(CARRIERS[waybill.carrier])} {waybill.no}
              </View>
            </View>
            <Tap
              id="copy-waybill"
              className="claim-copy"
              label={t('claims.copyWaybill')}
              onTap={() => void copyText(waybill.no)}
            >
              <Icon name="copy" size={20} color="leaf" />
            </Tap>
          </View>
        </Card>
      )}
      <Card id="claim-lines">
        <View className="stack">
          <Tap
            id="copy-number"
            className="row row--apart claim-number"
            label={`${t('claims.copyNumber')} ${orderNo}`}
            onTap={() => void copyText(orderNo)}
          >
            <Text className="t-head">{orderNo}</Text>
            <Icon name="copy" size={20} color="leaf" />
          </Tap>
          {lines.map((line) => (
            <Line
              key={line.id}
              look={line.look}
              content={contentOfLine(line)}
              note={`${say(line.name)} · ${say(line.packName)} · ${t('staff.pieces', { count: piecesIn({ lines: [line] }) })} · ¥${formatFen(line.totalFen)}`}
            />
          ))}
        </View>
      </Card>
      <Card id="claim-history">
        <View className="stack">
          <Text className="t-head">{t('order.history')}</Text>
          <ClaimSteps claim={claim} />
        </View>
      </Card>
    </>
  )
}
