import type { LocalFile } from '../cloud/files'
import { choosePicture } from './picture'
import type { PhotoSubject } from './photo-subject'
import { simulatePhoto } from './simulated-photo.h5'

/** A browser shows the frame and draws the photo. */
export const LIVE = false as boolean

/** Draws the photo the hub would take. */
export async function shoot(subject: PhotoSubject): Promise<LocalFile> {
  return { source: await simulatePhoto(subject), name: 'photo.jpg' }
}

/** A photo from this machine; null when the person went back. */
export const pickPhoto = (): Promise<LocalFile | null> => choosePicture()

/** A browser asks nobody. */
export const allowCamera = async (): Promise<boolean> => true
