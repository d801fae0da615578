import { randomUUID } from 'node:crypto'
import type { Input, OrderView, PaymentView, PlacedView } from '../../../contract'
import type { TestCloud } from './cloud'

export const LIN = 'o-shopper-lin'
export const CHEN = 'o-shopper-chen'
export const FANG = 'o-merchant-fang'
export const QIXIA = 'o-orchard-qixia'
export const TIANSHUI = 'o-orchard-tianshui'
export const FUFENG = 'o-orchard-fufeng'

/** A key as a page makes one per attempt. */
export const newKey = (): string => randomUUID()

export const ADDRESS = {
  name: '林小满',
  phone: '13812341234',
  province: '浙江',
  city: '杭州市',
  district: '西湖区',
  detail: '文三路 100 号',
}

type Lines = Input<'orders.place'>['lines']

/** Twelve apples that say happy birthday. */
export const BIRTHDAY_APPLES: Lines = [
  { productId: 'fuji', packId: 'twelve', packs: 1, imprint: { kind: 'text', text: '生日快乐', face: 'hei' } },
]
/** A box from the shelf. */
export const READY_APPLES: Lines = [{ productId: 'fuji-xi-ready', packId: 'six', packs: 1 }]

/** Places an order at the price that is quoted now. */
export async function place(shop: TestCloud, openid: string, lines: Lines = BIRTHDAY_APPLES): Promise<PlacedView> {
  return shop.must(openid, 'orders.place', await placing(shop, openid, lines))
}

/** What a page sends to place an order. */
export async function placing(shop: TestCloud, openid: string, lines: Lines): Promise<Input<'orders.place'>> {
  const { totalFen } = await shop.must(openid, 'checkout.quote', { lines, province: ADDRESS.province })
  return { key: newKey(), lines, address: ADDRESS, remark: '', expectedTotalFen: totalFen }
}

/** The shop as it is, with the words of these lines cut already: a crowd of fresh instances would each cut them. */
export async function cutBefore(shop: TestCloud, lines: Lines = BIRTHDAY_APPLES): Promise<void> {
  const before = await shop.cloud.snapshot()
  await place(shop, CHEN, lines)
  const stencils = shop.documents('stencils')
  await shop.cloud.restore(before)
  shop.put('stencils', ...stencils)
}

export function openSheet(shop: TestCloud, openid: string, no: string): Promise<PaymentView> {
  return shop.must(openid, 'orders.pay', { no, key: newKey() })
}

export function checkPayment(shop: TestCloud, openid: string, no: string): Promise<OrderView> {
  return shop.must(openid, 'orders.checkPayment', { no, key: newKey() })
}

/** Places and pays; WeChat's notice has been taken when it resolves. */
export async function placeAndPay(shop: TestCloud, openid: string, lines: Lines = BIRTHDAY_APPLES): Promise<string> {
  const { no } = await place(shop, openid, lines)
  const { sheet } = await openSheet(shop, openid, no)
  await shop.usePaymentSheet(openid, sheet)
  return no
}

/** Places, pays and has the merchant approve; answers the id of its first parcel. */
export async function approved(shop: TestCloud, openid: string, lines: Lines = BIRTHDAY_APPLES) {
  const no = await placeAndPay(shop, openid, lines)
  await shop.must(FANG, 'review.approve', { no, key: newKey() })
  return { no, parcelId: `${no}-F1` }
}
