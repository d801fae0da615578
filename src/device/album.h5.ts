import type { Kept } from './album'

export type { Kept } from './album'

const forgetAfterMs = 10_000

/** Hands a picture (an object address) to the browser's downloads under this name. */
export async function keepPicture(file: string, name: string): Promise<Kept> {
  const link = document.createElement('a')
  link.href = file
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(file), forgetAfterMs)
  return 'saved'
}

/** A browser asks nobody. */
export const allowAlbum = async (): Promise<boolean> => true
