import { Input, Text, Textarea, View } from '@tarojs/components'
import { useState } from 'react'
import { Icon } from '../Icon'
import { spoken } from '../Tap/spoken'
import './index.scss'

export interface FieldProps {
  id: string
  label?: string
  value: string
  onInput: (value: string) => void
  placeholder?: string
  /** How to mend it; marks the field. */
  error?: string
  /** Help under the box while there is no error. */
  hint?: string
  /** At the right of the box, e.g. 4 / 6 字. */
  counter?: string
  type?: 'text' | 'number' | 'idcard' | 'digit'
  maxLength?: number
  multiline?: boolean
  /** The customer's own words, set in the Song serif. */
  serif?: boolean
  /** A read-only field, or one that opens a picker. */
  disabled?: boolean
  focus?: boolean
  confirmType?: 'done' | 'next' | 'search' | 'send'
  onConfirm?: () => void
  onBlur?: () => void
}

export function Field(props: FieldProps) {
  const { id, label, value, onInput, placeholder = '', error, hint, counter, type = 'text', maxLength = 200 } = props
  const { multiline, serif, disabled = false, focus, confirmType = 'done', onConfirm, onBlur } = props
  const [focused, setFocused] = useState(false)
  const box = [
    'field__box',
    error ? 'field__box--wrong' : focused ? 'field__box--focus' : '',
    multiline ? 'field__box--tall' : '',
  ]
  const shared = {
    id,
    value,
    placeholder,
    disabled,
    maxlength: maxLength,
    placeholderClass: 'field__placeholder',
    className: `field__input${serif ? ' field__input--serif' : ''}`,
    onInput: (event: { detail: { value: string } }) => onInput(event.detail.value),
    onFocus: () => setFocused(true),
    onBlur: () => {
      setFocused(false)
      onBlur?.()
    },
    ...(focus === undefined ? {} : { focus }),
    ...spoken({ label: label ?? placeholder }),
  }
  return (
    <View className="field">
      {label && <View className="field__label">{label}</View>}
      <View className={box.join(' ')}>
        {multiline ? (
          <Textarea {...shared} autoHeight />
        ) : (
          <Input {...shared} type={type} confirmType={confirmType} onConfirm={() => onConfirm?.()} />
        )}
        {counter && <Text className="t-note field__counter">{counter}</Text>}
      </View>
      {error ? (
        <View className="field__error" {...spoken({ id: `${id}-error`, role: 'alert' })}>
          <Icon name="warn" size={16} />
          <Text>{error}</Text>
        </View>
      ) : (
        hint && <View className="t-note field__hint">{hint}</View>
      )}
    </View>
  )
}
