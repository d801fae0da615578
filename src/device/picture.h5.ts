import type { LocalFile } from '../cloud/files'
import { chooseFile } from './choose-file'

/** Lets the person choose one picture; null when they went back. */
export async function choosePicture(): Promise<LocalFile | null> {
  const file = await chooseFile()
  return file && { source: file, name: file.name }
}
