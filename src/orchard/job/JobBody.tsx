import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { JobView } from '../../../contract/orchard-views'
import { dayOf, sayDay, sayMoment, type Day } from '../../../domain/time'
import { Card } from '../../components/Card'
import { FruitPreview } from '../../components/FruitPreview'
import { Icon } from '../../components/Icon'
import { Tag } from '../../components/StateTag'
import { Tap } from '../../components/Tap'
import { GrowthTimeline, type GrowthStep } from '../../components/Timeline'
import { copyText } from '../../device/clipboard'
import { language, say, t } from '../../locales/for-staff'
import { contentOfJob, previewOf, sayContent, sayFace } from '../../staff/content'
import { DesignChips } from '../../staff/DesignChips'
import { Paper } from '../../staff/Paper'
import type { usePhoto } from '../../staff/photo'
import { jobTag } from '../parts/job-tag'
import { growthOf, nextStep, type Step } from '../parts/steps'
import { Mismatch } from './Mismatch'
import './index.scss'

export interface JobBodyProps {
  job: JobView
  photo: ReturnType<typeof usePhoto>
  now: string
  onChanged: () => Promise<void>
}

/** Steps whose photo the hub looks at; the others are shown to the customer. */
const TO_HUB: readonly Step[] = ['dispatch', 'sendAgain']

/** What to grow, by when, and how far it is. Nothing here is about the customer (G1). */
export function JobBody({ job, photo, now, onChanged }: JobBodyProps) {
  const [at, setAt] = useState(0)
  const content = contentOfJob(job)
  const face = sayFace(content)
  const today = dayOf(now)
  const step = nextStep(job)
  return (
    <>
      <View className="job__stage">
        <FruitPreview look={job.look} size={236} shadow {...previewOf(content, at)} />
        <View className="job__paper">
          <Paper content={content} caption={t('job.paper')} />
        </View>
        <Text className="t-note job__sample">{t('job.sample')}</Text>
      </View>
      <DesignChips content={content} at={at} onPick={setAt} />
      <View className="row row--apart row--top">
        <View className="grow">
          <View className="t-title">{sayContent(content)}</View>
          <View className="t-note">
            {say(job.productName)} · {t('staff.pieces', { count: job.pieces })}
            {face && ` · ${face}`}
          </View>
        </View>
        <Tag {...jobTag(job.state)} />
      </View>
      <Mismatch job={job} now={now} onGivenUp={onChanged} />
      <Card>
        <View className="row row--apart">
          <View className="grow">
            <View className="t-note">{t('staff.imprintCode')}</View>
            <View className="job__code">{job.code}</View>
          </View>
          <Tap id="copy-code" className="job__copy" label={t('staff.copyCode')} onTap={() => void copyText(job.code)}>
            <Icon name="copy" color="leaf" />
          </Tap>
        </View>
        <View className="t-note">{t('job.codeHint')}</View>
      </Card>
      <Card>
        <View className="row row--apart job__growth-head">
          <Text className="t-head">{t('job.growth')}</Text>
          {job.acceptBy && job.actions.includes('accept') && (
            <Text className="t-strong t-sun">{t('job.answerBy', { when: sayMoment(job.acceptBy, language()) })}</Text>
          )}
        </View>
        <GrowthTimeline id="growth" steps={stepsOf(job, today)} />
      </Card>
      {step && (
        <View className="t-note job__photo-hint">
          {t(photo.shot ? 'staff.photoReady' : TO_HUB.includes(step) ? 'job.photoHintHub' : 'job.photoHint')}
        </View>
      )}
    </>
  )
}

function stepsOf(job: JobView, today: Day): GrowthStep[] {
  const reached = (state: string) => job.steps.filter((step) => step.to === state).pop()
  const growth = growthOf(job.dates)
  const first = growth.findIndex(({ state }) => !reached(state))
  return growth.map(({ state, word, due }, at) => {
    const step = reached(state)
    const photo = job.photos.filter((each) => each.step === state).pop()
    return {
      key: state,
      word: t(word),
      when: sayDay(step ? dayOf(step.at) : due, language(), today),
      state: step ? 'done' : at === first && job.state !== 'offered' ? 'now' : 'next',
      ...(photo ? { photo: photo.url } : {}),
    }
  })
}
