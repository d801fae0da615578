import { reject } from '../../../domain/refusals'
import type { Ports } from '../../ports/ports'

// Several free places are read at once: two inspectors may reach for the same one.
const CANDIDATES = 5
const TRIES = 4

/** The place the next parcel would get, or null when the cold room is full. */
export async function nextFreePlace(ports: Ports): Promise<string | null> {
  const [place] = await freePlaces(ports, 1)
  return place?._id ?? null
}

/**
 * Takes a cold-room place for a parcel and answers its name (S3). A parcel that has one keeps it.
 * Throws COLD_ROOM_FULL.
 */
export async function claimPlace(ports: Ports, fulfilmentId: string): Promise<string> {
  const [held] = await ports.db.find('places', { where: { holder: fulfilmentId }, order: [['_id', 'asc']], limit: 1 })
  if (held) return held._id
  for (let tries = 0; tries < TRIES; tries++) {
    const free = await freePlaces(ports, CANDIDATES)
    if (free.length === 0) return reject('COLD_ROOM_FULL')
    for (const { _id } of free) {
      if (await ports.db.update('places', { _id, holder: '' }, { set: { holder: fulfilmentId } })) return _id
    }
  }
  return reject('BUSY')
}

/** Frees whatever places a parcel holds; harmless when it holds none. */
export async function releasePlaces(ports: Ports, fulfilmentId: string): Promise<void> {
  while (await ports.db.update('places', { holder: fulfilmentId }, { set: { holder: '' } }));
}

function freePlaces(ports: Ports, limit: number) {
  return ports.db.find('places', { where: { holder: '' }, order: [['_id', 'asc']], limit })
}
