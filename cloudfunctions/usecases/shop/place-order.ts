import type { Input, PlacedView } from '../../../contract'
import { addressRefusal, type Address } from '../../../domain/address'
import { freightFen } from '../../../domain/catalogue/freight'
import { orderNumber } from '../../../domain/codes'
import { formatFen } from '../../../domain/money'
import { piecesByCounter, type OrderDoc } from '../../../domain/order/order'
import { Refused, reject } from '../../../domain/refusals'
import { dayOf } from '../../../domain/time'
import type { Ports } from '../../ports/ports'
import type { Context } from '../core/answer'
import { releasePieces, reservePieces } from '../core/stock'
import { keepStencils } from '../stencils/keep'
import { checkBasket, fillBasket, readShelf, type Basket } from './basket'
import { checkContent } from './check-content'
import { newOrder, numberLines, requestKeyOf } from './new-order'
import { isSameRequest, tidyAddress } from './same-request'

/**
 * Places an order (O4, O5, O9): everything that can be refused without a trace is refused first, then the fruit is
 * reserved under the new order's number, and the order is written last. A repeat of the request answers with the
 * first order, and another request under its key with ALREADY_PLACED. Throws a refusal with its field for bad input.
 */
export async function placeOrder({ ports, openid }: Context, input: Input<'orders.place'>): Promise<PlacedView> {
  const [known, shelf] = await Promise.all([
    findPlaced(ports, openid, input.key),
    readShelf(ports, openid, input.lines),
  ])
  if (known) return placedAgain(known, input)

  const at = ports.now()
  const basket = fillBasket(input.lines, shelf, dayOf(at))
  checkBasket(basket, at)
  const address = checkAddress(input.address)
  const freight =
    freightFen(address.province, basket.grams, basket.goodsFen) ?? reject('REGION_UNKNOWN', {}, 'address.province')
  checkPrice(basket.goodsFen + freight, input.expectedTotalFen)
  const checked = await checkContent(ports, openid, basket, input.remark)
  const stencils = await cutBasket(ports, basket)

  const no = orderNumber(at, ports.random(6))
  await reserve(ports, no, basket)
  const lines = await numberLines(ports, no, basket, stencils)
  const { key, remark } = input
  const order = newOrder({ no, openid, key, at, lines, basket, address, remark, freightFen: freight, checked })
  const [written] = await Promise.all([
    ports.db.insert('orders', order),
    ports.db.put('profiles', { _id: openid, lastAddress: address }),
  ])
  return written === 'inserted' ? placedView(order) : placedAgain(await firstInstead(ports, order, key), input)
}

// Lines of ready stock have nothing to cut.
async function cutBasket(ports: Ports, { lines }: Basket): Promise<string[][]> {
  const wanted = lines.flatMap(({ asked: { imprint }, product, picture }, i) =>
    imprint && product.kind === 'custom'
      ? [{ imprint, photo: picture, fruit: product, field: `lines.${i}.imprint`, i }]
      : [],
  )
  const ids = await keepStencils(ports, wanted)
  return lines.map((_line, i) => ids[wanted.findIndex((one) => one.i === i)] ?? [])
}

async function findPlaced(ports: Ports, openid: string, key: string): Promise<OrderDoc | null> {
  const found = await ports.db.find('orders', { where: { requestKey: requestKeyOf(openid, key) }, limit: 1 })
  return found[0] ?? null
}

// Two taps at once: the index let one through; the other gives its fruit back and answers with the first.
async function firstInstead(ports: Ports, order: OrderDoc, key: string): Promise<OrderDoc> {
  const first = await findPlaced(ports, order.openid, key)
  // Not our request, so the number itself was taken: the hold under it belongs to that order and must stay.
  if (!first) return reject('BUSY')
  await releasePieces(ports, order._id, piecesByCounter(order.lines))
  return first
}

function checkAddress(asked: Address): Address {
  const trimmed = tidyAddress(asked)
  const refusal = addressRefusal(trimmed)
  if (refusal) throw new Refused(refusal)
  return trimmed
}

function checkPrice(totalFen: number, expectedFen: number): void {
  if (totalFen !== expectedFen) reject('PRICE_CHANGED', { price: formatFen(totalFen) }, 'expectedTotalFen')
}

async function reserve(ports: Ports, no: string, basket: Basket): Promise<void> {
  const pieces = piecesByCounter(
    basket.lines.map(({ counterId, pack, asked }) => ({ counterId, pieces: pack.pieces, packs: asked.packs })),
  )
  const short = await reservePieces(ports, no, pieces)
  if (!short) return
  const i = basket.lines.findIndex(({ counterId }) => counterId === short.counterId)
  reject('SOLD_OUT', { name: basket.lines[i].product.name, left: short.left }, `lines.${i}`)
}

function placedAgain(first: OrderDoc, input: Input<'orders.place'>): PlacedView {
  if (!isSameRequest(first, input)) reject('ALREADY_PLACED', { no: first._id })
  return placedView(first)
}

function placedView({ _id, totalFen, payBy, expectedSendDay, lines }: OrderDoc): PlacedView {
  return {
    no: _id,
    totalFen,
    payBy,
    expectedSendDay,
    codes: lines.flatMap(({ imprint }) => (imprint ? [imprint.code] : [])),
  }
}
