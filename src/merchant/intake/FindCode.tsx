import { View } from '@tarojs/components'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Field } from '../../components/Field'
import { scanCode } from '../../device/scan'
import { t } from '../../locales/for-staff'
import type { Find } from './find'

const hasScanner = process.env.TARO_ENV === 'weapp'

/** Scanning where there is a camera, typing everywhere. */
export function FindCode({ find }: { find: Find }) {
  const scan = async () => {
    const code = await scanCode()
    if (code === null) return
    find.write(code)
    await find.search(code)
  }
  return (
    <Card>
      <View className="stack">
        {hasScanner && (
          <Button id="scan" icon="scan" busy={find.busy} onTap={() => void scan()}>
            {t('intake.scan')}
          </Button>
        )}
        <Field
          id="field-code"
          label={t(hasScanner ? 'intake.orType' : 'intake.type')}
          placeholder="GY26-5C1W9K"
          value={find.code}
          maxLength={40}
          hint={t('intake.hint')}
          error={find.problem}
          confirmType="search"
          onInput={find.write}
          onConfirm={() => void find.search()}
        />
        <Button
          id="find-code"
          kind={hasScanner ? 'secondary' : 'primary'}
          icon="search"
          busy={find.busy}
          onTap={() => void find.search()}
        >
          {t('intake.find')}
        </Button>
      </View>
    </Card>
  )
}
