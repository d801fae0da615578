import { View } from '@tarojs/components'
import Taro, { useDidHide, useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { useState, type PropsWithChildren, type ReactNode } from 'react'
import type { CallError } from '../../cloud/call-error'
import { dismissOverlay } from '../../state/overlay'
import { EmptyState } from '../EmptyState'
import { Overlays } from '../Overlays'
import { Skeleton } from '../Skeleton'
import { spoken } from '../Tap/spoken'
import { ToastHost } from '../ToastHost'
import { t } from '../../locales'
import './index.scss'

/** What a page waits for; a `Remote` of state/remote fits. */
export interface Awaited {
  data: unknown
  error: CallError | undefined
  loading: boolean
  reload: () => Promise<void>
}

export interface PageProps {
  id: string
  /** The navigation title in the reader's language; what the page's config says when absent. */
  title?: string
  /** Shown as skeleton, then as an error with a retry when there is nothing to draw; reloaded by pulling down. */
  remote?: Awaited
  /** The shapes of the real layout while waiting; three cards when absent. */
  skeleton?: ReactNode
  /** Orchard light behind the head of the page: tall for a hero or stage, short for an order. */
  light?: 'tall' | 'short'
  /** No side margin, for a page that draws to the edge. */
  wide?: boolean
  /** The BottomBar. */
  bar?: ReactNode
}

export function Page({ id, title, remote, skeleton, light, wide, bar, children }: PropsWithChildren<PageProps>) {
  const [shown, setShown] = useState(true)
  useDidShow(() => {
    setShown(true)
    if (title) void Taro.setNavigationBarTitle({ title })
  })
  useDidHide(() => {
    dismissOverlay()
    setShown(false)
  })
  usePullDownRefresh(() => {
    void Promise.resolve(remote?.reload()).finally(() => Taro.stopPullDownRefresh())
  })
  return (
    <View {...spoken({ id })} className={`page${wide ? ' page--wide' : ''}${light ? ` page--${light}` : ''}`}>
      <View className="page__body">{bodyOf(remote, skeleton, children)}</View>
      {bar}
      {shown && <ToastHost />}
      {shown && <Overlays />}
    </View>
  )
}

function bodyOf(remote: Awaited | undefined, skeleton: ReactNode, children: ReactNode): ReactNode {
  if (!remote || remote.data !== undefined) return children
  if (remote.loading) return skeleton ?? <Skeleton shapes={['card', 'card', 'card']} />
  return (
    <EmptyState
      id="page-error"
      sentence={remote.error?.message ?? t('app.unexpected')}
      act={t('app.retry')}
      onAct={() => void remote.reload()}
    />
  )
}
