import { PNG } from 'pngjs'
import type { OrderDoc } from '../../domain/order/order'
import { FANG, LIN, QIXIA } from '../stories/world'
import { approve, fillAddress, HOME, orderAndPay } from './support/acts'
import { openStage, type Phone, type Stage } from './support/stage'

let stage: Stage
let shopper: Phone

beforeAll(async () => {
  stage = await openStage()
  shopper = await stage.phone(LIN)
}, 300_000)
afterAll(() => stage.close())

/** A dark heart on a light ground that grows brighter to the right, as a phone's photo would. */
function heart(side = 320): Buffer {
  const picture = new PNG({ width: side, height: side })
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const [u, v] = [(x / side - 0.5) * 3, (0.46 - y / side) * 3]
      const inside = (u * u + v * v - 1) ** 3 - u * u * v ** 3 < 0
      const light = 190 + Math.round((x / side) * 50)
      const at = (y * side + x) * 4
      picture.data.set(inside ? [120, 24, 30, 255] : [light, light - 6, light - 18, 255], at)
    }
  }
  return PNG.sync.write(picture)
}

async function choose(file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
  const [chooser] = await Promise.all([shopper.page.waitForEvent('filechooser'), shopper.tap('#picture-choose')])
  await chooser.setFiles(file)
}

/** Drags from the middle of something by so many px, with the mouse that stands for a finger. */
async function drag(selector: string, dx: number, dy = 0): Promise<void> {
  // The fruit stays at the top and the price at the bottom: only the middle of the screen is free for a finger.
  await shopper.on(selector).evaluate((element) => element.scrollIntoView({ block: 'center' }))
  const box = await shopper.on(selector).boundingBox()
  if (!box) throw new Error(`${selector} cannot be seen`)
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await shopper.page.mouse.move(x, y)
  await shopper.page.mouse.down()
  await shopper.page.mouse.move(x + dx, y + dy, { steps: 5 })
  await shopper.page.mouse.up()
}

/** Where the photo under the round window begins, px. */
const photoLeft = async () => (await shopper.on('.crop__photo').boundingBox())?.x ?? 0

/** Three designs of one order: words over the fruit of a box, a motif, a photo. */
describe('from a thought to three designs on their way to the orchard', () => {
  let no = ''

  it('words are set as they are typed, and what would blur is found and mended with a tap', async () => {
    await shopper.open('pages/studio/index')
    await shopper.tap('#start-text')
    await shopper.tap('#suggest-生日快乐')
    await shopper.reads(/字幅 \d+ mm/)
    await shopper.tap('#face-song')
    await shopper
      .on('#hints')
      .getByText(/最细的笔画/)
      .waitFor()
    await shopper.shot('studio-1-too-fine')
    await shopper.tap('#fix-face')
    await shopper.reads(/能印得清楚/)
    await shopper.on('#fix-undo').waitFor()
    await shopper.shot('studio-2-mended')
    await shopper.tap('#direction-columns')
    await shopper.tap('#growth-before')
    await shopper.shot('studio-3-columns-with-sticker')
    await shopper.tap('#growth-harvest')
  })

  it('one character on each fruit goes into the box they fill', async () => {
    await shopper.tap('#spread-each')
    await shopper.on('#spread-twelve').getByText('每个字 3 枚').waitFor()
    await shopper.tap('#fruit-3')
    await shopper.reads(/能印得清楚/)
    await shopper.shot('studio-4-one-each')
    await shopper.tap('#order')
    await shopper.on('#pack-twelve[aria-checked="true"]').waitFor()
    await shopper.shot('studio-5-pack')
    await shopper.tap('#sheet-more')
  })

  it('a motif is the second design', async () => {
    await shopper.tap('#kind-motif')
    await shopper.tap('#motif-heart')
    await shopper.reads(/能印得清楚/)
    await shopper.shot('studio-6-motif')
    await shopper.tap('#add-design')
  })

  it('a file that is no picture is refused in words', async () => {
    await shopper.tap('#kind-picture')
    await choose({ name: 'letter.png', mimeType: 'image/png', buffer: Buffer.from('not a picture') })
    await shopper.reads('这张图读不了，换一张试试')
  })

  it('a photo is tuned under the finger, checked by WeChat, and is the third', async () => {
    await choose({ name: 'heart.png', mimeType: 'image/png', buffer: heart() })
    await shopper.on('#crop').waitFor()
    await shopper.tap('#style-logo')
    await drag('#zoom-track', 20)
    const before = await photoLeft()
    await drag('#crop', 12, -8)
    expect(Math.round((await photoLeft()) - before)).toBe(12)
    await shopper.tap('#turn-quarter')
    await shopper.shot('studio-7-tuned')
    await shopper.tap('#tune-reset')
    await shopper.tap('#picture-use')
    await shopper.reads('这张图可以印')
    await shopper.shot('studio-8-may-be-printed')
  })

  it('all three are ordered in one go', async () => {
    await shopper.tap('#order')
    await shopper.tap('#pack-two')
    await shopper.tap('#to-checkout')
    await shopper.on('#submit-order').waitFor()
    await shopper.shot('studio-9-checkout')
    await fillAddress(shopper, HOME)
    no = await orderAndPay(shopper)
    await shopper.reads('审核中')
    await shopper.shot('studio-10-ordered')
    const { lines } = stage.shop.document('orders', no) as unknown as OrderDoc
    expect(lines.map(({ imprint, pieces }) => [imprint?.kind, imprint?.stencils.length, pieces])).toEqual([
      ['text', 4, 12],
      ['motif', 1, 2],
      ['picture', 1, 2],
    ])
  })

  it('they are seen by the merchant, and by the orchard that grows them', async () => {
    const merchant = await stage.phone(FANG, `merchant/review/index?no=${no}`)
    await merchant.on('#approve').waitFor()
    await merchant.shot('studio-11-review')
    await approve(merchant, no)
    const orchard = await stage.phone(QIXIA, `orchard/job/index?id=${no}-F3`)
    await orchard.on('.paper__sheet img').first().waitFor()
    await orchard.shot('studio-12-orchard')
  })
})
