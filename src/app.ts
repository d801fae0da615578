import Taro, { useLaunch } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import { listenForKeys } from './device/keyboard'
import './app.scss'

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    if (CLOUD_MODE === 'wechat') Taro.cloud.init({ traceUser: true })
    listenForKeys()
  })
  return children
}
