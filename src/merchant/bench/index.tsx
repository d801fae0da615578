import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { BottomBar } from '../../components/BottomBar'
import { Button } from '../../components/Button'
import { EmptyState } from '../../components/EmptyState'
import { Skeleton } from '../../components/Skeleton'
import { t } from '../../locales/for-staff'
import { change } from '../../staff/go'
import { usePhoto } from '../../staff/photo'
import { StaffPage } from '../../staff/StaffPage'
import { joinIntake } from '../../state/joined'
import { usePages } from '../../state/pages'
import { useRemote } from '../../state/remote'
import { Decide } from './Decide'
import { BenchHead } from './Head'
import { History } from './History'
import { MismatchSheet } from './MismatchSheet'
import { Notes, useNotes } from './Notes'
import { Stage } from './Stage'
import { useVerdict } from './verdict'
import '../../staff/acts.scss'

/** Opened with `?code=`, or with `?id=` for a parcel of the intake lists. */
export default function BenchPage() {
  const { code, id } = useRouter().params
  const lists = usePages('intake.list', joinIntake, true, code ? null : {})
  const listed = lists.data && [...lists.data.arriving, ...lists.data.received, ...lists.data.mismatched]
  const found = code ?? listed?.find((row) => row.id === id)?.code
  if (found) return <Bench code={found} />
  return (
    <StaffPage id="merchant-bench" title={t('bench.title')} remote={lists}>
      <EmptyState
        id="bench-unknown"
        sentence={t('bench.unknown')}
        act={t('bench.toIntake')}
        onAct={() => change('merchant/intake')}
      />
    </StaffPage>
  )
}

function Bench({ code }: { code: string }) {
  const remote = useRemote('intake.find', { code })
  const parcel = remote.data
  const photo = usePhoto()
  const notes = useNotes()
  const [asking, setAsking] = useState(false)
  const act = useVerdict(parcel, photo, notes, async () => {
    await remote.reload()
    setAsking(false)
  })
  const can = parcel?.actions ?? []
  return (
    <StaffPage
      id="merchant-bench"
      title={t('bench.title')}
      remote={remote}
      skeleton={<Skeleton shapes={['title', 'tall', 'card']} />}
      bar={
        (can.includes('receive') && (
          <BottomBar>
            <Button id="receive" icon="box" grow={1} busy={act.receive.busy} onTap={() => void act.receive.run()}>
              {t('bench.receive')}
            </Button>
          </BottomBar>
        )) ||
        (can.includes('pass') && (
          <BottomBar>
            <View className="staff-acts">
              <Button
                id="mismatch"
                kind="danger"
                icon="close"
                grow={1}
                note={t('bench.back')}
                onTap={() => setAsking(true)}
              >
                {t('bench.mismatch')}
              </Button>
              <Button
                id="pass"
                kind="seal"
                icon="seal"
                grow={1.7}
                busy={act.pass.busy}
                onTap={() => void act.pass.run()}
              >
                {t('bench.pass')}
              </Button>
            </View>
          </BottomBar>
        ))
      }
    >
      {parcel && (
        <>
          <BenchHead parcel={parcel} />
          {parcel.state === 'escalated' && <Decide parcel={parcel} now={remote.now} onDecided={remote.reload} />}
          <Stage parcel={parcel} photo={photo} />
          {can.includes('pass') && (
            <Notes notes={notes} place={parcel.suggestedPlace} error={act.pass.error} onEdit={() => act.pass.clear()} />
          )}
          <History parcel={parcel} />
        </>
      )}
      {asking && parcel && (
        <MismatchSheet
          parcel={parcel}
          photo={photo}
          busy={act.mismatch.busy}
          error={act.mismatch.error?.message}
          onClose={() => setAsking(false)}
          onAct={(reason) => void act.mismatch.run(reason)}
        />
      )}
    </StaffPage>
  )
}
