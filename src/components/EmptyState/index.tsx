import { View } from '@tarojs/components'
import { Button } from '../Button'
import { spoken } from '../Tap/spoken'
import './index.scss'

export interface EmptyStateProps {
  id: string
  sentence: string
  /** The button's words; its id is `<id>-act`. */
  act?: string
  onAct?: () => void
}

/** A bare branch with one bud, one sentence, one way on. */
export function EmptyState({ id, sentence, act, onAct }: EmptyStateProps) {
  return (
    <View className="empty" {...spoken({ id })}>
      <View className="empty__branch" aria-hidden="true" />
      <View className="empty__sentence">{sentence}</View>
      {act && (
        <Button id={`${id}-act`} kind="secondary" onTap={onAct}>
          {act}
        </Button>
      )}
    </View>
  )
}
