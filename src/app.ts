import Taro, { useLaunch } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import { listenForKeys } from './device/keyboard'
import { listenForMouse } from './device/mouse'
import { keepOwnHistory } from './device/own-history'
import './app.scss'

// Before the router makes its first entry.
keepOwnHistory()

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    if (CLOUD_MODE === 'wechat') Taro.cloud.init({ traceUser: true })
    listenForKeys()
    listenForMouse()
  })
  return children
}
