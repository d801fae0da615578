import { PDFDocument } from 'pdf-lib'
import type { OrderDoc } from '../../domain/order/order'
import { accept, approve, design, fillAddress, HOME, orderAndPay, receive, record, ship } from './support/acts'
import { openStage, type Phone, type Stage } from './support/stage'

const HOUR = 3_600_000
const DAY = 24 * HOUR

let stage: Stage
let shopper: Phone
let merchant: Phone
let orchard: Phone
let no = ''
let code = ''

const order = () =>
  (stage.workbench.cloud.database.exportDocuments('orders') as unknown as OrderDoc[]).find(({ _id }) => _id === no)
const parcel = () => `${no}-F1`

beforeAll(async () => {
  stage = await openStage()
  shopper = await stage.phone('o-shopper-lin')
  merchant = await stage.phone('o-merchant-fang')
  orchard = await stage.phone('o-orchard-qixia')
}, 300_000)
afterAll(() => stage.close())

/** One order from the first tap to the last; each step begins where the one before ended. */
describe('one custom fruit goes all the way', () => {
  it('the shopper sees this season’s fruit, and which of it is over', async () => {
    await shopper.on('#product-fuji').waitFor()
    await shopper.shot('shopper-1-home')
    await shopper.open('pages/product/index?id=gala')
    await shopper.reads(/今年已经贴完字了/)
    await shopper.shot('shopper-1-out-of-season')
  })

  it('the shopper writes a line, orders twelve apples and pays', async () => {
    await shopper.open('pages/product/index?id=fuji')
    await shopper.shot('shopper-2-product')
    await shopper.tap('#write')
    await shopper.type('#field-words', '生日快乐')
    await shopper.shot('shopper-2-studio')
    await design(shopper, '生日快乐', 'twelve')
    await fillAddress(shopper, HOME)
    await shopper.shot('shopper-3-checkout')
    no = await orderAndPay(shopper)
    await shopper.reads('审核中')
    await shopper.shot('shopper-5-in-review')
    const imprint = order()?.lines[0].imprint
    code = imprint?.code ?? ''
    expect(no).toMatch(/^GY260905[0-9A-Z]{7}$/)
    expect(code).toMatch(/^GY26-[0-9A-Z]{6}$/)
    expect(order()).toMatchObject({ state: 'inReview', payment: { state: 'paid' } })
  })

  it('a message with number and expected send date waits for the shopper and opens the order', async () => {
    await shopper.open('pages/inbox/index')
    await shopper.reads(new RegExp(no))
    await shopper.reads(/预计 10月25日 寄出/)
    await shopper.shot('shopper-6-inbox')
    await shopper.tap('#message-0')
    await shopper.page.waitForURL(new RegExp(`order/index\\?no=${no}`))
  })

  it('the merchant reviews and approves it', async () => {
    await merchant.shot('merchant-1-desk')
    await merchant.open('merchant/review/index')
    await merchant.tap(`#review-${no}`)
    await merchant.on('#approve').waitFor()
    await merchant.shot('merchant-2-review')
    await approve(merchant, no)
    expect(order()).toMatchObject({ state: 'accepted', headline: 'growing' })
  })

  it('the orchard sees words and code, and nothing of the customer', async () => {
    await orchard.open('orchard/week/index')
    await orchard.on(`#offer-${parcel()}`).waitFor()
    await orchard.shot('orchard-1-week')
    await orchard.open(`orchard/job/index?id=${parcel()}`)
    await orchard.reads(code)
    const said = await orchard.page.locator('body').innerText()
    for (const secret of [HOME.name, HOME.phone, HOME.detail, 'o-shopper-lin']) expect(said).not.toContain(secret)
    await orchard.shot('orchard-2-offer')
  })

  it('the orchard accepts, and prints a PDF of as many stickers as fruit and spares', async () => {
    await accept(orchard, parcel())
    await orchard.open('orchard/sheets/index')
    await orchard.reads('打印 14 张 · 1 页')
    await orchard.shot('orchard-3-stickers')
    await orchard.tap('#print')
    await orchard.on('#sheet-made').waitFor()
    await orchard.shot('orchard-4-printed')
    // A browser without a screen keeps no tab with a PDF: what would be opened is read instead.
    await orchard.page.evaluate(() => (window.open = (url) => ((document.title = String(url)), null)))
    await orchard.tap('#open-made')
    const file = await fetch(await orchard.page.title())
    const pdf = await PDFDocument.load(await file.arrayBuffer())
    expect(pdf.getPageCount()).toBe(1)
    expect(pdf.getTitle()).toContain('栖霞一号园')
  })

  it('the orchard records sticker, colouring, harvest and dispatch with photos', async () => {
    const { clock } = stage.workbench.cloud
    await clock.advanceTo('2026-09-26T02:00:00.000Z')
    await orchard.open(`orchard/job/index?id=${parcel()}`)
    await record(orchard, 'sticker', 'colour')
    await clock.advanceTo('2026-10-01T02:00:00.000Z')
    await record(orchard, 'colour', 'harvest')
    await clock.advanceTo('2026-10-21T02:00:00.000Z')
    await record(orchard, 'harvest', 'dispatch')
    await record(orchard, 'dispatch', null)
    await orchard.shot('orchard-5-sent')
    await shopper.open(`pages/order/index?no=${no}`)
    await shopper.reads('质检中')
    await shopper.shot('shopper-7-grown')
    expect(order()?.headline).toBe('inspecting')
  })

  it('the merchant finds it by its typed code; not consistent, it goes back with a reason', async () => {
    await receive(merchant, code.toLowerCase().replace('-', ' '))
    await merchant.tap('#take-photo')
    await merchant.tap('#camera-simulated')
    await merchant.shot('merchant-3-bench')
    await merchant.tap('#mismatch')
    await merchant.type('#field-reason', '“乐”缺一点')
    await merchant.shot('merchant-4-mismatch')
    await merchant.tap('#mismatch-confirm')
    await merchant.on('#mismatch-confirm').waitFor({ state: 'detached' })
    await orchard.open(`orchard/job/index?id=${parcel()}`)
    await orchard.reads(/“乐”缺一点/)
    await orchard.shot('orchard-6-came-back')
    await record(orchard, 'sendAgain', null)
  })

  it('it comes again, passes, and the shopper is asked', async () => {
    await receive(merchant, code)
    await merchant.tap('#take-photo')
    await merchant.tap('#camera-simulated')
    await merchant.tap('#pass')
    await merchant.on('#pass').waitFor({ state: 'detached' })
    await shopper.open(`pages/order/index?no=${no}`)
    await shopper.on('#confirm-prompt').waitFor()
    await shopper.shot('shopper-8-say-the-word')
    expect(order()?.headline).toBe('toConfirm')
  })

  it('silence puts it into the cold room, with a place, a clock and a last day', async () => {
    await stage.workbench.cloud.clock.advance(3 * DAY + HOUR)
    await shopper.open(`pages/order/index?no=${no}`)
    await shopper.on(`#cold-${parcel()}`).waitFor()
    await shopper.shot('shopper-9-cold')
    expect(order()?.headline).toBe('cold')
    await stage.workbench.cloud.clock.advance(31 * DAY)
    await shopper.open('pages/inbox/index')
    await shopper.reads('还在冷库里等您')
  })

  it('a later word ships it from there: picking list, waybill, tracking', async () => {
    await shopper.open(`pages/orders/index`)
    await shopper.on(`#order-${no}`).waitFor()
    await shopper.shot('shopper-10-orders')
    await shopper.tap(`#confirm-send-${no}`)
    await shopper.reads('待发货')
    await merchant.open('merchant/packing/index')
    await merchant.on(`#pack-${parcel()}`).waitFor()
    await merchant.shot('merchant-5-packing')
    await ship(merchant, parcel(), 'SF1234567890')
    await merchant.on(`#pack-${parcel()}`).waitFor({ state: 'detached' })
    await stage.workbench.cloud.clock.advance(DAY)
    await shopper.open(`pages/order/index?no=${no}`)
    await shopper.reads('待收货')
    await shopper.on(`#track-${parcel()}`).waitFor()
    await shopper.shot('shopper-11-tracking')
  })

  it('the shopper confirms receipt and the order is done', async () => {
    await stage.workbench.cloud.clock.advance(2 * DAY)
    await shopper.open(`pages/order/index?no=${no}`)
    await shopper.tap('#confirm-receipt')
    await shopper.tap('#confirm-yes')
    await shopper.reads('已完成')
    await shopper.shot('shopper-12-done')
    expect(order()).toMatchObject({ state: 'completed', headline: 'done' })
  })
})
