import Taro from '@tarojs/taro'
import type { LocalFile } from '../cloud/files'
import { fromTemporary } from './picture'
import type { PhotoSubject } from './photo-subject'

/** Takes one photo with the phone's camera; null when the person went back. The subject only matters to a simulated one. */
export async function takePhoto(_subject: PhotoSubject): Promise<LocalFile | null> {
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
