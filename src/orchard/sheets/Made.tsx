import { Text, View } from '@tarojs/components'
import type { SheetView } from '../../../contract/sheet-views'
import { Card } from '../../components/Card'
import { Icon } from '../../components/Icon'
import { spoken } from '../../components/Tap/spoken'
import { t } from '../../locales/for-staff'
import { FileButtons } from './FileButtons'

/** The sheet that was just made. */
export function Made({ sheet: { url, fileId, stickers, pages } }: { sheet: SheetView }) {
  return (
    <Card id="sheet-made">
      <View className="row" {...spoken({ role: 'status', live: true })}>
        <Icon name="check-circle" color="leaf" />
        <Text className="t-section">{t('sheets.made', { stickers, pages })}</Text>
      </View>
      <View className="t-note">{t('sheets.paper')}</View>
      <View className="row row--wrap sheets__act">
        <FileButtons id="made" url={url} fileId={fileId} />
      </View>
    </Card>
  )
}
