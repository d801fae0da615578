import { Text, View } from '@tarojs/components'
import type { FixView } from '../../../contract/design-views'
import { Button } from '../../components/Button'
import { Icon } from '../../components/Icon'
import { spoken } from '../../components/Tap/spoken'
import { t } from '../../locales/for-studio'
import { fixWords } from './fixes'
import type { Hint } from './hints'
import './findings.scss'

const icons = { fine: 'check-circle', warning: 'warn', waiting: 'clock' } as const

export interface FindingsProps {
  hints: readonly Hint[]
  fixes: readonly FixView[]
  onFix: (fix: FixView) => void
  /** There is a tapped fix that can be taken back. */
  onUndo?: () => void
}

/** What was found in the design, and one tap that mends it. */
export function Findings({ hints, fixes, onFix, onUndo }: FindingsProps) {
  if (hints.length === 0 && !onUndo) return null
  return (
    <View className="findings">
      <View className="findings__list" {...spoken({ id: 'hints', role: 'status', live: true })}>
        {hints.map(({ key, kind, words }) => (
          <View key={key} className={`finding finding--${kind}`}>
            <Icon name={icons[kind]} size={20} />
            <Text className="grow">{words}</Text>
          </View>
        ))}
      </View>
      {(fixes.length > 0 || onUndo) && (
        <View className="row row--wrap findings__fixes">
          {fixes.map((fix) => (
            <Button
              key={fix.kind + (fix.kind === 'face' ? fix.face : '')}
              id={`fix-${fix.kind}`}
              kind="secondary"
              small
              onTap={() => onFix(fix)}
            >
              {fixWords(fix)}
            </Button>
          ))}
          {onUndo && (
            <Button id="fix-undo" kind="plain" small onTap={onUndo}>
              {t('design.undo')}
            </Button>
          )}
        </View>
      )}
    </View>
  )
}
