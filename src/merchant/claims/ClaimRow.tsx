import { Text, View } from '@tarojs/components'
import type { ClaimView } from '../../../contract'
import { piecesIn } from '../../../domain/fulfilment/fruit'
import { sayMoment, type Instant } from '../../../domain/time'
import { Card } from '../../components/Card'
import { ClaimAmount, ClaimTag, sayAsk } from '../../components/Claim'
import { language, say, t } from '../../locales/for-staff'
import { contentOfLine } from '../../staff/content'
import { open } from '../../staff/go'
import { Line } from '../../staff/Line'
import { nextOf } from '../parts/claim-next'

/** One claim of the list. Its id is `claim-<id>`; the first of the customer's photos stands for the fruit. */
export function ClaimRow({ claim, now }: { claim: ClaimView; now: Instant }) {
  const { id, orderNo, lines, photos, ask, createdAt } = claim
  const next = nextOf(claim, now)
  const [line] = lines
  return (
    <Card id={`claim-${id}`} label={`${orderNo}，${sayAsk(claim)}`} onTap={() => open('merchant/claim', { id })}>
      <View className="stack">
        <View className="row row--apart">
          <ClaimTag state={claim.state} />
          <Text className="t-note">{sayMoment(createdAt, language())}</Text>
        </View>
        <Line
          look={line.look}
          content={contentOfLine(line)}
          {...(photos[0] ? { photo: photos[0].url } : {})}
          note={`${say(line.name)} · ${t('staff.pieces', { count: piecesIn({ lines }) })} · ${orderNo}`}
        >
          <View className="t-body t-cut">{ask.note}</View>
        </Line>
        <View className="rule" />
        <View className="row row--apart row--wrap">
          <Text className="t-body t-quiet">{sayAsk(claim)}</Text>
          <ClaimAmount claim={claim} />
        </View>
        {next && <View className={`t-note${next.late ? ' t-seal' : next.ours ? ' t-sun' : ''}`}>{next.words}</View>}
      </View>
    </Card>
  )
}
