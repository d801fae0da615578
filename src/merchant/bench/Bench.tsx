import { BottomBar } from '../../components/BottomBar'
import { Skeleton } from '../../components/Skeleton'
import { t } from '../../locales/for-staff'
import { contentOfLine, nameOfDesign, ofDesign, subjectOf } from '../../staff/content'
import { StaffPage } from '../../staff/StaffPage'
import { BadFruit } from './BadFruit'
import { FruitBar, proposesBad, ReceiveBar } from './Bar'
import { Capture } from './Capture'
import { designOn, nextOpen } from './crate'
import { Decide } from './Decide'
import { BenchHead } from './Head'
import { History } from './History'
import { NextBar } from './NextBar'
import { Notes } from './Notes'
import { Opinion } from './Opinion'
import { Sheets } from './Sheets'
import { Stage } from './Stage'
import { Strip } from './Strip'
import { useBench, type BenchWork } from './use-bench'
import { Endings, Whole } from './Whole'

/** One parcel on the bench, fruit by fruit. */
export function Bench({ id }: { id: string }) {
  const work = useBench(id)
  const { remote, parcel } = work
  return (
    <StaffPage
      id="merchant-bench"
      title={t('bench.title')}
      remote={remote}
      skeleton={<Skeleton shapes={['title', 'tall', 'card']} />}
      bar={parcel && barOf(work)}
    >
      {parcel && (
        <>
          <BenchHead parcel={parcel} fruit={work.onBench ? work.fruit : null} />
          {parcel.state === 'escalated' && <Decide parcel={parcel} now={remote.now} onDecided={remote.reload} />}
          {work.onBench && !work.single && <Strip parcel={parcel} at={work.fruit} onPick={work.pick} />}
          <InHand work={work} />
          {work.judging && <Whole parcel={parcel} act={work.act} {...work.asks} />}
          {work.onBench && (
            <Notes
              notes={work.notes}
              place={parcel.suggestedPlace}
              error={work.act.pass.error ?? work.act.passGood.error}
              onEdit={work.editNotes}
            />
          )}
          {!work.onBench && <BadFruit parcel={parcel} />}
          <History parcel={parcel} />
          <Sheets work={work} />
        </>
      )}
    </StaffPage>
  )
}

function barOf(work: BenchWork) {
  const { parcel, act } = work
  if (!parcel) return null
  if (work.left) return <NextBar done={parcel.id} />
  if (parcel.actions.includes('receive')) return <ReceiveBar act={act} />
  if (!work.onBench) return null
  if (work.judging) return <FruitBar comparison={work.look?.comparison} act={act} onBad={() => work.ask('fruit')} />
  return (
    <BottomBar>
      <Endings
        parcel={parcel}
        act={act}
        proposesBad={work.single && proposesBad(work.look?.comparison)}
        {...work.asks}
      />
    </BottomBar>
  )
}

/** The fruit that is looked at: the camera, or its photo with what the machine says of it. */
function InHand({ work }: { work: BenchWork }) {
  const { parcel, fruit, look } = work
  if (!parcel) return null
  const [line] = parcel.lines
  const whole = contentOfLine(line)
  const content = work.onBench ? ofDesign(whole, designOn(parcel, fruit)) : whole
  if (work.onBench && work.capturing)
    return (
      <Capture
        title={work.single ? t('bench.takeOne') : t('bench.takeFruit', { fruit })}
        subject={subjectOf(`${parcel.id}-${fruit}`, line.look, content, 'ripe', 'bench')}
        busy={work.reading}
        onShot={work.shot}
        onClose={work.closeCamera}
      />
    )
  const seen = look?.comparison?.looksLike?.design ?? null
  const take = work.single ? t('staff.takePhoto') : t('bench.takeFruit', { fruit })
  return (
    <>
      <Stage
        parcel={parcel}
        content={content}
        look={look}
        photo={work.photo}
        take={work.onBench ? (look ? t('staff.retakePhoto') : take) : null}
        busy={work.reading}
        onTake={work.openCamera}
      />
      {work.onBench && look && (
        <Opinion
          look={look}
          instead={
            seen === null ? null : { name: nameOfDesign(whole, seen) ?? '', fruit: nextOpen(parcel, fruit, seen) }
          }
          onInstead={work.takeAs}
          onAgain={work.again}
        />
      )}
    </>
  )
}
