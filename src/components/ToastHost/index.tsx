import { Text, View } from '@tarojs/components'
import { useStore } from '../../state/store'
import { toastStore } from '../../state/toast'
import { spoken } from '../Tap/spoken'
import './index.scss'

/** Where `toast()` appears; announced to a screen reader. Page holds one. */
export function ToastHost() {
  const sentence = useStore(toastStore)
  return (
    <View className="toast" {...spoken({ role: 'status', live: true })}>
      {sentence && <Text className="toast__words">{sentence}</Text>}
    </View>
  )
}
