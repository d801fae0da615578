import { Image } from '@tarojs/components'
import type { JobView } from '../../../contract/orchard-views'
import { dayOf, sayDay, type Day, type Instant } from '../../../domain/time'
import { call } from '../../cloud/door'
import { BottomBar } from '../../components/BottomBar'
import { Button } from '../../components/Button'
import { Icon } from '../../components/Icon'
import { Tap } from '../../components/Tap'
import { language, t } from '../../locales/for-staff'
import { contentOfJob, subjectOf } from '../../staff/content'
import type { usePhoto } from '../../staff/photo'
import { useAction } from '../../state/action'
import { confirm } from '../../state/overlay'
import { toast } from '../../state/toast'
import { nextStep, offPlan, STEPS, type Step } from '../parts/steps'
import './step-bar.scss'

export interface StepBarProps {
  job: JobView
  now: Instant
  photo: ReturnType<typeof usePhoto>
  onRecorded: () => Promise<void>
}

// A step recorded far from its day is most often a slip of the finger, and it cannot be taken back.
function meaning(job: JobView, step: Step, today: Day): string {
  const means = t(STEPS[step].means)
  const off = offPlan(job, today)
  if (!off) return means
  const day = sayDay(off.day, language(), today)
  return t(off.days < 0 ? 'job.ahead' : 'job.behind', { days: Math.abs(off.days), day, means })
}

/** The one step that comes next, with a photo if the orchard likes (G5). Recording cannot be undone, so it is asked. */
export function StepBar({ job, now, photo, onRecorded }: StepBarProps) {
  const step = nextStep(job)
  const record = useAction(async (key: string) => {
    if (!step) return
    const sentence = meaning(job, step, dayOf(now))
    const agreed = await confirm({
      title: t('staff.sure', { act: t(STEPS[step].act) }),
      sentence,
      act: t('job.record'),
    })
    if (!agreed) return
    await call('work.record', { id: job.id, key, step, ...(photo.shot ? { photo: photo.shot.fileId } : {}) })
    await onRecorded()
    photo.drop()
    toast(t('job.recorded'))
  })
  if (!step) return null
  const { act, icon, stage } = STEPS[step]
  return (
    <BottomBar>
      <Tap
        id="take-photo"
        className="step-bar__camera"
        label={t(photo.shot ? 'staff.retakePhoto' : 'staff.takePhoto')}
        disabled={photo.busy}
        onTap={() => photo.take(subjectOf(job.id, job.look, contentOfJob(job), stage, 'orchard'))}
      >
        {photo.shot ? (
          <Image className="step-bar__shot" src={photo.shot.url} mode="aspectFill" />
        ) : (
          <Icon name={photo.busy ? 'ring' : 'camera'} />
        )}
      </Tap>
      <Button id={`step-${step}`} icon={icon} grow={1} busy={record.busy} onTap={() => void record.run()}>
        {t(act)}
      </Button>
    </BottomBar>
  )
}
