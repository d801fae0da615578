import { View } from '@tarojs/components'
import type { PropsWithChildren, ReactNode } from 'react'
import './index.scss'

export interface BottomBarProps {
  /** Price or small icon actions. */
  left?: ReactNode
}

/** The bar under a page. Last child of Page: it stays at the bottom and the content never hides behind it. */
export function BottomBar({ left, children }: PropsWithChildren<BottomBarProps>) {
  return (
    <View className="bottom-bar">
      {left && <View className="bottom-bar__left">{left}</View>}
      <View className={`bottom-bar__right${left ? '' : ' bottom-bar__right--full'}`}>{children}</View>
    </View>
  )
}
