import type { PictureDoc } from '../../collections'
import type { Ports } from '../../ports/ports'

/**
 * Takes WeChat's verdict on a picture that waits for one (W1). A trace id nobody waits for is logged and left: a trace id
 * is told to our functions only, so a forged event cannot name a picture.
 */
export async function takeMediaVerdict(
  ports: Ports,
  { traceId, verdict }: Pick<PictureDoc, 'traceId' | 'verdict'>,
): Promise<void> {
  const [picture] = await ports.db.find('pictures', { where: { traceId }, limit: 1 })
  if (!picture) return ports.log({ level: 'warn', what: 'verdict on an unknown picture', traceId })
  await ports.db.update('pictures', { _id: picture._id, verdict: 'pending' }, { set: { verdict } })
}
