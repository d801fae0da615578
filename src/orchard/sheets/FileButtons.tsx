import { Button } from '../../components/Button'
import { copyText } from '../../device/clipboard'
import { openPdf, type Stored } from '../../device/document'
import { t } from '../../locales/for-staff'
import { useAction } from '../../state/action'

/** What can be done with a PDF: opened, which leads to a printer, or its link copied. Ids are `open-<id>` and `copy-<id>`. */
export function FileButtons({ id, ...file }: Stored & { id: string }) {
  const opening = useAction(async () => openPdf(file))
  return (
    <>
      <Button id={`open-${id}`} small busy={opening.busy} onTap={() => void opening.run()}>
        {t('sheets.open')}
      </Button>
      <Button id={`copy-${id}`} kind="secondary" small icon="copy" onTap={() => void copyText(file.url)}>
        {t('sheets.copy')}
      </Button>
    </>
  )
}
