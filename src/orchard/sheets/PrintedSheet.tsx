import { Text, View } from '@tarojs/components'
import type { SheetJobView } from '../../../contract/sheet-views'
import { dayOf, sayDay, type Day } from '../../../domain/time'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { language, t } from '../../locales/for-staff'
import { contentOfJob, sayContent } from '../../staff/content'
import { stickersIn } from './batch'
import { FileButtons } from './FileButtons'

interface PrintedSheetProps {
  /** Parcels of one sheet. */
  jobs: SheetJobView[]
  today: Day
  busy: boolean
  onReprint: () => void
}

/** A sheet that was printed, with what is on it. Its id is `sheet-<id of the sheet>`. */
export function PrintedSheet({ jobs, today, busy, onReprint }: PrintedSheetProps) {
  const { printed } = jobs[0]
  if (!printed) return null
  const { id, at, fileId, url } = printed
  return (
    <Card id={`sheet-${id}`}>
      <View className="row row--apart">
        <Text className="t-section">{t('sheets.printedOn', { day: sayDay(dayOf(at), language(), today) })}</Text>
        <Text className="t-note">{t('sheets.blockCount', { count: jobs.length, stickers: stickersIn(jobs) })}</Text>
      </View>
      {jobs.map((job) => (
        <View key={job.id} className="t-note">
          {job.code} · {sayContent(contentOfJob(job))}
        </View>
      ))}
      {url === null && <View className="t-note">{t('sheets.gone')}</View>}
      <View className="row row--wrap sheets__act">
        {url !== null && <FileButtons id={id} url={url} fileId={fileId} />}
        <Button id={`reprint-${id}`} kind="secondary" small busy={busy} onTap={onReprint}>
          {t('sheets.reprint')}
        </Button>
      </View>
    </Card>
  )
}
