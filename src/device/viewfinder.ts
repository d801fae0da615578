import Taro from '@tarojs/taro'
import type { LocalFile } from '../cloud/files'
import { fromTemporary } from './picture'
import type { PhotoSubject } from './photo-subject'

/** Whether the page can show the camera's picture while the fruit is laid into the frame. */
export const LIVE = true as boolean

/** Takes what the page's `<Camera>` shows. The subject only matters to a simulated camera. Rejects when it cannot. */
export function shoot(_subject: PhotoSubject): Promise<LocalFile> {
  return new Promise((resolve, reject) => {
    Taro.createCameraContext().takePhoto({
      quality: 'high',
      success: ({ tempImagePath }) => resolve(fromTemporary(tempImagePath)),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    })
  })
}

/** A photo from the phone's own camera or album, for whoever did not allow ours; null when the person went back. */
export async function pickPhoto(): Promise<LocalFile | null> {
  try {
    const { tempFiles } = await Taro.chooseMedia({
      count: 1,
      mediaType: ['image'],
      sourceType: ['camera', 'album'],
      sizeType: ['compressed'],
    })
    return fromTemporary(tempFiles[0].tempFilePath)
  } catch {
    return null
  }
}

/** Opens WeChat's settings, where the camera may be allowed; true when it is afterwards. */
export async function allowCamera(): Promise<boolean> {
  try {
    const { authSetting } = await Taro.openSetting()
    return authSetting['scope.camera'] === true
  } catch {
    return false
  }
}
