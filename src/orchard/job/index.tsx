import { useRouter } from '@tarojs/taro'
import type { JobView } from '../../../contract/orchard-views'
import { EmptyState } from '../../components/EmptyState'
import { Skeleton } from '../../components/Skeleton'
import { t } from '../../locales/for-staff'
import { change } from '../../staff/go'
import { usePhoto } from '../../staff/photo'
import { StaffPage } from '../../staff/StaffPage'
import { useRemote, type Remote } from '../../state/remote'
import { AnswerBar } from './AnswerBar'
import { JobBody } from './JobBody'
import { StepBar } from './StepBar'

/** One piece of work, opened with `?id=`. */
export default function JobPage() {
  const { id = '' } = useRouter().params
  const remote = useRemote('work.get', { id })
  const photo = usePhoto()
  const job = remote.data
  // An offer that was not answered in time goes on to another orchard; asking again would not bring it back.
  if (remote.error?.code === 'FULFILMENT_UNKNOWN')
    return (
      <StaffPage id="orchard-job" title={t('job.title')}>
        <EmptyState
          id="job-unknown"
          sentence={remote.error.message}
          act={t('job.toWeek')}
          onAct={() => change('orchard/week')}
        />
      </StaffPage>
    )
  return (
    <StaffPage
      id="orchard-job"
      title={t('job.title')}
      remote={remote}
      light="tall"
      skeleton={<Skeleton shapes={['fruit', 'title', 'card']} />}
      bar={job && barOf(job, remote, photo)}
    >
      {job && <JobBody job={job} photo={photo} now={remote.now} onChanged={remote.reload} />}
    </StaffPage>
  )
}

function barOf(job: JobView, remote: Remote<JobView>, photo: ReturnType<typeof usePhoto>) {
  if (job.actions.includes('accept') || job.actions.includes('decline'))
    return <AnswerBar job={job} onAccepted={remote.reload} onDeclined={async () => change('orchard/week')} />
  return <StepBar job={job} now={remote.now} photo={photo} onRecorded={remote.reload} />
}
