import type { PictureDoc } from '../../collections'
import type { Ports } from '../../ports/ports'

type Verdict = PictureDoc['verdict']

/**
 * Takes WeChat's verdict on a picture that waits for one (W1). One that comes before the picture is written is kept for
 * it. A trace id is told to our functions only, so a forged event cannot name a picture.
 */
export async function takeMediaVerdict(
  ports: Ports,
  { traceId, verdict }: Pick<PictureDoc, 'traceId' | 'verdict'>,
): Promise<void> {
  if (await judge(ports, traceId, verdict)) return
  await ports.db.insert('verdicts', { _id: traceId, verdict })
  // The picture may have been written between the two, and then nobody else looks.
  if (await judge(ports, traceId, verdict)) return
  ports.log({ level: 'warn', what: 'verdict before its picture', traceId })
}

/** The verdict that came before the picture was written, applied to it; null when there is none. */
export async function takeEarlyVerdict(ports: Ports, { _id, traceId }: PictureDoc): Promise<Verdict | null> {
  const early = await ports.db.get('verdicts', traceId)
  if (!early) return null
  await ports.db.update('pictures', { _id, verdict: 'pending' }, { set: { verdict: early.verdict } })
  return early.verdict
}

async function judge(ports: Ports, traceId: string, verdict: Verdict): Promise<boolean> {
  const [picture] = await ports.db.find('pictures', { where: { traceId }, limit: 1 })
  if (!picture) return false
  await ports.db.update('pictures', { _id: picture._id, verdict: 'pending' }, { set: { verdict } })
  return true
}
