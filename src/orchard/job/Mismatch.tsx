import { Image, Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { JobView } from '../../../contract/orchard-views'
import { sayMoment, type Instant } from '../../../domain/time'
import { call } from '../../cloud/door'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Icon } from '../../components/Icon'
import { spoken } from '../../components/Tap/spoken'
import { language, t } from '../../locales/for-staff'
import { artSrc } from '../../look/art'
import { colours } from '../../look/tokens'
import { useAction } from '../../state/action'
import { toast } from '../../state/toast'
import { ReasonSheet } from '../../staff/ReasonSheet'
import { sayLeft } from '../parts/time-left'
import './mismatch.scss'

type Back = NonNullable<JobView['mismatch']>

const reasons = ['job.noFruitLeft', 'job.pastSeason', 'job.busy'] as const

/** Fruit that came back (I4): how many, what is wrong with each, until when others must be on their way; or that the shop decides, or has. */
export function Mismatch({ job, now, onGivenUp }: { job: JobView; now: Instant; onGivenUp: () => Promise<void> }) {
  const { mismatch, state } = job
  if (state === 'escalated') return <Waiting late={job.actions.includes('sendAgain')} />
  if (state === 'refunded') return <NotNeeded count={job.pieces} />
  if (!mismatch || state !== 'mismatched') return null
  return <Came job={job} back={mismatch} now={now} onGivenUp={onGivenUp} />
}

function Waiting({ late }: { late: boolean }) {
  return (
    <Card id="escalated-card" kind="warning">
      <View className="row row--top">
        <Icon name="clock" size={20} color="sun-ink" />
        <View className="grow">
          <View className="t-strong t-sun">{t('staff.escalated')}</View>
          <View className="t-note">{t(late ? 'job.lateNote' : 'job.escalatedNote')}</View>
        </View>
      </View>
    </Card>
  )
}

function NotNeeded({ count }: { count: number }) {
  return (
    <Card id="not-needed-card">
      <View className="t-strong">{t('job.notNeeded')}</View>
      <View className="t-note">{t('job.notNeededNote', { count })}</View>
    </Card>
  )
}

interface CameProps {
  job: JobView
  back: Back
  now: Instant
  onGivenUp: () => Promise<void>
}

function Came({ job, back, now, onGivenUp }: CameProps) {
  return (
    <Card id="mismatch-card" kind="warning">
      <View className="stack">
        <View className="row row--apart row--wrap">
          <View className="row">
            <Icon name="return" size={20} color="bark" />
            <Text className="t-head job__bark">{t('job.mismatch', { count: job.pieces })}</Text>
          </View>
          {back.redoBy && <Text className="t-strong t-sun">{sayLeft(now, back.redoBy)}</Text>}
        </View>
        <OfAll back={back} pieces={job.pieces} />
        {back.fruit.map((fruit, at) => (
          <Bad key={at} id={`bad-${at + 1}`} fruit={fruit} art={job.art[fruit.design]} />
        ))}
        <Text className="t-note">
          {t('job.mismatchNote', {
            when: sayMoment(back.at, language()),
            back: back.redoBy ? sayMoment(back.redoBy, language()) : '',
          })}
        </Text>
        {job.actions.includes('cannotRedo') && <CannotRedo job={job} onGivenUp={onGivenUp} />}
      </View>
    </Card>
  )
}

/** What was said of all that came back, as far as the single fruit do not say it themselves. */
function OfAll({ back: { reason, photoUrl, fruit }, pieces }: { back: Back; pieces: number }) {
  const photo = fruit.some((each) => each.photoUrl === photoUrl) ? null : photoUrl
  if (!photo && pieces === fruit.length && !saysMore(reason, fruit)) return null
  return (
    <View className="row row--wide row--top" {...spoken({ id: 'bad-all', role: 'listitem' })}>
      {photo && <Image className="job__mismatch" src={photo} mode="aspectFill" />}
      <Text className="t-body grow">{reason}</Text>
    </View>
  )
}

// Unless somebody wrote it anew it is made of the fruits' own, each once, and may be cut.
function saysMore(reason: string, fruit: Back['fruit']): boolean {
  const own = fruit.map((each) => each.reason).join('；')
  return reason.split('；').some((part) => !own.includes(part.replace(/…$/, '')))
}

// The photo of the fault beside what should stand there: the orchard looks for the same on its other fruit.
function Bad({ id, fruit, art }: { id: string; fruit: Back['fruit'][number]; art: string | undefined }) {
  return (
    <View className="row row--wide row--top" {...spoken({ id, role: 'listitem' })}>
      {fruit.photoUrl && <Image className="job__bad" src={fruit.photoUrl} mode="aspectFill" />}
      {art && (
        <View className="job__should">
          <Image className="job__should-art" src={artSrc(art, colours.ink)} />
          <Text className="t-note">{t('job.paper')}</Text>
        </View>
      )}
      <Text className="t-body grow">{fruit.reason}</Text>
    </View>
  )
}

function CannotRedo({ job, onGivenUp }: { job: JobView; onGivenUp: () => Promise<void> }) {
  const [asking, setAsking] = useState(false)
  const giveUp = useAction(async (key: string, reason: string) => {
    await call('work.cannotRedo', { id: job.id, key, reason })
    setAsking(false)
    await onGivenUp()
    toast(t('job.cannotRedone'))
  })
  return (
    <View className="row">
      <Button id="cannot-redo" kind="secondary" small onTap={() => setAsking(true)}>
        {t('job.cannotRedo')}
      </Button>
      {asking && (
        <ReasonSheet
          id="cannot-redo"
          title={t('job.cannotRedoTitle', { count: job.pieces })}
          sentence={t('job.cannotRedoMeans')}
          suggestions={reasons}
          required
          act={t('job.cannotRedoAct')}
          busy={giveUp.busy}
          error={giveUp.error?.message}
          onClose={() => setAsking(false)}
          onAct={(reason) => void giveUp.run(reason)}
        />
      )}
    </View>
  )
}
