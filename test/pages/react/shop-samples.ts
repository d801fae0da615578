import type { ClaimView } from '../../../contract/claim-views'
import type { OrderCard, OrderList, OrderView, ParcelView, ProductView, Quote } from '../../../contract/views'
import type { CustomProduct, ReadyProduct } from '../../../domain/catalogue/product'
import type { OrderTab } from '../../../domain/order/headline'
import { line, season } from './staff-samples'

export const no = 'GY2609057K3Q9C2'

export const address = {
  name: '林小满',
  phone: '13800138000',
  province: '上海',
  city: '上海市',
  district: '徐汇区',
  detail: '龙华路 100 号',
}

export const fuji: CustomProduct = {
  _id: 'fuji',
  kind: 'custom',
  category: 'apple',
  look: 'fuji',
  name: { zh: '红富士', en: 'Fuji' },
  blurb: { zh: '脆，甜', en: 'Crisp and sweet' },
  diameterMm: 82,
  gramsEach: 300,
  packs: [
    { id: 'two', name: { zh: '2 枚装', en: 'Box of 2' }, pieces: 2, priceFen: 3600 },
    { id: 'six', name: { zh: '6 枚礼盒', en: 'Gift box of 6' }, pieces: 6, priceFen: 8600 },
  ],
  storageDays: 120,
  onSale: true,
  sort: 10,
  technique: 'mask',
  seasonId: 'fuji-2026',
  imprint: { maxCharacters: 6, pictures: true },
}

const { seasonId: _season, technique: _technique, imprint: _imprint, ...plain } = fuji
export const ready: ReadyProduct = { ...plain, _id: 'fuji-xi-ready', kind: 'ready', words: '囍' }

export const fujiView: ProductView = {
  product: fuji,
  season: { ...season, phase: 'open', daysToCutOff: 15 },
  left: 720,
  expectedSendDay: '2026-10-25',
  sendWindow: { from: '2026-10-25', to: '2026-11-04' },
  refusal: null,
}

export const readyView: ProductView = {
  product: ready,
  season: null,
  left: 96,
  expectedSendDay: '2026-09-07',
  sendWindow: { from: '2026-09-07', to: '2026-09-07' },
  refusal: null,
}

export const galaView: ProductView = {
  product: { ...fuji, _id: 'gala', look: 'gala', name: { zh: '嘎啦', en: 'Gala' } },
  season: { ...season, _id: 'gala-2026', artworkCutOff: '2026-08-05', phase: 'over', daysToCutOff: -31 },
  left: 0,
  expectedSendDay: '2026-08-26',
  sendWindow: { from: '2026-08-26', to: '2026-09-04' },
  refusal: {
    code: 'OUT_OF_SEASON',
    message: { zh: '嘎啦今年已经贴完字了，明年再写', en: 'Gala is done for this year' },
  },
}

export const quote: Quote = {
  lines: [{ productId: 'fuji', packId: 'six', packs: 1, unitFen: 8600, totalFen: 8600 }],
  goodsFen: 8600,
  freightFen: 1000,
  totalFen: 9600,
  grams: 1800,
  expectedSendDay: '2026-10-25',
  sendWindow: { from: '2026-10-25', to: '2026-11-04' },
  lastAddress: address,
}

const counts: Record<OrderTab | 'all', number> = {
  all: 12,
  toPay: 1,
  making: 2,
  toConfirm: 1,
  toReceive: 1,
  done: 6,
  cancelled: 1,
  afterSale: 0,
}

export const card = (number: string, more: Partial<OrderCard> = {}): OrderCard => ({
  no: number,
  createdAt: '2026-09-05T01:20:00.000Z',
  headline: 'growing',
  lines: [line],
  totalFen: 15800,
  expectedSendDay: '2026-10-25',
  payBy: '2026-09-05T01:50:00.000Z',
  actions: [],
  parcel: null,
  failed: null,
  ...more,
})

export const list = (cards: OrderCard[], next: OrderList['next'] = null): OrderList => ({ cards, counts, next })

export const growing: ParcelView = {
  id: `${no}-F1`,
  kind: 'custom',
  state: 'colouring',
  lines: [line],
  code: 'GY26-5C1W9K',
  pieces: 12,
  expectedSendDay: '2026-10-25',
  dates: {
    technique: 'mask',
    stickerOn: '2026-09-26',
    colouringFrom: '2026-10-01',
    harvestFrom: '2026-10-21',
    hubBy: '2026-10-23',
  },
  photos: [{ step: 'stickered', fileId: 'cloud://x/1.jpg', at: '2026-09-26T02:00:00.000Z', url: 'https://x/1.jpg' }],
  steps: [
    { to: 'accepted', at: '2026-09-05T02:00:00.000Z' },
    { to: 'stickered', at: '2026-09-26T02:00:00.000Z' },
    { to: 'colouring', at: '2026-10-09T02:00:00.000Z' },
  ],
  actions: [],
  asking: null,
  storage: null,
  waybill: null,
  track: [],
  refund: null,
}

export const asking: ParcelView = {
  ...growing,
  state: 'passed',
  steps: [...growing.steps, { to: 'passed', at: '2026-10-24T02:32:00.000Z' }],
  actions: ['confirmSend', 'keepCold'],
  asking: { until: '2026-10-27T02:32:00.000Z', lastDay: '2027-02-20', arrivesBy: '2026-10-26' },
}

export const stored: ParcelView = {
  ...asking,
  state: 'stored',
  actions: ['confirmSend'],
  asking: null,
  storage: {
    place: 'A-01-01',
    since: '2026-10-24T02:40:00.000Z',
    lastDay: '2027-02-20',
    daysLeft: 119,
    freshDays: 120,
  },
}

export const order: OrderView = {
  no,
  createdAt: '2026-09-05T01:20:00.000Z',
  headline: 'toPay',
  lines: [line],
  address,
  remark: '',
  goodsFen: 15800,
  freightFen: 0,
  totalFen: 15800,
  payment: { state: 'due', paidFen: 0, refundedFen: 0, paidAt: null },
  payBy: '2026-09-05T01:50:00.000Z',
  expectedSendDay: '2026-10-25',
  holds: [],
  parcels: [],
  claims: [],
  claimableFen: 0,
  actions: ['pay', 'cancel'],
  history: [{ at: '2026-09-05T01:20:00.000Z', did: 'place', to: 'placed' }],
  autoReceiptAt: null,
}

export const templates = { ids: { paid: 'tmpl-1', growth: 'tmpl-2', cold: 'tmpl-3' } }

export const claim: ClaimView = {
  id: `${no}A1`,
  orderNo: no,
  createdAt: '2026-10-30T02:00:00.000Z',
  state: 'requested',
  lines: [line],
  ask: { remedy: 'refund', reason: 'damaged', note: '有两枚压坏了', fen: 2000, photos: ['cloud://x/c1.jpg'] },
  photos: [{ fileId: 'cloud://x/c1.jpg', url: 'https://x/c1.jpg' }],
  settledFen: null,
  answerBy: '2026-11-01T02:00:00.000Z',
  waybill: null,
  history: [{ at: '2026-10-30T02:00:00.000Z', did: 'request', to: 'requested', note: '有两枚压坏了' }],
  actions: ['withdraw'],
}

export const disputed: OrderView = { ...order, headline: 'afterSale', actions: [], claims: [claim] }
export const received: OrderView = {
  ...order,
  headline: 'done',
  actions: ['claim'],
  claimableFen: 15800,
  payment: { state: 'paid', paidFen: 15800, refundedFen: 0, paidAt: '2026-09-05T01:25:00.000Z' },
}
