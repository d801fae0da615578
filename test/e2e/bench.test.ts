import { toBuffer } from 'qrcode'
import { approved, grown, place } from '../stories/acts'
import { FANG, LIN, type World } from '../stories/world'
import { codeOf } from './support/autumn'
import { openStage, type Phone, type Stage } from './support/stage'

let stage: Stage
let world: World
let merchant: Phone
let no = ''

beforeAll(async () => {
  stage = await openStage()
  world = await stage.newWorld()
  const six = { productId: 'fuji', packId: 'six', packs: 1 } as const
  no = (await place(world, LIN, [{ ...six, imprint: { kind: 'text', text: '福', face: 'hei' } }])).no
  await grown(world, await approved(world, no))
  merchant = await stage.phone(FANG, 'merchant/intake/index')
}, 300_000)
afterAll(() => stage.close())

describe('an inspector works through a crate', () => {
  it('reads the QR code from a photo of the tag, and receives the parcel', async () => {
    const png = await toBuffer(await codeOf(world, no), { width: 300, margin: 4 })
    await merchant.on('#scan').waitFor()
    await merchant.shot('bench-1-intake')
    const chooser = merchant.page.waitForEvent('filechooser')
    await merchant.tap('#scan')
    await (await chooser).setFiles({ name: 'tag.png', mimeType: 'image/png', buffer: png })
    await merchant.tap('#receive')
    await merchant.on('#judge-good').waitFor()
  })

  it('sees where the machine finds the imprint, and decides with one tap', async () => {
    await merchant.tap('#take-photo')
    await merchant.on('#capture').waitFor()
    await merchant.shot('bench-2-capture')
    await merchant.tap('#camera-simulated')
    await merchant.on('#verdict').waitFor()
    await merchant.shot('bench-3-opinion')
    await merchant.inSight('#judge-good')
    await merchant.tap('#judge-good')
    await merchant.reads('第 2 枚 / 共 6 枚')
    await merchant.tap('#capture-close')
    await merchant.tap('#judge-good')
    await merchant.reads('第 3 枚 / 共 6 枚')
    const [comparison, ...others] = await world.all('comparisons')
    expect(others).toEqual([])
    expect(comparison).toMatchObject({ fruit: 1, opinion: { verdict: 'consistent' }, agreement: 'agreed' })
  })

  it('says in one tap what is wrong with a fruit, and parts good from bad', async () => {
    await merchant.tap('#judge-bad')
    await merchant.on('#fruit-bad-suggest-blurred').waitFor()
    await merchant.shot('bench-4-reason')
    await merchant.tap('#fruit-bad-suggest-blurred')
    await merchant.reads('第 4 枚 / 共 6 枚')
    await merchant.on('#pass-good').scrollIntoViewIfNeeded()
    await merchant.shot('bench-5-whole')
    await merchant.tap('#pass-good')
    await merchant.on('#bad-3').waitFor()
    await merchant.shot('bench-6-split')
    await merchant.tap('#split-confirm')
    await merchant.on('#to-intake').waitFor()
    await merchant.shot('bench-7-left')
  })

  it('finds the bad one back at its orchard, and the good ones with their shopper', async () => {
    await merchant.tap('#to-intake')
    await merchant.tap('#intake-tab-mismatched')
    await merchant.on(`#intake-${no}-F1B`).waitFor()
    await merchant.shot('bench-8-back')
    const [good, bad] = [`${no}-F1`, `${no}-F1B`].map((id) => stage.shop.document('fulfilments', id))
    expect(good).toMatchObject({ state: 'passed', fruit: [1, 2, 4, 5, 6] })
    expect(bad).toMatchObject({ state: 'mismatched', fruit: [3] })
  })
})
