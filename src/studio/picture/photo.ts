import Taro from '@tarojs/taro'
import type { Picture } from '../../../imprint/raster'
import { maskPng } from '../../../imprint/stencil/mask-png'
import { fromBase64, toBase64 } from '../../device/base64'
import { createStore, type Store } from '../../state/store'
import { createStored, keepUnder } from '../../state/stored'

/** A chosen photo as the studio keeps it: uploaded once, its light and dark here, to draw and tune with. */
export interface Photo {
  fileId: string
  width: number
  height: number
  /** Grey values, a byte a pixel, as base64. */
  grey: string
}

/** Photos that survive closing the app, each under a key of its own: 175 KB of the 1 MB a key and 10 MB in all. */
const MOST_KEPT = 5

const listStore = createStored<{ ids: string[] }>('photo-list', { ids: [] })
const keyOf = (id: string) => `photo-${id}`

let photos: Store<Record<string, Photo>> | undefined

function opened(): Store<Record<string, Photo>> {
  photos ??= createStore(
    Object.fromEntries(
      listStore.get().ids.flatMap((id) => {
        const kept = Taro.getStorageSync(keyOf(id)) as Photo | ''
        return kept ? [[id, kept]] : []
      }),
    ),
  )
  return photos
}

/** Photos by the id of their design. */
export const photoStore: Store<Record<string, Photo>> = {
  get: () => opened().get(),
  set: (next) => opened().set(next),
  subscribe: (listener) => opened().subscribe(listener),
}

/** Keeps the photo of a design; photos of designs that are gone are dropped. */
export function keepPhoto(id: string, photo: Photo | null, ids: readonly string[]): void {
  const others = Object.entries(photoStore.get()).filter(([of]) => of !== id && ids.includes(of))
  const all = Object.fromEntries(photo ? [...others, [id, photo]] : others)
  photoStore.set(all)
  const kept = Object.keys(all).slice(-MOST_KEPT)
  for (const gone of listStore.get().ids) if (!kept.includes(gone)) Taro.removeStorageSync(keyOf(gone))
  if (photo) keepUnder(keyOf(id), photo)
  listStore.set({ ids: kept })
}

/** Reads the photos anew, as after closing the app. For tests. */
export function rereadPhotos(): void {
  photos = undefined
}

/** Longer side of the grey picture, px: what the film can hold, and 175 KB under its key at most. */
export const GREY_PX = 360

/** The grey values of a picture. */
export function greyOf({ width, height, pixels }: Picture): string {
  const grey = new Uint8Array(width * height)
  for (let i = 0; i < grey.length; i++)
    grey[i] = Math.round(0.299 * pixels[4 * i] + 0.587 * pixels[4 * i + 1] + 0.114 * pixels[4 * i + 2])
  return toBase64(grey)
}

const greyBytes = ({ grey }: Photo) => fromBase64(grey)

/** The kept photo as a picture to cut a stencil from. */
export function pictureOf(photo: Photo): Picture {
  const grey = greyBytes(photo)
  const pixels = new Uint8ClampedArray(grey.length * 4)
  grey.forEach((value, i) => pixels.set([value, value, value, 255], i * 4))
  return { width: photo.width, height: photo.height, pixels }
}

/** The kept photo as an address an Image can show: dark on a clear ground. */
export function photoUrl(photo: Photo): string {
  const coverage = Float32Array.from(greyBytes(photo), (value) => 1 - value / 255)
  const png = maskPng({ width: photo.width, height: photo.height, coverage }, [30, 22, 16])
  return `data:image/png;base64,${toBase64(png)}`
}
