import Taro from '@tarojs/taro'

export const toBase64 = (bytes: Uint8Array): string => Taro.arrayBufferToBase64(bytes.slice().buffer)

export const fromBase64 = (text: string): Uint8Array => new Uint8Array(Taro.base64ToArrayBuffer(text))
