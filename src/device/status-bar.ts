import Taro from '@tarojs/taro'

/** Height of the phone's status bar in px of the screen, for a page that draws its own head; 0 in a browser. */
export function statusBarHeight(): number {
  if (process.env.TARO_ENV === 'h5') return 0
  return Taro.getWindowInfo().statusBarHeight ?? 0
}
