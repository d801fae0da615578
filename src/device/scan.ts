import Taro from '@tarojs/taro'

/** Scans a bar or QR code with the camera; null when the person went back or there is no camera: the page offers typing. */
export async function scanCode(): Promise<string | null> {
  if (process.env.TARO_ENV === 'h5') return null
  try {
    return (await Taro.scanCode({ onlyFromCamera: false })).result
  } catch {
    return null
  }
}
