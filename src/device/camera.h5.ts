import type { LocalFile } from '../cloud/files'
import { askForPhoto } from '../state/overlay'
import type { PhotoSubject } from './photo-subject'
import { simulatePhoto } from './simulated-photo.h5'

/** Draws a photo of the subject or lets the person choose a file, as they say; null when they went back. */
export async function takePhoto(subject: PhotoSubject): Promise<LocalFile | null> {
  const choice = await askForPhoto()
  switch (choice.kind) {
    case 'simulated':
      return { source: await simulatePhoto(subject), name: 'photo.jpg' }
    case 'file':
      return { source: choice.file, name: choice.file.name }
    case 'cancelled':
      return null
  }
}

/** One at a time in a browser. */
export async function takePhotos(subject: PhotoSubject, _most: number): Promise<LocalFile[]> {
  const photo = await takePhoto(subject)
  return photo ? [photo] : []
}
