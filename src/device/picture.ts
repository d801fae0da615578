import Taro from '@tarojs/taro'
import type { LocalFile } from '../cloud/files'

/** Lets the person choose one picture from the album; null when they went back. */
export async function choosePicture(): Promise<LocalFile | null> {
  try {
    const { tempFiles } = await Taro.chooseMedia({
      count: 1,
      mediaType: ['image'],
      sourceType: ['album'],
      sizeType: ['compressed'],
    })
    return fromTemporary(tempFiles[0].tempFilePath)
  } catch {
    return null
  }
}

/** A file of WeChat's temporary folder. */
export const fromTemporary = (path: string): LocalFile => ({ source: path, name: path.split('/').pop() ?? 'photo.jpg' })
