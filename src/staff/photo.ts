import { useState } from 'react'
import { upload, type LocalFile } from '../cloud/files'
import { takePhoto } from '../device/camera'
import type { PhotoSubject } from '../device/photo-subject'
import { useAction } from '../state/action'

/** A photo that lies in cloud storage but belongs to no act yet. */
export interface Shot {
  fileId: string
  url: string
}

/** Address an Image can show before the cloud knows the file. */
const shownAs = ({ source }: LocalFile) => (typeof source === 'string' ? source : URL.createObjectURL(source))

/** One photo to go with the next act: taken, uploaded at once, shown, and sent as its fileId. */
export function usePhoto() {
  const [shot, setShot] = useState<Shot | null>(null)
  const taking = useAction(async (_key: string, subject: PhotoSubject) => {
    const file = await takePhoto(subject)
    if (!file) return
    const fileId = await upload(file, 'photos')
    setShot({ fileId, url: shownAs(file) })
  })
  return {
    shot,
    busy: taking.busy,
    take: (subject: PhotoSubject) => void taking.run(subject),
    drop: () => setShot(null),
  }
}
