import { procedures, type ProcedureName } from '../../contract'
import type { Gallery } from '../fuzz/gallery'
import type { Role } from './roles'

/**
 * What could be recognised of a shopper: name and phone, the door, what was said with an order, the numbers of orders
 * (of those an orchard works for, and of the others), the look (codes, words and
 * their outlines), and the files.
 */
type Kind = 'who' | 'door' | 'said' | 'work' | 'number' | 'look' | 'file'

const orderOf = (id: string) => id.slice(0, 15)
// A link holds the path of its file.
const asLink = (fileId: string) => fileId.slice(fileId.lastIndexOf('/') + 1)

/** Every string by which a shopper could be recognised in an answer, but the openid. */
function secretsOf({ person, orders, parcels, claims, codes, cut, pictureId }: Gallery): Record<Kind, string[]> {
  const { address, remark, text, files } = person
  const { packing, shipped, ...grown } = parcels
  return {
    who: [address.name, address.phone],
    door: [address.detail],
    said: [remark],
    work: Object.values(grown).map(orderOf),
    number: [...Object.values(orders), ...[packing, shipped, ...Object.values(claims)].map(orderOf)],
    look: [...codes, text, cut],
    // Ids of files: whoever works for somebody needs their links only.
    file: [pictureId, ...Object.values(files), ...Object.values(files).map(asLink)],
  }
}

const EVERYTHING: readonly Kind[] = ['who', 'door', 'said', 'work', 'number', 'look', 'file']
/** What the merchant's people may learn of any customer. */
const OF_THE_SHOP: readonly Kind[] = ['said', 'work', 'number', 'look', 'file']
/** What an orchard may learn of the customer whose fruit it grows (G1). */
const OF_THE_WORK: readonly Kind[] = ['work', 'look']

/** The few answers that say more, and why. */
const MORE: Partial<Record<ProcedureName, readonly Kind[]>> = {
  // D1: whether the parcel can get there; name and phone stay masked.
  'review.list': ['door'],
  'review.get': ['door'],
  'review.approve': ['door'],
  'review.reject': ['door'],
  // I3: what the carrier's label needs; each look is recorded.
  'packing.address': ['who', 'door'],
}

/** What this role may learn of this shopper from this procedure. `works` says whether it grows this shopper's fruit. */
function mayLearn(name: ProcedureName, role: Role, gallery: Gallery, works: boolean): readonly Kind[] {
  switch (procedures[name].caller) {
    case 'shopper':
      return gallery.person.openid === role.openid ? EVERYTHING : []
    case 'merchant':
      return [...OF_THE_SHOP, ...(MORE[name] ?? [])]
    case 'orchard':
      return works ? OF_THE_WORK : []
  }
}

/** Strings about this shopper that must not stand in the answer of this procedure to this role. */
export function forbidden(name: ProcedureName, role: Role, gallery: Gallery, works: boolean): string[] {
  const may = mayLearn(name, role, gallery, works)
  const secrets = secretsOf(gallery)
  const kept = EVERYTHING.filter((kind) => !may.includes(kind)).flatMap((kind) => secrets[kind])
  const { openid } = gallery.person
  return openid === role.openid ? kept : [...kept, openid]
}
