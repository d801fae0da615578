import { PHOTO } from '../support/photo'
import { procedures, type Caller, type ProcedureName } from '../../contract'
import { furnish, type Galleries } from '../fuzz/furnish'
import type { Gallery } from '../fuzz/gallery'
import { goodInputs } from '../fuzz/good-inputs'
import type { Stage } from '../fuzz/stage'
import { expectedOf } from '../ownership/expected'
import { LEFT, ROLES, type Role } from '../ownership/roles'
import { forbidden } from '../ownership/secrets'
import { CHEN, FANG, LIN, newKey, QIXIA, TIANSHUI } from '../stories/world'
import { startTestCloud, type TestCloud } from './support/cloud'
import { cloudStage } from './support/cloud-stage'

jest.setTimeout(180_000)

const NAMES = Object.keys(procedures) as ProcedureName[]
/** Who owns what is asked about. */
const OWNER: Partial<Record<Caller, string>> = { shopper: LIN, orchard: QIXIA }
// A message stays with whom it was sent to: Qixia was once offered Chen's work.
const MAILBOXES: readonly ProcedureName[] = ['orchardInbox.list', 'orchardInbox.read']

let shop: TestCloud
let stage: Stage
let galleries: Galleries
beforeAll(async () => {
  shop = await startTestCloud()
  stage = await cloudStage(shop)
  // Who has left was there when the messages went out.
  for (const { staff } of ROLES) if (staff) shop.put('staff', { ...staff, active: true })
  galleries = await furnish(stage, (path) => shop.cloud.saveFile(path, PHOTO))
  for (const { staff } of LEFT) if (staff) shop.put('staff', staff)
  stage.keep()
})
afterAll(() => shop.close())

/** Documents that are Lin's: they say her openid or one of her numbers. Counters are everybody's. */
function documentsOfLin(): string[] {
  const { orders, parcels, claims, person } = galleries.lin
  const marks = [person.openid, ...Object.values({ ...orders, ...parcels, ...claims }).map((id) => id.slice(0, 15))]
  const all = (['orders', 'fulfilments', 'aftersales', 'pictures', 'inbox', 'profiles', 'credits', 'imprints'] as const)
    .flatMap((name) => shop.documents(name))
    .map((doc) => JSON.stringify(doc))
  return all.filter((doc) => marks.some((mark) => doc.includes(mark)))
}

function worksFor(role: Role, { person }: Gallery, name: ProcedureName): boolean {
  if (role.openid === TIANSHUI) return person.openid === CHEN
  return role.openid === QIXIA && (person.openid === LIN || MAILBOXES.includes(name))
}

/** What is wrong with the answer of one procedure to one role; empty when nothing is. */
async function faultsOf(name: ProcedureName, role: Role): Promise<string[]> {
  const { fn, kind, touches, caller } = procedures[name]
  const owns = ({ openid }: Role) => openid === OWNER[caller]
  const theirs = documentsOfLin()
  const ask = { procedure: name, input: goodInputs(galleries.lin)[name] }
  const answer = (await stage.send(role.openid, fn, ask)) as { ok: boolean; error?: { code: string } }
  const stillTheirs = documentsOfLin()
  const changed = await stage.undo()
  const expected = expectedOf(name, role, owns)
  const code = answer.error?.code ?? 'ok'
  const faults = code === expected ? [] : [`${role.name} got ${code} instead of ${expected}`]
  const mayMove = kind === 'command' && code === 'ok'
  if (!mayMove && changed.length > 0) faults.push(`${role.name} got ${code} and changed ${changed.join()}`)
  if (touches !== 'shop' && !owns(role) && JSON.stringify(stillTheirs) !== JSON.stringify(theirs)) {
    faults.push(`${role.name} changed what is not theirs`)
  }
  const said = JSON.stringify(answer)
  const colleagues = shop.documents('staff').flatMap(({ _id }) => (_id === role.openid ? [] : [_id]))
  const secrets = Object.values(galleries).flatMap((one: Gallery) =>
    forbidden(name, role, one, worksFor(role, one, name)),
  )
  const told = [...secrets, ...colleagues].filter((secret) => said.includes(secret))
  return told.length === 0 ? faults : [...faults, `${role.name} (${code}) was told ${told.join(', ')}`]
}

describe.each(NAMES)('%s', (name) => {
  it('answers each role as the contract says, and tells and moves nothing that is not theirs', async () => {
    const faults: string[] = []
    for (const role of ROLES) faults.push(...(await faultsOf(name, role)))
    expect(faults).toEqual([])
  })

  it('is nothing for a timer, a notice or an event', async () => {
    const { fn } = procedures[name]
    const event = { procedure: name, input: goodInputs(galleries.lin)[name], userInfo: { openId: LIN } }
    for (const source of ['timer', 'service'] as const) {
      const answer = await shop.cloud.machine.invoker.invoke({ name: fn, event, identity: {}, source })
      expect(answer).toMatchObject({ result: { ok: false, error: { code: 'NOT_YOURS' } } })
    }
    expect(await stage.undo()).toEqual([])
  })

  it('is answered by its own function only', async () => {
    const ask = { procedure: name, input: goodInputs(galleries.lin)[name] }
    for (const fn of (['shop', 'merchant', 'orchard'] as const).filter((other) => other !== procedures[name].fn)) {
      for (const openid of [LIN, FANG, QIXIA])
        expect(await stage.send(openid, fn, ask)).toMatchObject({ error: { code: 'PROCEDURE_UNKNOWN' } })
    }
  })
})

describe('who has learned an id', () => {
  const as = (openid: string, procedure: ProcedureName, input: object) =>
    stage.send(openid, procedures[procedure].fn, {
      procedure,
      input: { ...goodInputs(galleries.lin)[procedure], ...input },
    })
  const unknownPicture = { error: { code: 'PICTURE_UNKNOWN' } }
  afterEach(async () => expect(await stage.undo()).toEqual([]))

  it.each([
    ['another shopper', CHEN],
    ['an orchard that left the work to another', TIANSHUI],
    ['staff', FANG],
  ])('gets no link to the picture: %s', async (_who, openid) => {
    const { pictureId } = galleries.lin
    expect(await as(openid, 'picture.register', { key: newKey() })).toMatchObject(unknownPicture)
    const lines = [{ productId: 'fuji', packId: 'two', packs: 1, imprint: { kind: 'picture', pictureId } }]
    expect(await as(openid, 'orders.place', { key: newKey(), lines })).toMatchObject(unknownPicture)
    const verdict = await as(openid, 'design.check', {})
    expect(verdict).toMatchObject({ data: { refusal: { code: 'PICTURE_UNKNOWN' }, content: 'unchecked' } })
  })

  it.each([
    ['work.record', QIXIA, 'photo'],
    ['intake.pass', FANG, 'photo'],
    ['orders.claim', LIN, 'photos.0'],
  ] as const)('cannot pass a design off as a photo in %s', async (name, openid, field) => {
    const { design: fileId } = galleries.chen.person.files
    const answer = await as(openid, name, { photo: fileId, photos: [fileId] })
    expect(answer).toMatchObject({ error: { code: 'INPUT_INVALID', field } })
  })

  it('leaves the message unread', async () => {
    const id = galleries.lin.messages.shopper
    expect(await as(CHEN, 'inbox.read', { id })).toMatchObject({ ok: true })
    expect(shop.document('inbox', id).read).toBe(false)
  })
})

describe('what is told, is told to those it is for', () => {
  it('all of one’s orders, page by page, and nobody else’s', async () => {
    const mine = shop.documents('orders').filter(({ openid }) => openid === LIN)
    const seen: string[] = []
    let cursor: { createdAt: string; id: string } | undefined
    do {
      const page = await shop.must(LIN, 'orders.list', { tab: 'all', ...(cursor ? { cursor } : {}) })
      expect(page.counts.all).toBe(mine.length)
      seen.push(...page.cards.map(({ no }) => no))
      cursor = page.next ?? undefined
    } while (cursor)
    expect(seen.sort()).toEqual(mine.map(({ _id }) => _id).sort())
  })

  it('the words, the code and what is to be cut to the orchard, and neither price nor photo', async () => {
    const { parcels, person } = galleries.lin
    const job = await shop.must(QIXIA, 'work.get', { id: parcels.accepted })
    expect(job.code).toBe(shop.document('fulfilments', parcels.accepted).code)
    expect(job.art).toEqual([expect.stringMatching(/^M[-\d]/)])
    expect((await shop.must(QIXIA, 'work.get', { id: parcels.sentToHub })).imprint).toMatchObject({ text: person.text })
    expect(JSON.stringify(await shop.must(QIXIA, 'work.list', {}))).not.toContain('Fen"')
  })

  it('a masked name and phone to the packer, until the address is asked for', async () => {
    const { parcels, person } = galleries.lin
    const { toPack } = await shop.must(FANG, 'packing.list', {})
    const to = { name: '林**', phone: '138****5678', detail: '****' }
    expect(toPack.find(({ id }) => id === parcels.packing)?.to).toMatchObject(to)
    const { address } = await shop.must(FANG, 'packing.address', { id: parcels.packing, key: newKey() })
    expect(address).toEqual(person.address)
    expect(shop.documents('looks')).toMatchObject([{ fulfilmentId: parcels.packing, openid: FANG }])
    await stage.undo()
  })
})

describe('what any client may call by name', () => {
  it.each(['payment', 'wechat-events', 'clock'])('%s does nothing for it, and asks nobody outside', async (name) => {
    const { unpaid, opened } = galleries.lin.orders
    const [{ traceId }] = shop.documents('pictures')
    const events = [unpaid, opened].map((no) => ({
      ...{ outTradeNo: `${no}P1`, resultCode: 'SUCCESS', returnCode: 'SUCCESS', totalFee: 1, transactionId: 'forged' },
      ...{ Event: 'wxa_media_check', trace_id: traceId, result: { suggest: 'pass' } },
      ...{ Type: 'Timer', TriggerName: 'clock', Time: shop.cloud.clock.now() },
    }))
    shop.cloud.machine.wireLog.clear()
    for (const event of [{}, ...events]) {
      for (const { openid } of ROLES) await shop.cloud.invoke(name, event, openid === '' ? {} : { openid })
    }
    expect(shop.cloud.machine.wireLog.list()).toEqual([])
  })
})
