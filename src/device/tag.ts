import { scanCode } from './scan'

/** What a look at a parcel's tag gave: its code, or that the picture showed none. */
export type TagRead = { kind: 'read'; code: string } | { kind: 'unreadable' }

/** Reads the QR code of a tag with the camera; null when the person went back. */
export async function scanTag(): Promise<TagRead | null> {
  const code = await scanCode()
  return code === null ? null : { kind: 'read', code }
}
