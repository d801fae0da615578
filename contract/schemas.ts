import * as v from 'valibot'
import { CLAIM_REASONS, CLAIM_TABS, REMEDIES } from '../domain/aftersale/claim'
import { GRADES } from '../domain/fulfilment/fulfilment'
import { DIRECTIONS, FACES } from '../domain/imprint/imprint'
import { FRAMES, MOTIFS } from '../domain/imprint/motifs'
import { WISH } from '../domain/imprint/picture'
import { CAUSES } from '../domain/inspection/cause'
import { ORDER_TABS } from '../domain/order/headline'
import { POLICY } from '../domain/policy'

const keysOf = <Key extends string>(record: Readonly<Record<Key, unknown>>) => Object.keys(record) as Key[]

const idsOf = <Id extends string>(list: readonly { id: Id }[]) => list.map(({ id }) => id)

// Shapes only. What the values mean (too long, out of season, wrong phone) is decided in domain/, with its own messages.

/** Made once per attempt by the page; a repeat with the same key gets the first answer. */
export const key = v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]{8,64}$/))
export const orderNo = v.pipe(v.string(), v.regex(/^GY[0-9A-Z]{10,20}$/))
export const fulfilmentId = v.pipe(v.string(), v.regex(/^GY[0-9A-Z]{10,20}-F\d{1,2}[B-Z]?$/))
/** Parcels of one batch. */
export const fulfilmentIds = v.pipe(v.array(fulfilmentId), v.minLength(1), v.maxLength(POLICY.mostSheetParcels))
export const claimId = v.pipe(v.string(), v.regex(/^GY[0-9A-Z]{10,20}A\d$/))
// Half a character and control signs are kept by no database as they were sent; typing makes neither.
const whole = v.regex(/^(?:[^\p{Cs}\p{Cc}]|[\t\n\r])*$/u)
export const name = v.pipe(v.string(), v.maxLength(64), whole)
/** A picture has the key of the request that brought it. */
export const pictureId = v.pipe(v.string(), v.maxLength(64), whole)
export const text = (max: number) => v.pipe(v.string(), v.maxLength(max), whole)
export const fileId = v.pipe(v.string(), v.startsWith('cloud://'), v.maxLength(300), whole)
/** A photo of fruit. A design is none: a photo's link would show it to whoever had learned its id (W4). */
export const photoId = v.pipe(fileId, v.regex(/^(?!cloud:\/\/[^/]*\/designs\/)/))
/** A design lies in its own folder: nobody makes a claim's photo a design of their own. */
export const designId = v.pipe(fileId, v.regex(/^cloud:\/\/[^/]*\/designs\//))
/** Money as a page shows it. */
export const fen = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(POLICY.mostFen))
/** An outbox entry's name in its document. */
export const entryId = v.pipe(v.string(), v.minLength(1), v.maxLength(64), whole)
export const count = (max: number) => v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(max))

export const address = v.object({
  name: text(30),
  phone: text(20),
  province: text(20),
  city: text(30),
  district: text(30),
  detail: text(120),
})

export const imprint = v.variant('kind', [
  v.object({
    kind: v.literal('text'),
    text: text(200),
    face: v.picklist(FACES),
    direction: v.optional(v.picklist(DIRECTIONS)),
    spread: v.optional(v.literal('perFruit')),
    frame: v.optional(v.picklist(idsOf(FRAMES))),
    mend: v.optional(v.literal('full')),
  }),
  v.object({ kind: v.literal('motif'), motif: v.picklist(idsOf(MOTIFS)) }),
  v.object({ kind: v.literal('picture'), pictureId }),
])

const within = ({ least, most }: { least: number; most: number }) =>
  v.pipe(v.number(), v.minValue(least), v.maxValue(most))

/** How a photo becomes two tones (O2). */
export const wish = v.object({
  style: v.picklist(['portrait', 'logo']),
  threshold: within(WISH.threshold),
  contrast: within(WISH.contrast),
  invert: v.boolean(),
  turn: within(WISH.turn),
  crop: v.object({ x: within({ least: 0, most: 1 }), y: within({ least: 0, most: 1 }), side: within(WISH.side) }),
  simplify: v.pipe(v.number(), v.integer(), v.minValue(WISH.simplify.least), v.maxValue(WISH.simplify.most)),
})

export const line = v.object({
  productId: name,
  packId: name,
  packs: count(POLICY.maxPacks),
  imprint: v.optional(imprint),
})

export const lines = v.pipe(v.array(line), v.minLength(1), v.maxLength(POLICY.maxLines))
export const orderTab = v.picklist(['all', ...keysOf(ORDER_TABS)])
/** A moment as our documents keep it. */
export const instant = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/))
/** Where a page ends: the list's own last document, given back for the next page. */
export const cursor = v.optional(v.object({ createdAt: instant, id: text(120) }))
export const remedy = v.picklist(keysOf(REMEDIES))
export const claimReason = v.picklist(keysOf(CLAIM_REASONS))
export const claimTab = v.picklist(keysOf(CLAIM_TABS))
export const page = v.object({ cursor })
/** A fruit's number in its line. */
export const fruit = count(POLICY.mostFruit)
/** `<parcel>:<openid>:<request key>`. */
export const comparisonId = v.pipe(v.string(), v.maxLength(200), whole)
export const cause = v.picklist(CAUSES)
export const grade = v.picklist(GRADES)
export const reason = text(POLICY.reasonCharacters)
export const nothing = v.object({})
