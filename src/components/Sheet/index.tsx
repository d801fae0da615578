import { Text, View } from '@tarojs/components'
import type { PropsWithChildren, ReactNode } from 'react'
import { t } from '../../locales'
import { Icon } from '../Icon'
import { Tap } from '../Tap'
import { spoken } from '../Tap/spoken'
import './index.scss'

export interface SheetProps {
  id: string
  title: string
  /** The title is a sentence to a person, set in the serif. */
  serif?: boolean
  onClose: () => void
  /** Buttons at the foot, above the safe area. */
  foot?: ReactNode
}

/** A sheet over the page; a tap outside or the close button is the same as no. Render it only while it is open. */
export function Sheet({ id, title, serif, onClose, foot, children }: PropsWithChildren<SheetProps>) {
  return (
    <View className="sheet" catchMove>
      <View className="sheet__veil" onClick={onClose} />
      <View className="sheet__panel" {...spoken({ id, label: title, role: 'dialog' })}>
        <View className="row row--apart sheet__head">
          <Text className={serif ? 't-title' : 't-head'}>{title}</Text>
          <Tap id={`${id}-close`} className="sheet__close" label={t('app.close')} onTap={onClose}>
            <Icon name="close" size={20} />
          </Tap>
        </View>
        <View className="sheet__body">{children}</View>
        {foot && <View className="sheet__foot">{foot}</View>}
      </View>
    </View>
  )
}
