import Taro from '@tarojs/taro'

/** Runs `work` whenever the person leaves the app, which may then be closed without a word. */
export const onHide = (work: () => void): void => Taro.onAppHide(work)
