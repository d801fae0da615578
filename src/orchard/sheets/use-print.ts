import { useState } from 'react'
import type { SheetJobView, SheetView } from '../../../contract/sheet-views'
import { callOn } from '../../cloud/door'
import { t } from '../../locales/for-staff'
import { useAction } from '../../state/action'
import { confirm } from '../../state/overlay'
import { stickersIn } from './batch'

const printed = (key: string, ids: string[]): Promise<SheetView> => callOn('sheets.print', { key, ids })

/** Printing a batch, and the sheet that was made last. Printing again is asked about first: it costs film. */
export function usePrint(reload: () => Promise<void>) {
  const [made, setMade] = useState<SheetView>()
  const print = useAction(async (key: string, ids: string[]) => {
    setMade(await printed(key, ids))
    await reload()
  })
  const reprint = useAction(async (key: string, jobs: SheetJobView[]) => {
    const agreed = await confirm({
      title: t('sheets.reprintTitle'),
      sentence: t('sheets.reprintMeans', { stickers: stickersIn(jobs) }),
      act: t('sheets.reprint'),
    })
    if (!agreed) return
    setMade(
      await printed(
        key,
        jobs.map(({ id }) => id),
      ),
    )
    await reload()
  })
  return { made, print, reprint }
}
