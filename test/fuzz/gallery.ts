import type { Input } from '../../contract'
import type { Address } from '../../domain/address'
import { PLAIN_WISH } from '../../domain/imprint/picture'
import { orderInput, pay, passed } from '../stories/acts'
import { FANG, newKey, yes, type World } from '../stories/world'

type Lines = Input<'orders.place'>['lines']

/** A shopper whose every word is found again wherever it shows. */
export interface Person {
  openid: string
  address: Address
  remark: string
  text: string
  /** File ids of what this person has uploaded: a photo to be made an imprint, and one of the fruit. */
  files: { design: string; photo: string }
}

/** One shopper's orders and parcels, one at each stage at which a procedure has something to do. */
export interface Gallery {
  person: Person
  orders: { unpaid: string; opened: string; inReview: string; shipped: string }
  /** Parcels by the state they stand in. */
  parcels: Record<
    | 'offered'
    | 'accepted'
    | 'sentToHub'
    | 'received'
    | 'halfBad'
    | 'mismatched'
    | 'escalated'
    | 'passed'
    | 'packing'
    | 'shipped',
    string
  >
  /** Claims by the state they stand in, each of a shipped order of its own. */
  claims: Record<'requested' | 'agreed' | 'refused' | 'goodsOnTheWayBack', string>
  codes: string[]
  /** Path data of what is cut for this person's words. */
  cut: string
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
    { productId: 'fuji', packId: 'two', packs: 1, imprint: { kind: 'text', text, face: 'hei' } },
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
  const chosen = { productId: 'fuji', fileId: files.design, wish: PLAIN_WISH }
  await yes(world.ask(openid, 'picture.register', { key: pictureId, ...chosen }))
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
    halfBad: await sent(),
    mismatched: await sent(),
    escalated: await sent(),
    passed: await sent(),
    packing: `${await paid(READY)}-F1`,
    shipped: '',
  }
  for (const id of [parcels.received, parcels.halfBad, parcels.mismatched, parcels.escalated]) {
    await yes(world.ask(FANG, 'intake.receive', { id, key: newKey() }))
  }
  const bad = { fruit: 2, verdict: 'inconsistent', reason: '字歪了' } as const
  await yes(world.ask(FANG, 'intake.judge', { id: parcels.halfBad, key: newKey(), ...bad }))
  for (const id of [parcels.mismatched, parcels.escalated]) {
    await yes(world.ask(FANG, 'intake.mismatch', { id, key: newKey(), reason: '字歪了' }))
  }
  const helpless = { id: parcels.escalated, key: newKey(), reason: '没有多的果了' }
  await yes(world.ask(orchard, 'work.cannotRedo', helpless))
  await passed(world, parcels.passed)
  const shippedOrder = async () => {
    const no = await paid(READY)
    const waybill = `SF${Buffer.from(no.slice(-7)).toString('hex').toUpperCase()}`
    await yes(world.ask(FANG, 'packing.ship', { id: `${no}-F1`, key: newKey(), carrier: 'SF', waybill }))
    return no
  }
  const shipped = await shippedOrder()
  parcels.shipped = `${shipped}-F1`
  const claimed = async () => {
    const ask: Omit<Input<'orders.claim'>, 'no' | 'key'> = {
      remedy: 'returnAndRefund',
      reason: 'damaged',
      note: remark,
      fen: 100,
      photos: [files.photo],
    }
    const order = await yes(world.ask(openid, 'orders.claim', { no: await shippedOrder(), key: newKey(), ...ask }))
    return order.claims[0].id
  }
  const agreed = async () => {
    const id = await claimed()
    await yes(world.ask(FANG, 'claims.agree', { id, key: newKey() }))
    return id
  }
  const claims = {
    requested: await claimed(),
    agreed: await agreed(),
    refused: await claimed(),
    goodsOnTheWayBack: await agreed(),
  }
  await yes(world.ask(FANG, 'claims.refuse', { id: claims.refused, key: newKey(), reason: '照片里是好的' }))
  const back = { id: claims.goodsOnTheWayBack, key: newKey(), carrier: 'SF', waybill: 'SF 0000 1111 22' }
  await yes(world.ask(openid, 'orders.sendBackGoods', back))

  const inbox = await world.all('inbox')
  const reviewed = (await world.all('orders')).find(({ _id }) => _id === inReview)
  const [stencilId] = reviewed?.lines[0].imprint?.stencils ?? []
  const stencil = (await world.all('stencils')).find(({ _id }) => _id === stencilId)
  if (!stencil) throw new Error(`nothing is kept to cut ${person.text} with`)
  const messageTo = (who: string) => inbox.find((entry) => entry.openid === who)?._id ?? ''
  return {
    person,
    orders: { unpaid, opened, inReview, shipped },
    parcels,
    claims,
    codes,
    cut: stencil.d,
    pictureId,
    placing: await orderInput(world, openid, words(person.text), { address, remark }),
    messages: { shopper: messageTo(openid), merchant: messageTo(FANG), orchard: messageTo(orchard) },
  }
}
