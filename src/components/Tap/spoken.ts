export type Role =
  | 'button'
  | 'link'
  | 'tab'
  | 'tablist'
  | 'radio'
  | 'radiogroup'
  | 'checkbox'
  | 'img'
  | 'dialog'
  | 'status'
  | 'alert'
  | 'listitem'

interface Spoken {
  id?: string
  label?: string
  role?: Role
  hidden?: boolean
  live?: boolean
  selected?: boolean
  disabled?: boolean
  focusable?: boolean
}

/** The accessibility properties of an element; absent ones are left out, because H5 writes `undefined` into the page. */
export function spoken({
  id,
  label,
  role,
  hidden,
  live,
  selected,
  disabled,
  focusable,
}: Spoken): Record<string, string | number> {
  const all = {
    id,
    'aria-label': label,
    role,
    'aria-hidden': hidden ? 'true' : undefined,
    'aria-live': live ? 'polite' : undefined,
    'aria-selected': role === 'tab' && selected !== undefined ? String(selected) : undefined,
    'aria-checked': (role === 'radio' || role === 'checkbox') && selected !== undefined ? String(selected) : undefined,
    'aria-disabled': disabled ? 'true' : undefined,
    tabIndex: process.env.TARO_ENV === 'h5' && focusable ? 0 : undefined,
  }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Record<
    string,
    string | number
  >
}
