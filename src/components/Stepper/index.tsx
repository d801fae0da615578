import { Text, View } from '@tarojs/components'
import { t } from '../../locales'
import { Icon } from '../Icon'
import { Tap } from '../Tap'
import { spoken } from '../Tap/spoken'
import './index.scss'

export interface StepperProps {
  /** The buttons are `<id>-less` and `<id>-more`. */
  id: string
  label: string
  value: number
  min?: number
  max?: number
  onChange: (value: number) => void
}

/** A quantity. */
export function Stepper({ id, label, value, min = 1, max = 99, onChange }: StepperProps) {
  return (
    <View className="stepper" {...spoken({ id, label: `${label} ${value}` })}>
      <Tap
        id={`${id}-less`}
        className="stepper__button"
        label={t('app.less')}
        disabled={value <= min}
        onTap={() => onChange(value - 1)}
      >
        <Icon name="minus" size={20} />
      </Tap>
      <Text className="stepper__value">{value}</Text>
      <Tap
        id={`${id}-more`}
        className="stepper__button"
        label={t('app.plus')}
        disabled={value >= max}
        onTap={() => onChange(value + 1)}
      >
        <Icon name="plus" size={20} />
      </Tap>
    </View>
  )
}
