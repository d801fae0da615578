import { pay, place } from '../../stories/acts'
import { CHEN, LIN, newKey, yes } from '../../stories/world'
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
