import { View } from '@tarojs/components'
import { POLICY } from '../../../domain/policy'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { t } from '../../locales/for-staff'
import { firstBatch, pagesOf, stickersIn } from './batch'
import type { Choice } from './use-choice'

interface PrintCardProps {
  choice: Choice
  busy: boolean
  onPrint: (ids: string[]) => Promise<void>
}

/** How many stickers and pages were chosen, and the button that prints them. */
export function PrintCard({ choice, busy, onPrint }: PrintCardProps) {
  const { chosen, all, none } = choice
  const batch = firstBatch(chosen)
  const stickers = stickersIn(batch)
  return (
    <Card>
      <View className="row row--apart">
        <View className="t-note grow">{t('sheets.spares', { stickers })}</View>
        {chosen.length > 0 ? (
          <Button id="choose-none" kind="plain" small onTap={none}>
            {t('sheets.nothing')}
          </Button>
        ) : (
          <Button id="choose-all" kind="plain" small onTap={all}>
            {t('sheets.all')}
          </Button>
        )}
      </View>
      <View className="row sheets__act">
        <Button
          id="print"
          kind="seal"
          grow={1}
          busy={busy}
          disabled={batch.length === 0}
          reason={t('sheets.pickSome')}
          onTap={() => void onPrint(batch.map(({ id }) => id))}
        >
          {t('sheets.print', { stickers, pages: batch.length === 0 ? 0 : pagesOf(batch) })}
        </Button>
      </View>
      {chosen.length > batch.length && (
        <View className="t-note">{t('sheets.most', { most: POLICY.mostSheetParcels })}</View>
      )}
    </Card>
  )
}
