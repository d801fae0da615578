import { PLAIN_WISH } from '../../../domain/imprint/picture'
import { PHOTO } from '../../support/photo'
import { procedures, type Input, type ProcedureName } from '../../../contract'
import { wordOf } from '../support/acts'
import { startTestCloud, type TestCloud } from '../support/cloud'
import { everyMeeting } from '../support/interleave'
import { BIRTHDAY_APPLES, FANG, LIN, place, placing, QIXIA } from '../support/orders'
import * as stages from '../support/stages'

jest.setTimeout(600_000)

let shop: TestCloud
beforeAll(async () => {
  shop = await startTestCloud()
})
afterAll(() => shop.close())

type Stage = { no: string; id: string; more?: unknown }
/** Where a command is tapped: who taps, at what stage, with what. `twice`: what two taps of their own may answer. */
interface Tap<Name extends ProcedureName> {
  who: string
  stage(): Promise<Stage>
  input(stage: Stage): Omit<Input<Name>, 'key'>
  twice: readonly string[][]
}

const BOTH = [['ok', 'ok']]
const ONE = [['NOT_ALLOWED_NOW', 'ok']]
const onOrder = ({ no }: Stage) => ({ no })
const onParcel = ({ id }: Stage) => ({ id })
const photo = (name: string) => shop.cloud.saveFile(`designs/${name}.png`, PHOTO)
/** The inbox's first entry of a person. */
const inboxOf = async (who: string, stage: Promise<Stage>): Promise<Stage> => {
  const { no } = await stage
  return { no, id: shop.documents('inbox').find(({ openid }) => openid === who)?._id ?? '' }
}

/** Every command of the contract; the first test sees to it that none is missing. */
const TAPS: { [Name in ProcedureName]?: Tap<Name> } = {
  'picture.register': {
    who: LIN,
    stage: async () => ({ no: '', id: '', more: photo('cat') }),
    input: ({ more }) => ({ productId: 'fuji', fileId: more as string, wish: PLAIN_WISH }),
    twice: BOTH,
  },
  'orders.place': {
    who: LIN,
    stage: async () => ({ no: '', id: '', more: await placing(shop, LIN, BIRTHDAY_APPLES) }),
    input: ({ more }) => more as Input<'orders.place'>,
    twice: BOTH,
  },
  'orders.pay': {
    who: LIN,
    stage: async () => ({ no: (await place(shop, LIN)).no, id: '' }),
    input: onOrder,
    twice: BOTH,
  },
  'orders.checkPayment': { who: LIN, stage: () => stages.sheetOpen(shop), input: onOrder, twice: BOTH },
  'orders.cancel': { who: LIN, stage: () => stages.inReview(shop), input: onOrder, twice: ONE },
  'orders.confirmSend': { who: LIN, stage: () => stages.asked(shop), input: onParcel, twice: ONE },
  'orders.keepCold': { who: LIN, stage: () => stages.asked(shop), input: onParcel, twice: ONE },
  'orders.confirmReceipt': { who: LIN, stage: () => stages.shipped(shop), input: onOrder, twice: ONE },
  'orders.claim': {
    who: LIN,
    stage: () => stages.received(shop),
    input: ({ no }) => ({ no, remedy: 'refund', reason: 'damaged', note: '压坏了', fen: 2000, photos: [] }),
    twice: [['CLAIM_OPEN', 'ok']],
  },
  'orders.withdrawClaim': { who: LIN, stage: () => stages.claimed(shop), input: onParcel, twice: ONE },
  'orders.escalateClaim': {
    who: LIN,
    stage: () => stages.claimRefused(shop),
    input: ({ id }) => ({ id, note: '再看看' }),
    twice: ONE,
  },
  'orders.sendBackGoods': {
    who: LIN,
    stage: () => stages.claimAgreed(shop),
    input: ({ id }) => ({ id, carrier: 'SF', waybill: 'SF2000000002' }),
    twice: ONE,
  },
  'subscriptions.grant': {
    who: LIN,
    stage: async () => ({ no: '', id: '' }),
    input: () => ({ templates: ['paid', 'growth'] }),
    twice: BOTH,
  },
  'inbox.read': { who: LIN, stage: () => inboxOf(LIN, stages.inReview(shop)), input: onParcel, twice: BOTH },
  'review.approve': { who: FANG, stage: () => stages.inReview(shop), input: onOrder, twice: ONE },
  'review.reject': {
    who: FANG,
    stage: () => stages.inReview(shop),
    input: ({ no }) => ({ no, reason: '有商标' }),
    twice: ONE,
  },
  'intake.receive': { who: FANG, stage: () => stages.sentToHub(shop), input: onParcel, twice: ONE },
  'intake.pass': { who: FANG, stage: () => stages.atTheHub(shop), input: onParcel, twice: ONE },
  'intake.compare': {
    who: FANG,
    stage: async () => ({ ...(await stages.atTheHub(shop)), more: shop.cloud.saveFile('photos/fruit.png', PHOTO) }),
    input: ({ id, more }) => ({ id, fruit: 1, photo: more as string }),
    twice: BOTH,
  },
  'intake.judge': {
    who: FANG,
    stage: () => stages.atTheHub(shop),
    input: ({ id }) => ({ id, fruit: 2, verdict: 'inconsistent', reason: '字歪了' }),
    twice: BOTH,
  },
  'intake.passGood': { who: FANG, stage: () => stages.halfBad(shop), input: onParcel, twice: ONE },
  'intake.redo': { who: FANG, stage: () => stages.escalated(shop), input: onParcel, twice: ONE },
  'intake.replace': { who: FANG, stage: () => stages.escalated(shop), input: onParcel, twice: ONE },
  'intake.refund': { who: FANG, stage: () => stages.escalated(shop), input: onParcel, twice: ONE },
  'intake.mismatch': {
    who: FANG,
    stage: () => stages.atTheHub(shop),
    input: ({ id }) => ({ id, reason: '字印反了' }),
    twice: ONE,
  },
  'packing.address': { who: FANG, stage: () => stages.toPack(shop), input: onParcel, twice: BOTH },
  'packing.ship': {
    who: FANG,
    stage: () => stages.toPack(shop),
    input: ({ id }) => ({ id, carrier: 'SF', waybill: 'SF3000000001' }),
    twice: ONE,
  },
  'claims.agree': { who: FANG, stage: () => stages.claimed(shop), input: onParcel, twice: ONE },
  'claims.refuse': {
    who: FANG,
    stage: () => stages.claimed(shop),
    input: ({ id }) => ({ id, reason: '看不出来' }),
    twice: ONE,
  },
  'claims.receiveBack': { who: FANG, stage: () => stages.comingBack(shop), input: onParcel, twice: ONE },
  'claims.settle': {
    who: FANG,
    stage: () => stages.claimed(shop),
    input: ({ id }) => ({ id, fen: 1500 }),
    twice: ONE,
  },
  'troubles.retry': {
    who: FANG,
    stage: () => stages.undelivered(shop),
    input: ({ no, id }) => ({ id: no, entry: id }),
    twice: BOTH,
  },
  'merchantInbox.read': {
    who: FANG,
    stage: () => inboxOf(FANG, stages.inReview(shop)),
    input: onParcel,
    twice: BOTH,
  },
  'work.accept': { who: QIXIA, stage: () => stages.offered(shop), input: onParcel, twice: ONE },
  'work.decline': {
    who: QIXIA,
    stage: () => stages.offered(shop),
    input: onParcel,
    // Between the refusal and the next offer the work is nobody's; to this orchard it is gone either way.
    twice: [['FULFILMENT_UNKNOWN', 'ok']],
  },
  'work.cannotRedo': {
    who: QIXIA,
    stage: () => stages.mismatched(shop),
    input: ({ id }) => ({ id, reason: '没有多的果了' }),
    twice: ONE,
  },
  'work.record': {
    who: QIXIA,
    stage: () => stages.harvested(shop),
    input: ({ id }) => ({ id, step: 'dispatch' }),
    twice: ONE,
  },
  'sheets.print': {
    who: QIXIA,
    stage: () => stages.accepted(shop),
    input: ({ id }) => ({ ids: [id] }),
    twice: BOTH,
  },
  'orchardInbox.read': {
    who: QIXIA,
    stage: () => inboxOf(QIXIA, stages.offered(shop)),
    input: onParcel,
    twice: BOTH,
  },
}

const commands = (Object.keys(procedures) as ProcedureName[]).filter((name) => procedures[name].kind === 'command')
const tapOf = (name: ProcedureName) => TAPS[name] as Tap<ProcedureName>
const send = (name: ProcedureName, stage: Stage, key: string) =>
  shop.call(tapOf(name).who, name, { ...tapOf(name).input(stage), key } as never)

/** What two taps must not do twice. */
const traces = () => ({
  orders: shop.documents('orders').map(({ history, payment }) => [history.length, payment.attempts.length]),
  parcels: shop
    .documents('fulfilments')
    .map(({ history, photos, inspections }) => [history, photos, inspections].length),
  acts: shop.documents('fulfilments').map(({ history }) => history.length),
  claims: shop.documents('aftersales').map(({ history }) => history.length),
  credits: shop.documents('credits').map(({ left }) => left),
  pictures: shop.documents('pictures').length,
  refunds: shop.cloud.machine.refunds.list().length,
  inbox: shop.documents('inbox').length,
})

it('every command of the contract is tapped here', () => {
  expect(Object.keys(TAPS).sort()).toEqual([...commands].sort())
})

describe('a double tap with one key', () => {
  it.each(commands)('on %s is one act, and both taps are answered alike', async (name) => {
    let once: ReturnType<typeof traces>
    const points = await everyMeeting(shop, {
      async prepare() {
        const stage = await tapOf(name).stage()
        const before = await shop.cloud.snapshot()
        expect(wordOf(await send(name, stage, 'only-tap-01'))).toBe('ok')
        once = traces()
        await shop.cloud.restore(before)
        return stage
      },
      alike: true,
      one: (stage) => send(name, stage, 'one-key-001'),
      other: (stage) => send(name, stage, 'one-key-001'),
      check(_stage, { one, other }) {
        expect([one, other].map(wordOf)).toEqual(['ok', 'ok'])
        expect(traces()).toEqual(once)
      },
    })
    expect(points).toBeGreaterThan(1)
  })
})

describe('two taps with two keys', () => {
  it.each(commands)('on %s do it once, or twice where twice is meant, and nothing else is answered', async (name) => {
    await everyMeeting(shop, {
      prepare: () => tapOf(name).stage(),
      alike: true,
      one: (stage) => send(name, stage, 'first-key-1'),
      other: (stage) => send(name, stage, 'other-key-1'),
      check(_stage, { one, other }) {
        expect(tapOf(name).twice).toContainEqual([one, other].map(wordOf).sort())
      },
    })
  })
})
