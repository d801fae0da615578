import type { JobView, WorkView } from '../../../contract/orchard-views'
import type { ComparisonView, InspectionFigures } from '../../../contract/inspection-views'
import type { BenchView, DeskView, LineView, PackingRow, ReviewView } from '../../../contract/views'
import type { GrowthDates, LaserSeason, MaskSeason } from '../../../domain/catalogue/season'

export const line: LineView = {
  id: 'L1',
  productId: 'fuji',
  kind: 'custom',
  look: 'fuji',
  name: { zh: '红富士', en: 'Fuji' },
  packName: { zh: '12 枚礼盒', en: 'Gift box of 12' },
  pieces: 12,
  packs: 1,
  unitFen: 15800,
  totalFen: 15800,
  counterId: 'season:fuji-2026',
  title: { zh: '红富士 · 生日快乐', en: 'Fuji · 生日快乐' },
  art: [],
  imprint: { kind: 'text', text: '生日快乐', face: 'hei', code: 'GY26-5C1W9K', stencils: ['S0'] },
}

export const desk: DeskView = {
  staffName: '阿芳',
  duties: ['owner'],
  claims: 0,
  toReview: 3,
  toAllot: 0,
  arriving: 2,
  toInspect: 1,
  toDecide: 0,
  toConfirm: 4,
  stored: 5,
  toPack: 2,
  shipped: 9,
  troubles: 0,
  unread: 6,
}

export const review: ReviewView = {
  no: 'GY2609057K3Q9C2',
  createdAt: '2026-09-05T01:20:00.000Z',
  important: true,
  lines: [line],
  totalFen: 15800,
  address: {
    name: '林**',
    phone: '138****1234',
    province: '浙江',
    city: '杭州市',
    district: '西湖区',
    detail: '文三路 1 号',
  },
  remark: '生日前到就好',
  checks: [
    { what: 'stock', ok: true, note: { zh: '12 枚已留好', en: '12 pieces are kept for it' } },
    { what: 'address', ok: true, note: { zh: '地址完整，可送达', en: 'complete and within reach' } },
    { what: 'content', ok: false, note: { zh: '机器拿不准，请看一眼', en: 'the machine is not sure; please look' } },
  ],
  expectedSendDay: '2026-10-25',
  headline: 'inReview',
  actions: ['approve', 'reject'],
}

export const bench: BenchView = {
  id: 'GY2609057K3Q9C2-F1',
  orderNo: 'GY2609057K3Q9C2',
  state: 'received',
  code: 'GY26-5C1W9K',
  lines: [line],
  pieces: 12,
  orchard: { zh: '栖霞一号园', en: 'Qixia Orchard No. 1' },
  photos: [],
  inspections: [],
  fruit: null,
  judged: [],
  actBy: null,
  escalated: null,
  suggestedPlace: 'A-01-01',
  actions: ['judge', 'pass', 'passGood', 'mismatch'],
}

/** Three fruit with 日, 快 and 乐: one character each. */
export const crate: BenchView = {
  ...bench,
  lines: [
    {
      ...line,
      pieces: 3,
      imprint: {
        kind: 'text',
        text: '日快乐',
        face: 'hei',
        spread: 'perFruit',
        code: bench.code,
        stencils: ['S1', 'S2', 'S3'],
      },
      art: ['M-1 -9L9 -9L0 9Z', 'M-2 -9L9 -9L0 9Z', 'M-3 -9L9 -9L0 9Z'],
    },
  ],
  pieces: 3,
}

export const comparison: ComparisonView = {
  id: `${bench.id}:o-merchant-fang:key00001`,
  fruit: 1,
  verdict: 'consistent',
  score: 0.94,
  reason: 'matches',
  looksLike: null,
  overlay: { path: 'M0.3 0.3L0.6 0.3L0.5 0.6Z', ring: { x: 0.4, y: 0.5, r: 0.06 } },
  photo: { fileId: 'cloud://test/photo.jpg', url: 'https://x/shot.jpg', height: 0.75 },
  role: 'advises',
  at: '2026-10-24T02:00:00.000Z',
}

export const figures: InspectionFigures = {
  days: 30,
  firstLook: { passed: 18, partly: 1, failed: 1 },
  machine: { agreed: 45, differed: 5, unsure: 3 },
  decisions: 53,
  needed: 200,
  role: 'advises',
}

export const packing: PackingRow = {
  id: bench.id,
  orderNo: bench.orderNo,
  state: 'packing',
  place: 'A-01-01',
  code: bench.code,
  lines: [line],
  pieces: 12,
  to: { name: '林**', phone: '138****1234', province: '浙江', city: '杭州市', district: '西湖区', detail: '****' },
  suggestedCarrier: 'SF',
  actions: ['ship'],
  since: '2026-10-28T02:00:00.000Z',
}

export const job: JobView = {
  id: bench.id,
  code: bench.code,
  state: 'accepted',
  seasonId: 'fuji-2026',
  productName: line.name,
  look: 'fuji',
  imprint: { kind: 'text', text: '生日快乐', face: 'hei', code: bench.code, stencils: ['S0'] },
  art: [],
  pieces: 12,
  dates: {
    technique: 'mask',
    stickerOn: '2026-09-26',
    colouringFrom: '2026-10-01',
    harvestFrom: '2026-10-21',
    hubBy: '2026-10-23',
  },
  acceptBy: null,
  photos: [],
  steps: [{ to: 'accepted', at: '2026-09-05T02:00:00.000Z' }],
  mismatch: null,
  actions: ['sticker'],
}

export const laserDates: GrowthDates = {
  technique: 'laser',
  harvestFrom: '2026-10-05',
  markOn: '2026-10-06',
  hubBy: '2026-10-08',
}

export const offer: JobView = {
  ...job,
  id: 'GY2609058888882-F1',
  code: 'GY26-88888X',
  state: 'offered',
  acceptBy: '2026-09-06T08:00:00.000Z',
  steps: [],
  actions: ['accept', 'decline'],
}

export const season: MaskSeason = {
  _id: 'fuji-2026',
  varietyId: 'fuji',
  year: 2026,
  region: { zh: '山东栖霞', en: 'Qixia, Shandong' },
  opensOn: '2026-07-01',
  technique: 'mask',
  bagOff: '2026-09-22',
  artworkCutOff: '2026-09-20',
  stickerOn: '2026-09-26',
  colouringFrom: '2026-10-01',
  harvestFrom: '2026-10-21',
  harvestTo: '2026-10-31',
}

export const laserSeason: LaserSeason = {
  _id: 'youzi-2026-laser',
  varietyId: 'youzi',
  year: 2026,
  region: { zh: '福建平和', en: 'Pinghe, Fujian' },
  technique: 'laser',
  opensOn: '2026-08-01',
  artworkCutOff: '2026-10-26',
  bagOff: '2026-10-05',
  harvestFrom: '2026-10-05',
  harvestTo: '2026-10-31',
  fileDays: 5,
  markDays: 1,
}

export const work: WorkView = {
  orchardName: bench.orchard,
  staffName: '老姜',
  offered: [offer],
  underWay: [job],
  done: [],
  seasons: [season],
  unread: 2,
  next: null,
}
