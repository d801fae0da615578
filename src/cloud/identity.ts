import Taro from '@tarojs/taro'

const firstShopper = 'o-shopper-lin'

/**
 * Whom the local cloud should take this phone for. On the browser build the workbench says so in the address
 * (`/app/?openid=…`); in the DevTools simulator it is what `actAs` stored. WeChat itself never asks this.
 */
export function localOpenid(): string {
  if (process.env.TARO_ENV === 'h5') return new URLSearchParams(window.location.search).get('openid') ?? firstShopper
  return (Taro.getStorageSync('openid') as string) || firstShopper
}

/** Becomes another person of the demo, in the DevTools simulator. */
export function actAs(openid: string): void {
  Taro.setStorageSync('openid', openid)
}
