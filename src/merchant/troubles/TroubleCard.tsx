import { Text, View } from '@tarojs/components'
import type { TroubleView } from '../../../contract/trouble-views'
import { sayMoment } from '../../../domain/time'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Icon } from '../../components/Icon'
import { Tag } from '../../components/StateTag'
import { spoken } from '../../components/Tap/spoken'
import { language, say, t, type MessageKey } from '../../locales/for-staff'
import { nameOf, sayEnded, type Ended } from './use-retries'
import './troubles.scss'

const receivers: Record<NonNullable<TroubleView['to']>, MessageKey> = {
  shopper: 'troubles.toShopper',
  merchant: 'troubles.toMerchant',
  orchard: 'troubles.toOrchard',
}

export interface TroubleCardProps {
  trouble: TroubleView
  busy: boolean
  /** Another one is being tried. */
  waits: boolean
  ended: Ended | undefined
  onRetry: () => void
}

/** One thing that did not go out: what, for whom, since when, why, and another try. Its id is `trouble-<id>-<entry>`. */
export function TroubleCard({ trouble, busy, waits, ended, onRetry }: TroubleCardProps) {
  const { orderNo, item, what, to, why, since, tries, mayRetry } = trouble
  const name = nameOf(trouble)
  const gone = ended?.outcome === 'done'
  return (
    <Card id={`trouble-${name}`}>
      <View className="stack">
        <View className="row row--apart">
          <Tag {...tagOf(trouble, gone)} />
          <Text className="t-note">{t(to ? receivers[to] : 'troubles.followUp')}</Text>
        </View>
        <View className="stack stack--tight">
          <View className="t-section">{to ? t('troubles.message', { title: say(what) }) : say(what)}</View>
          <View className="t-note">{[item && say(item), orderNo].filter(Boolean).join(' · ')}</View>
        </View>
        {!gone && (
          <View className="trouble__why">
            <Icon name="warn" size={16} color="sun-ink" />
            <View className="grow stack stack--tight">
              <View className="t-body t-sun">{say(why)}</View>
              {since && (
                <View className="t-note">{t('troubles.since', { when: sayMoment(since, language()), tries })}</View>
              )}
            </View>
          </View>
        )}
        {(ended || mayRetry) && (
          <View className="row row--apart">
            <View className="grow t-note" {...spoken({ id: `ended-${name}` })}>
              {ended ? sayEnded(ended, trouble) : ''}
            </View>
            {mayRetry && !gone && (
              <Button
                id={`retry-${name}`}
                kind="secondary"
                small
                icon="refresh"
                busy={busy}
                disabled={waits}
                label={`${t('troubles.retry')} ${say(what)} ${orderNo}`}
                onTap={onRetry}
              >
                {t('troubles.retry')}
              </Button>
            )}
          </View>
        )}
      </View>
    </Card>
  )
}

function tagOf({ state, to }: TroubleView, gone: boolean) {
  if (gone) return { word: t(to ? 'troubles.done' : 'troubles.taskDone'), icon: 'check-circle', tone: 'leaf' } as const
  return state === 'failed'
    ? ({ word: t(to ? 'troubles.failed' : 'troubles.taskFailed'), icon: 'slash', tone: 'bark' } as const)
    : ({ word: t('troubles.waiting'), icon: 'clock', tone: 'sun' } as const)
}
