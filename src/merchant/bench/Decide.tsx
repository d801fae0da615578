import { Text, View } from '@tarojs/components'
import type { BenchView } from '../../../contract/views'
import { holdsDuty } from '../../../domain/duties'
import { piecesOf } from '../../../domain/fulfilment/fruit'
import { formatFen, type Fen } from '../../../domain/money'
import { POLICY } from '../../../domain/policy'
import { later, sayMoment, type Instant } from '../../../domain/time'
import { asCallError } from '../../cloud/call-error'
import { call } from '../../cloud/door'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { language, say, t } from '../../locales/for-staff'
import { useAction } from '../../state/action'
import { confirm } from '../../state/overlay'
import { toast } from '../../state/toast'
import { useDuties } from '../parts/duties'

export interface DecideProps {
  parcel: BenchView
  now: Instant
  onDecided: () => Promise<void>
}

const ways = ['redo', 'replace', 'refund'] as const
type Way = (typeof ways)[number]

const sends = { redo: 'intake.redo', replace: 'intake.replace', refund: 'intake.refund' } as const
const looks = {
  redo: { icon: 'return', kind: 'secondary' },
  replace: { icon: 'leaf', kind: 'secondary' },
  refund: { icon: 'close', kind: 'danger' },
} as const

/** What these fruit cost within their line; the order works it out to the fen. */
function shareOf({ lines: [line], pieces }: BenchView): Fen {
  return Math.floor((line.totalFen * pieces) / piecesOf(line))
}

function meaning(way: Way, parcel: BenchView): string {
  if (way === 'redo') return t('decide.redoMeans', { orchard: say(parcel.orchard), days: POLICY.redoDays })
  if (way === 'replace') return t('decide.replaceMeans')
  return t('decide.refundMeans', { count: parcel.pieces, amount: formatFen(shareOf(parcel)) })
}

/** What becomes of fruit that failed twice, or that nobody redoes (I4): up to three ways, each with what follows. */
export function Decide({ parcel, now, onDecided }: DecideProps) {
  const duties = useDuties()
  const mine = duties === null || holdsDuty(duties, ['support'])
  // What no orchard has taken has none that could try once more.
  const open = parcel.escalated?.why === 'unplaced' ? ways.filter((way) => way !== 'redo') : ways
  return (
    <Card id="decide" kind="warning">
      <View className="stack">
        <View className="t-section">{t('decide.title', { count: parcel.pieces })}</View>
        <Why parcel={parcel} now={now} />
        {mine ? (
          open.map((way) => <Choice key={way} way={way} parcel={parcel} onDecided={onDecided} />)
        ) : (
          <View id="decide-not-yours" className="t-note">
            {t('decide.notYours')}
          </View>
        )}
      </View>
    </Card>
  )
}

function Why({ parcel, now }: Pick<DecideProps, 'parcel' | 'now'>) {
  const { escalated, inspections, orchard } = parcel
  if (!escalated) return null
  const times = inspections.filter(({ verdict }) => verdict === 'inconsistent').length
  const promised = later(escalated.since, POLICY.escalationHours, 'hour')
  return (
    <View>
      <View className="t-body">
        {t(`decide.${escalated.why}`, { times, orchard: say(orchard), reason: escalated.note ?? '' })}
      </View>
      <Text className="t-strong t-sun">
        {t(now > promised ? 'decide.late' : 'decide.promised', { when: sayMoment(promised, language()) })}
      </Text>
    </View>
  )
}

function Choice({ way, parcel, onDecided }: { way: Way; parcel: BenchView; onDecided: () => Promise<void> }) {
  const means = meaning(way, parcel)
  const words = t(`decide.${way}`)
  const { icon, kind } = looks[way]
  const decide = useAction(async (key: string) => {
    const agreed = await confirm({
      title: t('staff.sure', { act: words }),
      sentence: means,
      act: words,
      cancel: t('staff.think'),
      kind: way === 'refund' ? 'danger' : 'primary',
    })
    if (!agreed) return
    await call(sends[way], { id: parcel.id, key }).catch((error: unknown) => {
      // The orchard has sent meanwhile, or somebody else decided: there is nothing to choose from any more.
      if (asCallError(error).code === 'NOT_ALLOWED_NOW') void onDecided()
      throw error
    })
    await onDecided()
    toast(t(`decide.${way}Done`))
  })
  const open = parcel.actions.includes(way)
  return (
    <View className="stack stack--tight">
      <Button
        id={`decide-${way}`}
        kind={kind}
        icon={icon}
        busy={decide.busy}
        disabled={!open}
        {...(open ? {} : { reason: t('decide.usedUp', { most: POLICY.mostRedos }) })}
        onTap={() => void decide.run()}
      >
        {words}
      </Button>
      {open && <View className="t-note">{means}</View>}
    </View>
  )
}
