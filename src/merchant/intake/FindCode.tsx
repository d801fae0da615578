import { View } from '@tarojs/components'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Field } from '../../components/Field'
import { scanTag } from '../../device/tag'
import { t } from '../../locales/for-staff'
import { useAction } from '../../state/action'
import type { Find } from './find'

const scans = process.env.TARO_ENV === 'weapp'

/** Scanning with the phone's camera, or reading a photo of the tag in a browser; typing everywhere. */
export function FindCode({ find }: { find: Find }) {
  const scanning = useAction(async () => {
    const tag = await scanTag()
    if (tag?.kind === 'unreadable') find.refuse(t('intake.unreadable'))
    if (tag?.kind !== 'read') return
    find.write(tag.code)
    await find.search(tag.code)
  })
  return (
    <Card>
      <View className="stack">
        <Button id="scan" icon="scan" busy={find.busy || scanning.busy} onTap={() => void scanning.run()}>
          {t(scans ? 'intake.scan' : 'intake.scanPhoto')}
        </Button>
        <Field
          id="field-code"
          label={t('intake.orType')}
          placeholder="GY26-5C1W9K"
          value={find.code}
          maxLength={40}
          hint={t('intake.hint')}
          error={find.problem}
          confirmType="search"
          onInput={find.write}
          onConfirm={() => void find.search()}
        />
        <Button id="find-code" kind="secondary" icon="search" busy={find.busy} onTap={() => void find.search()}>
          {t('intake.find')}
        </Button>
      </View>
    </Card>
  )
}
