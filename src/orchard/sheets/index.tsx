import { View } from '@tarojs/components'
import type { SheetsView } from '../../../contract/sheet-views'
import { dayOf } from '../../../domain/time'
import { EmptyState } from '../../components/EmptyState'
import { SectionHead } from '../../components/SectionHead'
import { Skeleton } from '../../components/Skeleton'
import { say, t } from '../../locales/for-staff'
import { StaffPage } from '../../staff/StaffPage'
import { joinSheets } from '../../state/joined'
import { usePages } from '../../state/pages'
import { OrchardBar } from '../parts/OrchardBar'
import { grouped, stickersIn } from './batch'
import { Made } from './Made'
import { PrintCard } from './PrintCard'
import { PrintedSheet } from './PrintedSheet'
import { useChoice } from './use-choice'
import { usePrint } from './use-print'
import { WaitingJob } from './WaitingJob'
import './index.scss'

/** Sticker sheets: what waits to be printed, block by block, and what was printed (G4). */
export default function SheetsPage() {
  const remote = usePages('sheets.list', joinSheets, true)
  return (
    <StaffPage
      id="orchard-sheets"
      title={t('sheets.title')}
      remote={remote}
      light="short"
      skeleton={<Skeleton shapes={['title', 'card', 'card', 'card']} />}
      bar={<OrchardBar here="sheets" />}
    >
      {remote.data && <Sheets sheets={remote.data} now={remote.now} reload={remote.reload} />}
    </StaffPage>
  )
}

function Sheets({ sheets, now, reload }: { sheets: SheetsView; now: string; reload: () => Promise<void> }) {
  const { waiting, printed, orchardName } = sheets
  const choice = useChoice(waiting)
  const { made, print, reprint } = usePrint(reload)
  const today = dayOf(now)
  if (waiting.length + printed.length === 0) return <EmptyState id="sheets-empty" sentence={t('sheets.none')} />
  return (
    <>
      <View>
        <View className="t-title">
          {waiting.length > 0 ? t('sheets.toPrint', { count: waiting.length }) : t('sheets.allPrinted')}
        </View>
        <View className="t-note">{say(orchardName)}</View>
      </View>
      {made && <Made sheet={made} />}
      {waiting.length > 0 && <PrintCard choice={choice} busy={print.busy} onPrint={print.run} />}
      {grouped(waiting, (job) => job.block?.id).map((jobs) => (
        <View key={jobs[0].block?.id ?? ''} className="stack">
          <SectionHead
            title={jobs[0].block ? say(jobs[0].block.name) : t('sheets.noBlock')}
            more={t('sheets.blockCount', { count: jobs.length, stickers: stickersIn(jobs) })}
          />
          {jobs.map((job) => (
            <WaitingJob
              key={job.id}
              job={job}
              chosen={choice.has(job)}
              today={today}
              onToggle={() => choice.toggle(job)}
            />
          ))}
        </View>
      ))}
      {printed.length > 0 && <SectionHead title={t('sheets.printed')} />}
      {grouped(printed, (job) => job.printed?.id).map((jobs) => (
        <PrintedSheet
          key={jobs[0].printed?.id ?? ''}
          jobs={jobs}
          today={today}
          busy={reprint.busy}
          onReprint={() => void reprint.run(jobs.filter(({ printable }) => printable))}
        />
      ))}
    </>
  )
}
