import type { Phone } from './stage'

// What people do with their thumbs, told once for every story.

export interface Recipient {
  name: string
  phone: string
  province: string
  city: string
  district: string
  detail: string
}

export const HOME: Recipient = {
  name: '林小满',
  phone: '13812341234',
  province: '浙江',
  city: '杭州市',
  district: '西湖区',
  detail: '文三路 100 号 3 幢 502',
}

/** Writes words on the fruit of the studio and goes on to checkout with that pack. */
export async function design(shopper: Phone, words: string, pack: 'two' | 'six' | 'twelve'): Promise<void> {
  await shopper.type('#field-words', words)
  await shopper.tap('#order')
  await shopper.tap(`#pack-${pack}`)
  await shopper.tap('#to-checkout')
  await shopper.on('#submit-order').waitFor()
}

/** Fills in the address form. */
export async function fillAddress(shopper: Phone, to: Recipient): Promise<void> {
  await shopper.tap('#field-province')
  await shopper.tap(`#province-${to.province}`)
  for (const part of ['name', 'phone', 'city', 'district', 'detail'] as const) {
    await shopper.type(`#field-${part}`, to[part])
  }
}

/** Submits the order and pays on the simulated sheet; answers the order number. */
export async function orderAndPay(shopper: Phone): Promise<string> {
  await shopper.tap('#submit-order')
  await shopper.on('#payment-confirm').waitFor()
  await shopper.shot('shopper-4-payment-sheet')
  await shopper.tap('#payment-confirm')
  return orderNumber(shopper)
}

/** The number of the order whose page is open. */
export async function orderNumber(shopper: Phone): Promise<string> {
  await shopper.page.waitForURL(/pages\/order\/index\?no=GY/)
  return /[?&]no=(GY\w+)/.exec(shopper.page.url())?.[1] ?? ''
}

/** The merchant opens an order of the review queue and approves it. */
export async function approve(merchant: Phone, no: string): Promise<void> {
  await merchant.open(`merchant/review/index?no=${no}`)
  await merchant.tap('#approve')
  await merchant.on('#approve').waitFor({ state: 'detached' })
}

/** The orchard takes the offered work. */
export async function accept(orchard: Phone, parcel: string): Promise<void> {
  await orchard.open(`orchard/job/index?id=${parcel}`)
  await orchard.tap('#accept')
  await orchard.tap('#confirm-yes')
  await orchard.on('#step-sticker').waitFor()
}

/** The orchard records its next step, with a simulated photo. */
export async function record(orchard: Phone, step: string, next: string | null): Promise<void> {
  await orchard.tap('#take-photo')
  await orchard.tap('#camera-simulated')
  await orchard.on('#take-photo taro-image-core, #take-photo img').first().waitFor()
  await orchard.tap(`#step-${step}`)
  await orchard.tap('#confirm-yes')
  if (next) await orchard.on(`#step-${next}`).waitFor()
  else await orchard.on(`#step-${step}`).waitFor({ state: 'detached' })
}

/** The merchant types an imprint code at the intake desk and receives what it stands for. */
export async function receive(merchant: Phone, code: string): Promise<void> {
  await merchant.open('merchant/intake/index')
  await merchant.type('#field-code', code)
  await merchant.tap('#find-code')
  await merchant.tap('#receive')
  await merchant.on('#pass').waitFor()
}

/** Packs a parcel: ticks the check, enters the waybill, ships. */
export async function ship(merchant: Phone, parcel: string, waybill: string): Promise<void> {
  await merchant.open('merchant/packing/index')
  await merchant.tap(`#pack-${parcel}`)
  for (const tick of ['name', 'spec', 'quantity']) await merchant.tap(`#check-${tick}`)
  await merchant.type('#field-waybill', waybill)
  await merchant.tap('#ship')
}
