import Taro from '@tarojs/taro'

/** Px of this screen for one of the 375-wide layout: a browser lays out in px, WeChat stretches the layout to the phone. */
export const windowScale = (): number => (process.env.TARO_ENV === 'weapp' ? Taro.getWindowInfo().windowWidth / 375 : 1)
