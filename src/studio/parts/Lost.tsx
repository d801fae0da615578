import { Text, View } from '@tarojs/components'
import { Button } from '../../components/Button'
import { Icon } from '../../components/Icon'
import { spoken } from '../../components/Tap/spoken'
import { t } from '../../locales/for-studio'
import './lost.scss'

/** Something could not be fetched: what, and another try. */
export function Lost({ id, words, onRetry }: { id: string; words: string; onRetry: () => void }) {
  return (
    <View className="lost" {...spoken({ id, role: 'alert' })}>
      <Icon name="warn" size={20} />
      <Text className="grow">{words}</Text>
      <Button id={`${id}-retry`} kind="plain" small onTap={onRetry}>
        {t('app.retry')}
      </Button>
    </View>
  )
}
