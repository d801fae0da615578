import { View } from '@tarojs/components'
import { t } from '../../locales'
import type { ConfirmQuestion } from '../../state/overlay'
import { Button } from '../Button'
import { Sheet } from '../Sheet'

export interface ConfirmSheetProps {
  question: ConfirmQuestion
  onDone: (agreed: boolean) => void
}

/** Asks before what cannot be undone. Pages open it with `confirm()` of state/overlay. */
export function ConfirmSheet({ question, onDone }: ConfirmSheetProps) {
  const { title, sentence, act, cancel = t('app.cancel'), kind = 'primary' } = question
  return (
    <Sheet
      id="confirm"
      title={title}
      serif
      onClose={() => onDone(false)}
      foot={
        <>
          <Button id="confirm-no" kind="secondary" grow={1} onTap={() => onDone(false)}>
            {cancel}
          </Button>
          <Button id="confirm-yes" kind={kind} grow={1.5} onTap={() => onDone(true)}>
            {act}
          </Button>
        </>
      }
    >
      <View className="t-body t-quiet">{sentence}</View>
    </Sheet>
  )
}
