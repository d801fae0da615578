import { approved, pay, place } from '../../stories/acts'
import { CHEN, LIN, newKey, QIXIA, yes } from '../../stories/world'
import { fakeWorld, type FakeWorld } from '../support/fake-world'

let world: FakeWorld
beforeEach(async () => void (world = await fakeWorld()))

describe('allowing messages', () => {
  it('counts each acceptance once per template, and passes over templates we do not have', async () => {
    const key = newKey()
    const grant = { key, templates: ['paid', 'paid', 'lottery'] }
    expect((await yes(world.ask(LIN, 'subscriptions.grant', grant))).granted).toEqual(['paid'])
    await yes(world.ask(LIN, 'subscriptions.grant', grant))
    await yes(world.ask(LIN, 'subscriptions.grant', { key: newKey(), templates: ['paid'] }))
    expect(await world.all('credits')).toMatchObject([{ _id: `${LIN}:paid`, left: 2 }])
  })

  it('loses none of two acceptances at once', async () => {
    const grant = () => yes(world.ask(LIN, 'subscriptions.grant', { key: newKey(), templates: ['paid'] }))
    await Promise.all([grant(), grant(), grant()])
    expect((await world.all('credits'))[0].left).toBe(3)
  })
})

describe('a message that is sent late', () => {
  it('tells of its own step and reason, not of the newest', async () => {
    const { no } = await place(world)
    const id = await approved(world, no)
    const step = (name: 'sticker' | 'colour' | 'harvest') =>
      yes(world.ask(QIXIA, 'work.record', { id, key: newKey(), step: name, note: `备注 ${name}` }))
    await yes(world.ask(QIXIA, 'work.accept', { id, key: newKey() }))
    const { insert } = world.ports.db
    let down = true
    world.ports.db.insert = async (collection, ...docs) => {
      if (down && collection === 'inbox') throw new Error('down')
      return insert(collection, ...docs)
    }
    await step('sticker')
    await step('colour')
    down = false
    await step('harvest')
    await world.pass(1, 'hour')
    const told = (await world.all('inbox')).filter(({ template }) => template === 'growth')
    expect(told.map(({ body }) => body.zh.split('：')[1]).sort()).toEqual(
      ['字贴上果面了', '正在晒红', '采下来了'].sort(),
    )
  })

  it('to several people reaches each once, although the first try got to one of them only', async () => {
    const others = ['o-merchant-2', 'o-merchant-3']
    for (const _id of others)
      await world.ports.db.put('staff', {
        _id,
        role: 'merchant',
        name: '',
        orchardId: null,
        active: true,
        duties: ['owner'],
      })
    const { insert } = world.ports.db
    let tries = 0
    world.ports.db.insert = async (collection, ...docs) => {
      if (collection === 'inbox' && docs.length > 1 && tries++ === 0) {
        await insert(collection, docs[0])
        throw new Error('the answer was lost')
      }
      return insert(collection, ...docs)
    }
    await pay(world, (await place(world)).no)
    await world.pass(1, 'hour')
    const told = (await world.all('inbox')).filter(({ template }) => template === 'toReview')
    expect(told.map(({ openid }) => openid).sort()).toEqual([...others, 'o-merchant-fang'].sort())
  })
})

describe('the inbox', () => {
  it('counts what is unread and lets only its owner read it', async () => {
    await pay(world, (await place(world)).no)
    const { entries, unread } = await yes(world.ask(LIN, 'inbox.list', {}))
    expect(unread).toBe(1)
    await yes(world.ask(CHEN, 'inbox.read', { key: newKey(), id: entries[0].id }))
    expect((await yes(world.ask(LIN, 'me.get', {}))).unread).toBe(1)
    const read = await yes(world.ask(LIN, 'inbox.read', { key: newKey(), id: entries[0].id }))
    expect(read).toMatchObject({ unread: 0, entries: [{ template: 'paid', read: true }] })
  })
})

describe('one’s own page', () => {
  it('knows a person’s roles and orders', async () => {
    await place(world)
    expect(await yes(world.ask(LIN, 'me.get', {}))).toMatchObject({
      roles: { merchant: false, orchard: null },
      counts: { toPay: 1 },
    })
    expect((await yes(world.ask('o-orchard-qixia', 'me.get', {}))).roles).toEqual({ merchant: false, orchard: 'qixia' })
    expect((await yes(world.ask('o-merchant-fang', 'me.get', {}))).roles.merchant).toBe(true)
  })
})
