import Taro from '@tarojs/taro'

export interface Point {
  x: number
  y: number
}

/** The part of a touch event that is used here; mice of the browser build send the same. */
export interface Touched {
  touches: readonly { clientX: number; clientY: number }[]
}

/** Where the fingers are, px of the screen. */
export const fingers = (event: unknown): Point[] =>
  Array.from((event as Touched).touches, ({ clientX, clientY }) => ({ x: clientX, y: clientY }))

/** A length of the 375-wide layout in px of this screen. */
export const onScreen = (length: number): number =>
  process.env.TARO_ENV === 'weapp' ? (length * Taro.getWindowInfo().windowWidth) / 375 : length
