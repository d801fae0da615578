import { View } from '@tarojs/components'
import { BottomBar } from '../../components/BottomBar'
import { Button } from '../../components/Button'
import { t } from '../../locales/for-staff'
import { contentOfLine, sayContent } from '../../staff/content'
import { change } from '../../staff/go'
import { useRemote } from '../../state/remote'
import '../../staff/acts.scss'

/** After a parcel has left the bench: the one that has waited longest, one tap away, or the intake list. */
export function NextBar({ done }: { done: string }) {
  const list = useRemote('intake.list', {}).data
  const next = list?.received.find(({ id }) => id !== done)
  return (
    <BottomBar>
      <View className="staff-acts">
        <Button id="to-intake" kind="secondary" grow={1} onTap={() => change('merchant/intake')}>
          {t('bench.toIntake')}
        </Button>
        {next && (
          <Button
            id="next-parcel"
            icon="right"
            grow={1.5}
            note={`${next.code} · ${sayContent(contentOfLine(next.lines[0]))}`}
            onTap={() => change('merchant/bench', { id: next.id })}
          >
            {t('bench.nextParcel')}
          </Button>
        )}
      </View>
    </BottomBar>
  )
}
