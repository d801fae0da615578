import Taro from '@tarojs/taro'
import type { LocalFile } from '../cloud/files'
import { fromTemporary } from './picture'
import type { PhotoSubject } from './photo-subject'

/**
 * Up to `most` photos from the phone's camera or album; none when the person went back. The subject only matters to a
 * simulated camera.
 */
export async function takePhotos(_subject: PhotoSubject, most: number): Promise<LocalFile[]> {
  try {
    const { tempFiles } = await Taro.chooseMedia({
      count: most,
      mediaType: ['image'],
      sourceType: ['camera', 'album'],
      sizeType: ['compressed'],
    })
    return tempFiles.map(({ tempFilePath }) => fromTemporary(tempFilePath))
  } catch {
    return []
  }
}

/** One photo; null when the person went back. */
export async function takePhoto(subject: PhotoSubject): Promise<LocalFile | null> {
  const [photo] = await takePhotos(subject, 1)
  return photo ?? null
}
