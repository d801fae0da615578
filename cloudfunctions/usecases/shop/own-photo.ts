import { reject } from '../../../domain/refusals'
import type { Ports } from '../../ports/ports'

/** Throws PICTURE_UNKNOWN for a photo that somebody else has registered: who has learned its id must not see it (W4). */
export async function mayUsePhoto(ports: Ports, openid: string, fileId: string): Promise<void> {
  const [first] = await ports.db.find('pictures', { where: { fileId }, limit: 1 })
  if (first && first.openid !== openid) reject('PICTURE_UNKNOWN', {}, 'fileId')
}
