import { reject } from '../../../domain/refusals'
import type { Ports } from '../../ports/ports'

// Several free places are read at once: two inspectors may reach for the same one.
const CANDIDATES = 5
const TRIES = 4

/** The place the next parcel would get, or null when the cold room is full. */
export async function nextFreePlace(ports: Ports): Promise<string | null> {
  const [place] = await ports.db.find('places', { where: { holder: '' }, order: [['_id', 'asc']], limit: 1 })
  return place?._id ?? null
}

/**
 * Takes a cold-room place for a parcel and answers its name (S3). A parcel that has one keeps it.
 * Throws COLD_ROOM_FULL.
 */
export async function claimPlace(ports: Ports, fulfilmentId: string): Promise<string> {
  for (let tries = 0; tries < TRIES; tries++) {
    // A place has a name or no holder, and a name sorts after nothing: what the parcel holds already comes first.
    const found = await ports.db.find('places', {
      where: { holder: { in: ['', fulfilmentId] } },
      order: [
        ['holder', 'desc'],
        ['_id', 'asc'],
      ],
      limit: CANDIDATES,
    })
    if (found.length === 0) return reject('COLD_ROOM_FULL')
    for (const { _id, holder } of found) {
      if (holder === fulfilmentId) return _id
      if (await ports.db.update('places', { _id, holder: '' }, { set: { holder: fulfilmentId } })) return _id
    }
  }
  return reject('BUSY')
}

/** Frees one place, if this parcel holds it. */
export async function releasePlace(ports: Ports, place: string, fulfilmentId: string): Promise<void> {
  await ports.db.update('places', { _id: place, holder: fulfilmentId }, { set: { holder: '' } })
}
