import { demoDocuments } from '../../workbench/demo'
import { brokenBetween, brokenInvariants, dumpOf, type Asked, type Dump } from '../invariants'
import { startTestCloud, type TestCloud } from './support/cloud'
import { aDayAtTheShop, counter, order, parcel, part, type Day, type Docs } from './support/day'

jest.setTimeout(120_000)

const start = demoDocuments().counters
const strictly: Asked = { start, settled: true, night: true }

let shop: TestCloud
let healthy: Dump
let nos: Day

beforeAll(async () => {
  shop = await startTestCloud()
  nos = await aDayAtTheShop(shop)
  healthy = dumpOf(shop.cloud)
})
afterAll(() => shop.close())

/** Each fault that an invariant must see, planted into a shop where all is well. */
const faults: [string, (docs: Docs, wechat: Dump['wechat']) => void, RegExp][] = [
  ['a box sold below zero', (docs) => void (counter(docs, 'stock:fuji-xi-ready').available = -1), /-1 available/],
  ['a box that vanished', (docs) => void (counter(docs, 'season:fuji-2026').available -= 1), /there were 720/],
  [
    'a paid order whose fruit is only held',
    (docs) => {
      counter(docs, 'stock:fuji-xi-ready').holds[nos.ready] = 6
      counter(docs, 'stock:fuji-xi-ready').soldForGood -= 6
    },
    /has 6 held and 0 sold/,
  ],
  [
    'a sale that was closed twice',
    (docs) => {
      counter(docs, 'stock:fuji-xi-ready').available -= 6
      counter(docs, 'stock:fuji-xi-ready').soldForGood += 6
    },
    /12 sold for good, not 6/,
  ],
  [
    'a refund that nothing will send',
    (docs) => void delete order(docs, nos.cancelled).payment.refunds[0].doneAt,
    /is owed, and nothing will send it/,
  ],
  [
    'a cancelled order that keeps its fruit',
    (docs) => {
      counter(docs, 'season:fuji-2026').available -= 12
      counter(docs, 'season:fuji-2026').sold[nos.cancelled] = 12
    },
    /0 held and 12 sold/,
  ],
  [
    'fruit held for nobody',
    (docs) => {
      counter(docs, 'season:fuji-2026').available -= 12
      counter(docs, 'season:fuji-2026').holds.GY260905NOBODY = 12
    },
    /who is nobody/,
  ],
  [
    'a parcel with two orchards',
    (docs) => {
      counter(docs, 'plot:tianshui:fuji-2026').available -= 12
      counter(docs, 'plot:tianshui:fuji-2026').holds[`${nos.cold}-F1`] = 12
    },
    /also holds plot:tianshui/,
  ],
  ['more refunded than paid', (docs) => void (order(docs, nos.cancelled).payment.refundedFen += 1), /refunded 17201/],
  [
    'a second refund at WeChat',
    (_, wechat) => void wechat.refunds.push({ ...wechat.refunds[0], outRefundNo: 'again' }),
    /WeChat refunded 34400/,
  ],
  [
    'a cancelled order that keeps the money',
    (docs, wechat) => {
      Object.assign(order(docs, nos.cancelled).payment, { state: 'paid', refundedFen: 0 })
      wechat.refunds = []
    },
    /keeps 17200 fen/,
  ],
  [
    'a payment that no order knows',
    (_, wechat) => void wechat.orders.push({ ...wechat.orders[0], outTradeNo: 'GY0P1' }),
    /on no order/,
  ],
  [
    'a payment that only we know',
    (docs) => void (order(docs, nos.ready).payment.transactionId = '42-invented'),
    /does not know that .* was paid/,
  ],
  ['a wrong headline', (docs) => void (order(docs, nos.cold).headline = 'done'), /says done/],
  [
    'a parcel that left under a hold',
    (docs) => void (parcel(docs, nos.shipped).holds = parcel(docs, nos.cold).holds),
    /left under a hold/,
  ],
  [
    'a waybill used twice',
    (docs) => void (parcel(docs, nos.ready).waybill = parcel(docs, nos.shipped).waybill),
    /was used for/,
  ],
  [
    'a parcel that left and keeps its place',
    (docs) => void (docs.places[30].holder = `${nos.shipped}-F1`),
    /without standing there/,
  ],
  [
    'a place taken by another parcel',
    (docs) => {
      const mine = docs.places.find(({ holder }) => holder === `${nos.cold}-F1`)!
      mine.holder = `${nos.ready}-F1`
    },
    /not its own/,
  ],
  [
    'a message that was never told',
    (docs) => void (docs.inbox = docs.inbox.filter(({ template }) => template !== 'confirmSend')),
    /1 events tell confirmSend, 0 were told/,
  ],
  [
    'a message told twice',
    (docs) => {
      const first = docs.inbox.find(({ template }) => template === 'cancelled')!
      docs.inbox.push({ ...first, _id: first._id.replace('.', '.9') })
    },
    /1 events tell cancelled, 2 were told/,
  ],
  [
    'a message told to a stranger',
    (docs) => void docs.inbox.push({ ...docs.inbox[0], _id: `${docs.inbox[0]._id}x`, openid: 'o-stranger' }),
    /was told to/,
  ],
  [
    'a message pushed for nothing',
    (_, wechat) => void wechat.messages.push({ ...wechat.messages[0], page: 'pages/order/index?no=none' }),
    /pushed and not in the inbox/,
  ],
  ['a message pushed twice', (_, wechat) => void wechat.messages.push(wechat.messages[0]), /1 messages more than/],
  [
    'an effect that waits behind the clock',
    (docs) => {
      const [id] = Object.keys(order(docs, nos.ready).outbox)
      Object.assign(order(docs, nos.ready).outbox[id], { state: 'queued' })
    },
    /still waits/,
  ],
  ['a wrong due moment', (docs) => void (order(docs, nos.placed).dueAt = '2027-01-01T00:00:00.000Z'), /is due/],
  [
    'a mirror of yesterday',
    (docs) => void (order(docs, nos.shipped).parcels[`${nos.shipped}-F1`].state = 'packing'),
    /it is shipped/,
  ],
  ['a parcel nobody planned', (docs) => void (parcel(docs, nos.cold).orderNo = nos.ready), /has the parcels/],
  [
    'a state the history does not know',
    (docs) => void (parcel(docs, nos.cold).state = 'mismatched'),
    /ends with passed/,
  ],
  [
    'a move that no table allows',
    (docs) => void Object.assign(order(docs, nos.cancelled).history[1], { to: 'accepted' }),
    /settle leads from placed to accepted/,
  ],
  [
    'one tap done twice',
    (docs) => {
      const { history } = parcel(docs, nos.cold)
      history.push(history[history.length - 1])
    },
    /was done 2 times/,
  ],
  [
    'a stencil that nobody kept',
    (docs) => void (docs.stencils = []),
    /parcel .* line L1 is cut with S[0-9a-f]+, which nobody kept/,
  ],
  ['a stencil with nothing in it', (docs) => void (docs.stencils[0].d = ''), /which nobody kept/],
  [
    'a parcel whose design was forgotten',
    (docs) => void (parcel(docs, nos.cold).lines[0].imprint!.stencils = []),
    /parcel .* has 0 stencils for 1 designs/,
  ],
  [
    'a character that no fruit carries',
    (docs) => {
      const [line] = parcel(docs, nos.cold).lines
      const { stencils } = line.imprint!
      Object.assign(line.imprint!, { text: '生日快乐呀', spread: 'perFruit', stencils: Array(5).fill(stencils[0]) })
    },
    /shares 12 fruit among 5 designs/,
  ],
  ['grown fruit without words', (docs) => void delete parcel(docs, nos.cold).lines[0].imprint, /without an imprint/],
  [
    'words on a box from the shelf',
    (docs) => void (parcel(docs, nos.ready).lines[0].imprint = parcel(docs, nos.cold).lines[0].imprint),
    /from the shelf and has an imprint/,
  ],
  [
    'a fruit that is in two parcels',
    (docs) => void part(docs, nos.split).fruit!.push(1),
    /-F1 have the fruit 1,1,2,3,4,5,6,7,8,9,10,11,12/,
  ],
  ['a fruit that is in no parcel', (docs) => void parcel(docs, nos.split).fruit!.pop(), /have the fruit .*10,11$/m],
  [
    'bad fruit that never got their parcel',
    (docs) => void (docs.fulfilments = docs.fulfilments.filter(({ _id }) => _id !== `${nos.split}-F1B`)),
    /was split, and nobody has the rest of it/,
  ],
  ['a part with the code of another', (docs) => void (part(docs, nos.split).code = 'GY26-X'), /has the code GY26-X/],
  [
    'a part that is told of twice',
    (docs) => {
      const first = docs.inbox.find(
        ({ _id, template }) => _id.startsWith(`${nos.split}-F1B.`) && template === 'redoing',
      )!
      docs.inbox.push({ ...first, _id: first._id.replace('.', '.9') })
    },
    /1 events tell redoing, 2 were told/,
  ],
  [
    'an orchard that got its room back for fruit it has grown',
    (docs) => {
      counter(docs, 'plot:qixia:fuji-2026').available += 2
      counter(docs, 'plot:qixia:fuji-2026').soldForGood -= 2
    },
    /plot:qixia:fuji-2026: \d+ sold for good, not/,
  ],
  [
    'an order that is completed before its last part',
    (docs) => void (order(docs, nos.split).state = 'completed'),
    /is completed, .*-F1B not delivered/,
  ],
  [
    'lost fruit that nobody pays for',
    (docs) => void (order(docs, nos.lost).payment.refunds = []),
    /^0 fen go back for what was lost of .*-F1, not \d+$/m,
  ],
  [
    'more money for lost fruit than its line cost',
    (docs) => void (order(docs, nos.lost).payment.refunds[0].fen = order(docs, nos.lost).lines[0].totalFen + 1),
    /fen go back for .*-F1, which cost/,
  ],
  [
    'an order of which nothing comes, and which goes on',
    (docs) => void (order(docs, nos.none).state = 'accepted'),
    /^nothing of order .* comes, and it is accepted$/m,
  ],
  [
    'an order of which nothing comes, and which keeps a fen',
    (docs) => void (order(docs, nos.none).payment.refunds[0].fen -= 1),
    /^nothing of order .* comes, and 1 fen are kept$/m,
  ],
  ['a write that was not counted', (docs) => void (parcel(docs, nos.cold).version = 3), /version 3 after/],
]

describe('the invariants', () => {
  it('hold in a shop where all is well', () => {
    expect(brokenInvariants(healthy, strictly)).toEqual([])
  })

  it.each(faults)('see %s', (_what, plant, seen) => {
    const sick = structuredClone(healthy)
    plant(sick.documents, sick.wechat)
    expect(brokenInvariants(sick, strictly).join('\n')).toMatch(seen)
  })

  it.each([
    ['lost', (docs: Docs) => void docs.orders.pop(), /is gone/],
    ['of an older version', (docs: Docs) => void (docs.orders[0].version -= 1), /went back/],
    ['changed without a version', (docs: Docs) => void (docs.orders[0].remark = 'changed'), /without a new version/],
    [
      'with another past',
      (docs: Docs) => {
        docs.orders[0].version += 1
        docs.orders[0].history.pop()
      },
      /rewritten/,
    ],
    [
      'given a fruit of another',
      (docs: Docs) => {
        part(docs, nos.split).version += 1
        part(docs, nos.split).fruit!.push(1)
      },
      /had the fruit 3,7 and has 3,7,1/,
    ],
    ['cut anew', (docs: Docs) => void (docs.stencils[0].d += 'Z'), /was cut again/],
    ['a stencil thrown away', (docs: Docs) => void docs.stencils.pop(), /is gone/],
  ])('see a document that is %s', (_what, plant, seen) => {
    const later = structuredClone(healthy)
    plant(later.documents)
    expect(brokenBetween(healthy, healthy)).toEqual([])
    expect(brokenBetween(healthy, later).join('\n')).toMatch(seen)
  })
})
