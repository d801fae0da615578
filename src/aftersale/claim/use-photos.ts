import { useRef, useState } from 'react'
import { asCallError } from '../../cloud/call-error'
import { upload, type LocalFile } from '../../cloud/files'
import { takePhotos } from '../../device/camera'
import type { PhotoSubject } from '../../device/photo-subject'
import { toast } from '../../state/toast'

/** A photo on its way into cloud storage. */
export type ClaimPhoto = { key: string; file: LocalFile; url: string } & (
  | { state: 'sending' }
  | { state: 'failed' }
  | { state: 'sent'; fileId: string }
)

/** Address an Image can show before the cloud knows the file. */
const shownAs = ({ source }: LocalFile) => (typeof source === 'string' ? source : URL.createObjectURL(source))

/** Photos of a claim: each is uploaded as soon as it is chosen, and can be sent again or dropped. */
export function usePhotos(most: number) {
  const [photos, setPhotos] = useState<readonly ClaimPhoto[]>([])
  const count = useRef(0)
  const choosing = useRef(false)

  const change = (key: string, to: { state: 'sending' } | { state: 'failed' } | { state: 'sent'; fileId: string }) =>
    setPhotos((all) => all.map((photo) => (photo.key === key ? { ...photo, ...to } : photo)))

  const send = async (key: string, file: LocalFile) => {
    try {
      change(key, { state: 'sent', fileId: await upload(file, 'photos') })
    } catch (thrown) {
      change(key, { state: 'failed' })
      toast(asCallError(thrown).message)
    }
  }

  const add = async (subject: PhotoSubject) => {
    if (choosing.current) return
    choosing.current = true
    const files = (await takePhotos(subject, most - photos.length)).slice(0, most - photos.length)
    choosing.current = false
    const added = files.map((file) => ({
      key: String(++count.current),
      file,
      url: shownAs(file),
      state: 'sending' as const,
    }))
    setPhotos((all) => [...all, ...added])
    await Promise.all(added.map(({ key, file }) => send(key, file)))
  }

  return {
    photos,
    /** Whether all of them lie in the cloud. */
    ready: photos.every(({ state }) => state === 'sent'),
    sending: photos.some(({ state }) => state === 'sending'),
    fileIds: photos.flatMap((photo) => (photo.state === 'sent' ? [photo.fileId] : [])),
    add: (subject: PhotoSubject) => void add(subject),
    again: ({ key, file }: ClaimPhoto) => {
      change(key, { state: 'sending' })
      void send(key, file)
    },
    drop: (key: string) => setPhotos((all) => all.filter((photo) => photo.key !== key)),
  }
}
