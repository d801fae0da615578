import { useRef, useState } from 'react'
import type { ComparisonView } from '../../../contract/inspection-views'
import { asCallError } from '../../cloud/call-error'
import { call } from '../../cloud/door'
import { upload, type LocalFile } from '../../cloud/files'
import { shrinkPhoto } from '../../device/pixels'
import { t } from '../../locales/for-staff'
import { freshId } from '../../state/fresh-id'
import { toast } from '../../state/toast'
import { lightOf, type Light } from './light'

/** Longer side of the photo that is sent, and of the pixels whose light is measured, px. */
const LONGEST_PX = 1024
const LIGHT_PX = 96

/** A photo of the fruit in hand and what the machine says of it. */
export interface Look {
  fruit: number
  /** Address an Image can show before the cloud knows the photo. */
  url: string
  light: Light
  stage: 'sending' | 'comparing' | 'compared' | 'failed'
  comparison: ComparisonView | null
  /** Why there is no opinion. */
  problem: string
}

const shownAs = ({ source }: LocalFile) => (typeof source === 'string' ? source : URL.createObjectURL(source))

export type Looking = ReturnType<typeof useLook>

/** Takes one fruit's photo from the camera to the machine's opinion. Whoever decides meanwhile need not wait for it. */
export function useLook(id: string) {
  const [look, setLook] = useState<Look | null>(null)
  const [reading, setReading] = useState(false)
  // What comes back belongs to the photo that was asked about last.
  const turn = useRef(0)
  const shot = useRef<{ jpeg: LocalFile; sent: Promise<string> } | null>(null)

  async function compare(mine: number, fruit: number): Promise<void> {
    const change = (part: Partial<Look>) => setLook((old) => (old && mine === turn.current ? { ...old, ...part } : old))
    if (!shot.current) return
    try {
      change({ fruit, stage: 'sending', comparison: null, problem: '' })
      const photo = await shot.current.sent
      change({ stage: 'comparing' })
      const comparison = await call('intake.compare', { id, key: freshId(), fruit, photo, stemUp: true })
      change({ stage: 'compared', comparison })
    } catch (error) {
      change({ stage: 'failed', problem: asCallError(error).message })
    }
  }

  function send(jpeg: LocalFile): void {
    const sent = upload(jpeg, 'photos')
    // Said on the page by whoever waits for it.
    sent.catch(() => undefined)
    shot.current = { jpeg, sent }
  }

  return {
    look,
    reading,
    /** Shows a photo of this fruit, sends it and asks what the machine thinks. False when the file is no picture. */
    async take(file: LocalFile, fruit: number): Promise<boolean> {
      const mine = ++turn.current
      setReading(true)
      try {
        const { jpeg, picture } = await shrinkPhoto(file, LONGEST_PX, LIGHT_PX)
        if (mine !== turn.current) return false
        const light = lightOf(picture)
        setLook({ fruit, url: shownAs(jpeg), light, stage: 'sending', comparison: null, problem: '' })
        send(jpeg)
        void compare(mine, fruit)
        return true
      } catch {
        toast(t('bench.photoUnreadable'))
        return false
      } finally {
        setReading(false)
      }
    },
    /** Asks again about the photo at hand, as a photo of this fruit. */
    async again(fruit: number): Promise<void> {
      if (!shot.current) return
      if (look?.stage === 'failed') send(shot.current.jpeg)
      await compare(++turn.current, fruit)
    },
    /** The photo's fileId once it lies in storage; undefined when there is none or it did not get there. */
    sent: async (): Promise<string | undefined> => shot.current?.sent.catch(() => undefined),
    drop(): void {
      turn.current++
      shot.current = null
      setLook(null)
    },
  }
}
