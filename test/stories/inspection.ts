import type { BenchView } from '../../contract'
import { approved, birthday, grown, HOME, message, orderInput, pay, place } from './acts'
import { FANG, LIN, newKey, no, QIXIA, TIANSHUI, yes, type World } from './world'

const DAYS_TO_REDO = 7

async function onBench(world: World): Promise<{ orderNo: string; id: string }> {
  const { no: orderNo } = await place(world)
  const id = await approved(world, orderNo)
  await grown(world, id)
  await yes(world.ask(FANG, 'intake.receive', { id, key: newKey() }))
  return { orderNo, id }
}

const bad = (world: World, id: string, fruit: number, reason = '缺一点') =>
  yes(world.ask(FANG, 'intake.judge', { id, key: newKey(), fruit, verdict: 'inconsistent', reason }))

async function parcelOf(world: World, id: string) {
  const found = (await world.all('fulfilments')).find(({ _id }) => _id === id)
  if (!found) throw new Error(`${id} is not there`)
  return found
}

const orderOf = async (world: World, orderNo: string) =>
  (await world.all('orders')).find(({ _id }) => _id === orderNo) ?? Promise.reject(new Error(`no ${orderNo}`))

const toldTo = async (world: World, openid: string) =>
  (await world.all('inbox')).filter((entry) => entry.openid === openid).map(({ template }) => template)

/** Sent back once, and its orchard has let its week pass. */
async function lateAtQixia(world: World): Promise<{ orderNo: string; id: string }> {
  const { orderNo, id } = await onBench(world)
  await yes(world.ask(FANG, 'intake.mismatch', { id, key: newKey(), reason: '缺一点' }))
  await world.pass(DAYS_TO_REDO, 'day')
  await world.pass(1, 'hour')
  return { orderNo, id }
}

/** Sent back once, sent again, and not right the second time. */
async function failedTwice(world: World): Promise<{ orderNo: string; id: string }> {
  const { orderNo, id } = await onBench(world)
  const back = { id, key: newKey(), reason: '缺一点' }
  expect(await yes(world.ask(FANG, 'intake.mismatch', back))).toMatchObject({ state: 'mismatched' })
  await yes(world.ask(QIXIA, 'work.record', { id, key: newKey(), step: 'sendAgain' }))
  await yes(world.ask(FANG, 'intake.receive', { id, key: newKey() }))
  expect(await yes(world.ask(FANG, 'intake.mismatch', { ...back, key: newKey() }))).toMatchObject({
    state: 'escalated',
  })
  return { orderNo, id }
}

/** What happens to fruit that is not as it was ordered (I2, I4), told in memory and on the local cloud. */
export function inspectionStories(begin: () => Promise<World>): void {
  let world: World
  beforeEach(async () => void (world = await begin()))
  afterEach(() => world.close())

  test('two of twelve are bad: ten go on, two go back with their reasons, and come to the customer later', async () => {
    const { orderNo, id } = await onBench(world)
    await bad(world, id, 3)
    const judged: BenchView = await bad(world, id, 7, '贴倒了')
    expect(judged.judged.map(({ fruit, reason }) => [fruit, reason])).toEqual([
      [3, '缺一点'],
      [7, '贴倒了'],
    ])
    expect((await no(world.ask(FANG, 'intake.pass', { id, key: newKey() }))).code).toBe('SOME_JUDGED_BAD')
    const passGood = { id, key: newKey() }
    for (let taps = 0; taps < 2; taps++) {
      const passed = await yes(world.ask(FANG, 'intake.passGood', passGood))
      expect(passed).toMatchObject({ state: 'passed', pieces: 10 })
    }
    const back = await parcelOf(world, `${id}B`)
    expect(back).toMatchObject({ state: 'mismatched', fruit: [3, 7], orchardId: 'qixia', code: judged.code })
    const view = await yes(world.ask(LIN, 'orders.get', { no: orderNo }))
    expect(view.parcels.map(({ state, pieces }) => [state, pieces])).toEqual([
      ['passed', 10],
      ['mismatched', 2],
    ])
    expect(await toldTo(world, LIN)).toEqual(expect.arrayContaining(['confirmSend', 'redoing']))

    const job = await yes(world.ask(QIXIA, 'work.get', { id: back._id }))
    expect(job.mismatch).toMatchObject({ reason: '缺一点；贴倒了', redoBy: back.actBy })
    expect(job.mismatch?.fruit.map(({ reason }) => reason)).toEqual(['缺一点', '贴倒了'])
    await yes(world.ask(LIN, 'orders.confirmSend', { id, key: newKey() }))
    await yes(world.ask(FANG, 'packing.ship', { id, key: newKey(), carrier: 'SF', waybill: 'SF1234567890' }))
    expect((await no(world.ask(LIN, 'orders.confirmReceipt', { no: orderNo, key: newKey() }))).code).toBe(
      'NOT_ALLOWED_NOW',
    )

    await yes(world.ask(QIXIA, 'work.record', { id: back._id, key: newKey(), step: 'sendAgain' }))
    const found = await yes(world.ask(FANG, 'intake.find', { code: judged.code }))
    expect(found).toMatchObject({ id: back._id, pieces: 2, fruit: [3, 7] })
    await yes(world.ask(FANG, 'intake.receive', { id: back._id, key: newKey() }))
    await yes(world.ask(FANG, 'intake.pass', { id: back._id, key: newKey() }))
    await yes(world.ask(LIN, 'orders.confirmSend', { id: back._id, key: newKey() }))
    await yes(world.ask(FANG, 'packing.ship', { id: back._id, key: newKey(), carrier: 'SF', waybill: 'SF1234567891' }))
    const done = await yes(world.ask(LIN, 'orders.confirmReceipt', { no: orderNo, key: newKey() }))
    expect(done.headline).toBe('done')
    const { firstLook, machine } = await yes(world.ask(FANG, 'intake.figures', {}))
    expect([firstLook, machine]).toEqual([
      { passed: 0, partly: 1, failed: 0 },
      { agreed: 0, differed: 0, unsure: 0 },
    ])
  })

  test('what fails twice is decided by people: the same orchard again, then another one, which grows it anew', async () => {
    const { id } = await failedTwice(world)
    expect(await toldTo(world, LIN)).toEqual(expect.arrayContaining(['redoing', 'delayed']))
    expect(await toldTo(world, FANG)).toContain('escalated')
    expect((await yes(world.ask(FANG, 'intake.list', {}))).escalated.map((row) => row.id)).toEqual([id])
    expect((await yes(world.ask(FANG, 'desk.get', {}))).toDecide).toBe(1)
    expect(await yes(world.ask(FANG, 'intake.redo', { id, key: newKey() }))).toMatchObject({ state: 'mismatched' })
    expect((await message(world, QIXIA, 'mismatch')).body.zh).toContain('缺一点')
    await yes(world.ask(QIXIA, 'work.cannotRedo', { id, key: newKey(), reason: '没有多的果了' }))
    await yes(world.ask(FANG, 'intake.replace', { id, key: newKey() }))
    expect(await parcelOf(world, id)).toMatchObject({ state: 'offered', orchardId: 'tianshui', sheet: null })
    expect(await toldTo(world, LIN)).toContain('replanned')
    await grown(world, id, TIANSHUI)
    await yes(world.ask(FANG, 'intake.receive', { id, key: newKey() }))
    const again = { id, key: newKey(), reason: '又缺一点' }
    expect(await yes(world.ask(FANG, 'intake.mismatch', again))).toMatchObject({ state: 'mismatched' })
    await yes(world.ask(TIANSHUI, 'work.cannotRedo', { id, key: newKey(), reason: '采完了' }))
    await yes(world.ask(FANG, 'intake.redo', { id, key: newKey() }))
    expect((await message(world, TIANSHUI, 'mismatch')).body.zh).toContain('又缺一点')
    await yes(world.ask(TIANSHUI, 'work.cannotRedo', { id, key: newKey(), reason: '采完了' }))
    expect((await no(world.ask(FANG, 'intake.replace', { id, key: newKey() }))).code).toBe('NO_ROOM_ELSEWHERE')
  })

  test('an orchard that lets its week pass loses the word to us, and we are reminded until we decide', async () => {
    const { id } = await lateAtQixia(world)
    expect(await parcelOf(world, id)).toMatchObject({ state: 'escalated' })
    expect(await toldTo(world, QIXIA)).toContain('late')
    await world.pass(3, 'day')
    expect(await toldTo(world, FANG)).toContain('undecided')
  })

  test('late fruit are sent all the same, and the customer who waits for word hears of it', async () => {
    const { id } = await lateAtQixia(world)
    await yes(world.ask(QIXIA, 'work.record', { id, key: newKey(), step: 'sendAgain' }))
    expect(await toldTo(world, LIN)).toContain('redone')
    await yes(world.ask(FANG, 'intake.receive', { id, key: newKey() }))
    await yes(world.ask(FANG, 'intake.pass', { id, key: newKey() }))
  })

  test('an orchard hears that its late fruit are not needed any more, and no other one does', async () => {
    const { id } = await lateAtQixia(world)
    await yes(world.ask(FANG, 'intake.replace', { id, key: newKey() }))
    expect((await no(world.ask(QIXIA, 'work.record', { id, key: newKey(), step: 'sendAgain' }))).code).toBe(
      'FULFILMENT_UNKNOWN',
    )
    expect(await toldTo(world, QIXIA)).toContain('notNeeded')
    expect(await toldTo(world, TIANSHUI)).not.toContain('notNeeded')
    // Nobody else grows them: they come back to be decided, and nobody has to be told of that.
    await yes(world.ask(TIANSHUI, 'work.decline', { id, key: newKey() }))
    const { escalated, actions } = (await yes(world.ask(FANG, 'intake.list', {}))).escalated[0]
    expect([escalated?.why, actions]).toEqual(['unplaced', ['replace', 'refund']])
    expect((await no(world.ask(FANG, 'intake.replace', { id, key: newKey() }))).code).toBe('NO_ROOM_ELSEWHERE')
    await yes(world.ask(FANG, 'intake.refund', { id, key: newKey() }))
    expect(await toldTo(world, TIANSHUI)).not.toContain('notNeeded')
  })

  test('what was refunded is among what the orchard is done with', async () => {
    const { id } = await lateAtQixia(world)
    await yes(world.ask(FANG, 'intake.refund', { id, key: newKey() }))
    expect(await toldTo(world, QIXIA)).toContain('notNeeded')
    const { done } = await yes(world.ask(QIXIA, 'work.list', {}))
    expect(done).toMatchObject([{ id, state: 'refunded', actions: [] }])
  })

  test('the money of two lost fruit goes back once, of the rest with the freight, and the order is over', async () => {
    const { orderNo, id } = await onBench(world)
    await bad(world, id, 1)
    await bad(world, id, 2)
    await yes(world.ask(FANG, 'intake.passGood', { id, key: newKey() }))
    const lost = `${id}B`
    await yes(world.ask(QIXIA, 'work.cannotRedo', { id: lost, key: newKey(), reason: '没有多的果了' }))
    const refund = { id: lost, key: newKey() }
    for (let taps = 0; taps < 2; taps++) await yes(world.ask(FANG, 'intake.refund', refund))
    const { goodsFen, payment } = await orderOf(world, orderNo)
    expect(payment.refunds).toMatchObject([{ for: lost, fen: Math.floor((goodsFen * 2) / 12) }])
    expect(payment.refunds[0].doneAt).toBeTruthy()
    expect(await toldTo(world, LIN)).toContain('partRefunded')
    await yes(world.ask(LIN, 'orders.confirmSend', { id, key: newKey() }))
    await yes(world.ask(FANG, 'packing.ship', { id, key: newKey(), carrier: 'SF', waybill: 'SF1234567890' }))
    const done = await yes(world.ask(LIN, 'orders.confirmReceipt', { no: orderNo, key: newKey() }))
    expect(done.headline).toBe('done')
  })

  test('when nothing of an order can be grown, everything that was paid goes back', async () => {
    const { orderNo, id } = await failedTwice(world)
    await yes(world.ask(FANG, 'intake.refund', { id, key: newKey() }))
    const { state, headline, payment, totalFen } = await orderOf(world, orderNo)
    expect([state, headline, payment.refundedFen]).toEqual(['cancelled', 'cancelled', totalFen])
  })

  test('two lines: one of them is lost, the other one comes', async () => {
    const lines = [...birthday, { ...birthday[0], packId: 'two' as const }]
    const input = await orderInput(world, LIN, lines, { address: HOME })
    const { no: orderNo } = await yes(world.ask(LIN, 'orders.place', input))
    await pay(world, orderNo)
    await yes(world.ask(FANG, 'review.approve', { no: orderNo, key: newKey() }))
    const id = `${orderNo}-F2`
    const { orchardId } = await parcelOf(world, id)
    await grown(world, id, orchardId === 'qixia' ? QIXIA : TIANSHUI)
    await yes(world.ask(FANG, 'intake.receive', { id, key: newKey() }))
    await yes(world.ask(FANG, 'intake.mismatch', { id, key: newKey(), reason: '缺一点' }))
    await world.pass(DAYS_TO_REDO, 'day')
    await world.pass(1, 'hour')
    await yes(world.ask(FANG, 'intake.refund', { id, key: newKey() }))
    const { state, payment, lines: ordered } = await orderOf(world, orderNo)
    expect([state, payment.refunds.map(({ fen }) => fen)]).toEqual(['accepted', [ordered[1].totalFen]])
  })
}
