import type { Input, ProcedureName } from '../../contract'
import type { Address } from '../../domain/address'
import { orderInput, pay, passed } from '../stories/acts'
import { FANG, newKey, yes, type World } from '../stories/world'

type Lines = Input<'orders.place'>['lines']

/** A shopper whose every word is found again wherever it shows. */
export interface Person {
  openid: string
  address: Address
  remark: string
  text: string
  /** File ids of the picture this person has uploaded: the stencil and the photo it came from. */
  files: { fileId: string; originalId: string }
}

/** One shopper's orders and parcels, one at each stage at which a procedure has something to do. */
export interface Gallery {
  person: Person
  orders: { unpaid: string; opened: string; inReview: string; shipped: string }
  /** Parcels by the state they stand in. */
  parcels: Record<'offered' | 'accepted' | 'sentToHub' | 'received' | 'passed' | 'packing' | 'shipped', string>
  codes: string[]
  pictureId: string
  /** What `orders.place` asks with, at today's price. */
  placing: Input<'orders.place'>
  /** A message of the shopper, of the merchant and of the orchard. */
  messages: { shopper: string; merchant: string; orchard: string }
}

const READY: Lines = [{ productId: 'fuji-xi-ready', packId: 'two', packs: 1 }]

/** Brings one shopper's orders to every stage. Work that `declining` was offered goes to `orchard`, if it declines. */
export async function galleryOf(
  world: World,
  person: Person,
  { orchard, declining }: { orchard: string; declining: string | null },
): Promise<Gallery> {
  const { openid, address, remark, files } = person
  const codes: string[] = []
  const words = (text: string): Lines => [
    { productId: 'fuji', packId: 'two', packs: 1, imprint: { kind: 'text', text, face: 'song' } },
  ]
  const place = async (lines: Lines) => {
    const placed = await yes(
      world.ask(openid, 'orders.place', await orderInput(world, openid, lines, { address, remark })),
    )
    codes.push(...placed.codes)
    return placed.no
  }
  const paid = async (lines: Lines) => {
    const no = await place(lines)
    await pay(world, no, openid)
    return no
  }
  const offered = async (lines: Lines) => {
    const no = await paid(lines)
    await yes(world.ask(FANG, 'review.approve', { no, key: newKey() }))
    const id = `${no}-F1`
    if (declining) await yes(world.ask(declining, 'work.decline', { id, key: newKey() }))
    return id
  }
  const steps = async (id: string, names: readonly Input<'work.record'>['step'][]) => {
    await yes(world.ask(orchard, 'work.accept', { id, key: newKey() }))
    for (const step of names) await yes(world.ask(orchard, 'work.record', { id, key: newKey(), step }))
    return id
  }
  const sent = async () => steps(await offered(words(person.text)), ['sticker', 'colour', 'harvest', 'dispatch'])

  const pictureId = newKey()
  await yes(world.ask(openid, 'picture.register', { key: pictureId, ...files }))
  const drawn: Lines = [{ productId: 'fuji', packId: 'two', packs: 1, imprint: { kind: 'picture', pictureId } }]

  const unpaid = await place(words(person.text))
  const opened = await place(words(person.text))
  await yes(world.ask(openid, 'orders.pay', { no: opened, key: newKey() }))
  const inReview = await paid(words(person.text))
  const parcels = {
    offered: await offered(drawn),
    accepted: await steps(await offered(drawn), []),
    sentToHub: await sent(),
    received: await sent(),
    passed: await sent(),
    packing: `${await paid(READY)}-F1`,
    shipped: '',
  }
  await yes(world.ask(FANG, 'intake.receive', { id: parcels.received, key: newKey() }))
  await passed(world, parcels.passed)
  const shipped = await paid(READY)
  parcels.shipped = `${shipped}-F1`
  const waybill = `SF${shipped.replace(/\D/g, '')}0001`.slice(0, 20)
  await yes(world.ask(FANG, 'packing.ship', { id: parcels.shipped, key: newKey(), carrier: 'SF', waybill }))

  const inbox = await world.all('inbox')
  const messageTo = (who: string) => inbox.find((entry) => entry.openid === who)?._id ?? ''
  return {
    person,
    orders: { unpaid, opened, inReview, shipped },
    parcels,
    codes,
    pictureId,
    placing: await orderInput(world, openid, words(person.text), { address, remark }),
    messages: { shopper: messageTo(openid), merchant: messageTo(FANG), orchard: messageTo(orchard) },
  }
}

/** An input of every procedure that its owner is answered well; the type asks for a new one with every procedure. */
export function goodInputs(gallery: Gallery): { [Name in ProcedureName]: Input<Name> } {
  const { orders, parcels, person, pictureId, messages, placing, codes } = gallery
  const key = newKey()
  const order = (no: string) => ({ no, key })
  const parcel = (id: string) => ({ id, key })
  const imprint = { kind: 'picture', pictureId } as const
  return {
    'catalogue.list': {},
    'catalogue.get': { id: 'fuji' },
    'design.check': { productId: 'fuji', imprint },
    'picture.register': { key: pictureId, ...person.files },
    'picture.get': { pictureId },
    'checkout.quote': { lines: placing.lines, province: person.address.province },
    'orders.place': placing,
    'orders.pay': order(orders.unpaid),
    'orders.checkPayment': order(orders.opened),
    'orders.cancel': { ...order(orders.inReview), reason: '不要了' },
    'orders.list': { tab: 'all', cursor: { createdAt: '2026-09-06T01:00:00.000Z', id: orders.unpaid } },
    'orders.get': { no: orders.inReview },
    'orders.confirmSend': parcel(parcels.passed),
    'orders.keepCold': parcel(parcels.passed),
    'orders.confirmReceipt': order(orders.shipped),
    'me.get': {},
    'subscriptions.grant': { key, templates: ['paid', 'growth'] },
    'subscriptions.templates': {},
    'inbox.list': {},
    'inbox.read': { key, id: messages.shopper },
    'desk.get': {},
    'review.list': {},
    'review.get': { no: orders.inReview },
    'review.approve': order(orders.inReview),
    'review.reject': { ...order(orders.inReview), reason: '有商标' },
    'intake.list': {},
    'intake.find': { code: codes[codes.length - 1] },
    'intake.receive': parcel(parcels.sentToHub),
    'intake.pass': { ...parcel(parcels.received), grade: 'first', grams: 260, note: '好' },
    'intake.mismatch': { ...parcel(parcels.received), reason: '字印反了' },
    'packing.list': {},
    'packing.address': parcel(parcels.packing),
    'packing.ship': { ...parcel(parcels.packing), carrier: 'SF', waybill: 'SF 9999 8888 77' },
    'merchantInbox.list': {},
    'merchantInbox.read': { key, id: messages.merchant },
    'work.list': {},
    'work.get': { id: parcels.accepted },
    'work.accept': parcel(parcels.offered),
    'work.decline': { ...parcel(parcels.offered), reason: '人手不够' },
    'work.record': { ...parcel(parcels.accepted), step: 'sticker', photo: 'cloud://demo/photos/1.jpg', note: '第一批' },
    'orchardInbox.list': {},
    'orchardInbox.read': { key, id: messages.orchard },
  }
}
