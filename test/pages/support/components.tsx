/** Stands for @tarojs/components in page tests: one plain DOM element each, mini-program events (`event.detail`) kept. */
import { createElement, type CSSProperties, type FocusEvent, type ReactNode } from 'react'

type Detail = (event: { detail: { value: string } }) => void
type Anything = Record<string, unknown>

const ofWechat = new Set(
  'hoverClass hoverStopPropagation hoverStayTime catchMove selectable userSelect mode lazyLoad scrollX scrollY showScrollbar enhanced scrollIntoView placeholderClass confirmType autoHeight cursorSpacing adjustPosition focus nativeProps devicePosition flash'.split(
    ' ',
  ),
)

const domProps = (props: Anything) => Object.fromEntries(Object.entries(props).filter(([name]) => !ofWechat.has(name)))

const element = (tag: string) => (props: Anything) => createElement(tag, domProps(props))

export const View = element('div')
export const Text = element('span')
export const ScrollView = element('div')
export const Image = element('img')
export const Canvas = element('canvas')
export const Camera = element('video')
export const Label = element('label')
export const RootPortal = element('div')
export const Swiper = element('div')
export const SwiperItem = element('div')

interface Editable extends Anything {
  value?: string
  maxlength?: number
  onInput?: Detail
  onBlur?: Detail
  onConfirm?: Detail
}

const editable =
  (tag: 'input' | 'textarea') =>
  ({ onInput, onBlur, onConfirm, value = '', maxlength, ...rest }: Editable) =>
    createElement(tag, {
      ...domProps(rest),
      value,
      maxLength: maxlength,
      onChange: (event: { target: HTMLInputElement }) => onInput?.({ detail: { value: event.target.value } }),
      onBlur: (event: FocusEvent<HTMLInputElement>) => onBlur?.({ detail: { value: event.target.value } }),
      onKeyDown: (event: { key: string; currentTarget: HTMLInputElement }) =>
        event.key === 'Enter' && onConfirm?.({ detail: { value: event.currentTarget.value } }),
    })

export const Input = editable('input')
export const Textarea = editable('textarea')

interface PickerProps {
  id?: string
  range?: string[]
  value?: number
  style?: CSSProperties
  onChange?: (event: { detail: { value: number } }) => void
  children?: ReactNode
}

export const Picker = ({ id, range = [], value, onChange, children }: PickerProps) => (
  <div>
    <select id={id} value={value} onChange={(event) => onChange?.({ detail: { value: Number(event.target.value) } })}>
      {range.map((word, at) => (
        <option key={word} value={at}>
          {word}
        </option>
      ))}
    </select>
    {children}
  </div>
)

interface SwitchProps extends Anything {
  checked?: boolean
  onChange?: (event: { detail: { value: boolean } }) => void
}

export const Switch = ({ checked, onChange, ...rest }: SwitchProps) => (
  <input
    type="checkbox"
    {...domProps(rest)}
    checked={checked}
    onChange={(event) => onChange?.({ detail: { value: event.target.checked } })}
  />
)
