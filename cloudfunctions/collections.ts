import type { Address } from '../domain/address'
import type { ClaimDoc } from '../domain/aftersale/claim'
import type { Counter } from '../domain/catalogue/counter'
import type { Product } from '../domain/catalogue/product'
import type { Season } from '../domain/catalogue/season'
import type { Duty } from '../domain/duties'
import type { Cause } from '../domain/inspection/cause'
import type { Agreement } from '../domain/inspection/opinion'
import type { FulfilmentDoc } from '../domain/fulfilment/fulfilment'
import type { Block } from '../domain/fulfilment/sheet'
import type { PushRefusal } from '../domain/message/outcome'
import type { PictureWish } from '../domain/imprint/picture'
import type { TemplateKey } from '../domain/message/templates'
import type { OrderDoc } from '../domain/order/order'
import type { PictureVerdict } from '../domain/order/verdicts'
import type { Day, Instant } from '../domain/time'
import type { Words } from '../domain/words'
import type { Opinion } from '../imprint/inspection/opinion'

/** A role document: who may act for the merchant or for an orchard. `_id` is the openid. */
export type StaffDoc =
  | { _id: string; role: 'merchant'; name: string; orchardId: null; active: boolean; duties: Duty[] }
  | { _id: string; role: 'orchard'; name: string; orchardId: string; active: boolean }

export interface OrchardDoc {
  _id: string
  name: Words
  region: Words
  /** In the order in which its people walk them. */
  blocks: Block[]
}

/** A picture a shopper uploaded, with WeChat's verdict on it (W1). */
export interface PictureDoc {
  _id: string
  openid: string
  /** The photo as it was uploaded, and what it becomes. */
  fileId: string
  wish: PictureWish
  /** Links WeChat's later answer to this picture. */
  traceId: string
  verdict: PictureVerdict
  at: Instant
}

/** What is cut for one design on one size of fruit; `_id` is made of the design, so the same design is cut once (O2). */
export interface StencilDoc {
  _id: string
  /** SVG path data, mm around 0,0 of the 40 mm square. */
  d: string
  /** Side of the sticker on the fruit, mm. */
  stickerMm: number
  at: Instant
}

/** WeChat's verdict on a picture that was not written yet when it came. `_id` is the trace id. */
export interface VerdictDoc {
  _id: string
  verdict: PictureDoc['verdict']
}

/** What a person decided about the fruit of a comparison, and how long they looked. */
export interface Decision {
  verdict: 'consistent' | 'inconsistent'
  reason?: string
  cause?: Cause
  by: string
  at: Instant
  tookMs?: number
}

/**
 * One photo of one fruit compared with its design: the machine's opinion with all it rests on, and the person's decision
 * (I2). Both are kept so that the weights can be fitted again from them.
 */
export interface ComparisonDoc {
  /** `<parcel>:<openid>:<request key>`. */
  _id: string
  fulfilmentId: string
  orderNo: string
  fruit: number
  /** The design it was compared with. */
  stencil: string
  /** Height as a share of its width. */
  photo: { fileId: string; height: number }
  by: string
  at: Instant
  /** What the comparison cost, ms. */
  tookMs: number
  opinion: Opinion
  /** The design it looks like, under the name of one parcel, and how many others carry it (not known of old ones). */
  looksLike: {
    fulfilmentId: string
    orderNo: string
    code: string
    title: Words
    design: number | null
    others?: number
  } | null
  decision: Decision | null
  agreement: Agreement | null
  decidedAt: Instant | null
}

/** An imprint code and the order line it belongs to (O5). `_id` is the code, which makes it unique. */
export interface ImprintDoc {
  _id: string
  orderNo: string
  lineId: string
}

/** A place in the cold room; free while `holder` is empty. */
export interface PlaceDoc {
  _id: string
  holder: string
}

/** A waybill that is in use. `_id` is `<carrier>:<number>`, which makes it unique (S7). */
export interface WaybillDoc {
  _id: string
  fulfilmentId: string
}

/** One in-app message (W2). `_id` is derived from the outbox entry, so that twice is harmless. */
export interface InboxDoc {
  _id: string
  openid: string
  template: TemplateKey
  title: Words
  body: Words
  page: string
  at: Instant
  read: boolean
  pushed: boolean
  /** Until then whoever wrote this is pushing it, and nobody else may. */
  askingUntil?: Instant
  /** WeChat will not push it, and how often a person had asked for another try when it said so. */
  refused?: { code: PushRefusal; times: number }
}

/** Subscribe messages a person has allowed. `_id` is `<openid>:<template>`. */
export interface CreditDoc {
  _id: string
  left: number
  /** Idempotency keys of recent grants. */
  keys: string[]
  /** Messages that hold an acceptance while WeChat is being asked, since when: a killed push does not lose it. */
  held?: Record<string, Instant>
}

/** One look at a whole address (I3, W3): who, when. Looks only ever grow, so each is a document of its own. */
export interface LookDoc {
  /** `<parcel>:<openid>:<request key>`: a repeated tap is one look. */
  _id: string
  fulfilmentId: string
  openid: string
  at: Instant
}

/** Who is working on something only one may work on at a time, and until when at most. */
export interface LeaseDoc {
  _id: 'clock'
  holder: string
  /** Empty while nobody has it. */
  until: Instant | ''
  /** How far the night's look at the counters has come: the last one seen, or null when it is done for that day. */
  night?: { day: Day; after: string | null }
}

export interface ProfileDoc {
  _id: string
  lastAddress: Address
}

export interface Documents {
  products: Product
  seasons: Season
  counters: Counter
  orchards: OrchardDoc
  staff: StaffDoc
  orders: OrderDoc
  fulfilments: FulfilmentDoc
  aftersales: ClaimDoc
  imprints: ImprintDoc
  pictures: PictureDoc
  stencils: StencilDoc
  comparisons: ComparisonDoc
  verdicts: VerdictDoc
  places: PlaceDoc
  waybills: WaybillDoc
  inbox: InboxDoc
  credits: CreditDoc
  profiles: ProfileDoc
  leases: LeaseDoc
  looks: LookDoc
}

export type CollectionName = keyof Documents

/** Collections whose documents are aggregates: versioned, with a history, an outbox and a due moment of their own. */
export const AGGREGATES = ['orders', 'fulfilments', 'aftersales'] as const
export type AggregateName = (typeof AGGREGATES)[number]
export type Aggregate = Documents[AggregateName]

interface IndexSpec {
  name: string
  fields: [string, 1 | -1][]
  unique?: boolean
}

interface CollectionSpec {
  name: CollectionName
  indexes: IndexSpec[]
}

/** An index over these fields in this order; a minus before a name sorts it from the last to the first. */
function index(name: string, ...fields: string[]): IndexSpec {
  return { name, fields: fields.map((field) => (field.startsWith('-') ? [field.slice(1), -1] : [field, 1])) }
}

// The clock reads what is due page by page, oldest first.
const BY_DUE = index('by_due', 'dueAt', '_id')
// The merchant's list of what did not go out: newest document first.
const BY_TROUBLE = index('by_trouble', 'trouble', '-createdAt', '-_id')
const BY_STATE = index('by_state', 'state', 'createdAt', '_id')
const BY_ORDER = index('by_order', 'orderNo')

/** Every collection with its indexes: the one list that the local cloud and the deployment both read. */
export const COLLECTIONS: CollectionSpec[] = [
  { name: 'products', indexes: [index('by_sort', 'sort')] },
  { name: 'seasons', indexes: [] },
  { name: 'counters', indexes: [] },
  { name: 'orchards', indexes: [] },
  { name: 'staff', indexes: [index('by_role', 'role', 'orchardId')] },
  {
    name: 'orders',
    indexes: [
      { ...index('by_request', 'requestKey'), unique: true },
      index('by_owner', 'openid', '-createdAt', '-_id'),
      index('by_owner_headline', 'openid', 'headline', '-createdAt', '-_id'),
      BY_STATE,
      BY_DUE,
      BY_TROUBLE,
    ],
  },
  {
    name: 'fulfilments',
    indexes: [
      BY_ORDER,
      index('by_code', 'code'),
      index('by_first_look', 'firstLook.at'),
      BY_STATE,
      index('by_orchard', 'orchardId', 'state', 'createdAt', '_id'),
      BY_DUE,
      BY_TROUBLE,
    ],
  },
  { name: 'aftersales', indexes: [BY_ORDER, BY_STATE, BY_DUE, BY_TROUBLE] },
  { name: 'imprints', indexes: [] },
  { name: 'pictures', indexes: [index('by_trace', 'traceId'), index('by_file', 'fileId')] },
  { name: 'stencils', indexes: [] },
  { name: 'comparisons', indexes: [index('by_agreement', 'agreement'), index('by_decided', 'decidedAt')] },
  { name: 'verdicts', indexes: [] },
  { name: 'places', indexes: [index('by_holder', 'holder', '_id')] },
  { name: 'waybills', indexes: [] },
  { name: 'inbox', indexes: [index('by_owner', 'openid', '-at', '-_id')] },
  { name: 'credits', indexes: [] },
  { name: 'profiles', indexes: [] },
  { name: 'leases', indexes: [] },
  { name: 'looks', indexes: [index('by_parcel', 'fulfilmentId', 'at')] },
]
