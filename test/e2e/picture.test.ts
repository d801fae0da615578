import { PNG } from 'pngjs'
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

/** Runs in the page: how many pixels of an image are clear, solid, or between; and its solid colours. */
async function tones(src: string): Promise<{ clear: number; solid: number; between: number; colours: number }> {
  const image = new Image()
  image.src = src
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = image.naturalWidth
  canvas.height = image.naturalHeight
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('no canvas')
  pen.drawImage(image, 0, 0)
  const { data } = pen.getImageData(0, 0, canvas.width, canvas.height)
  const found = { clear: 0, solid: 0, between: 0 }
  const colours = new Set<string>()
  for (let at = 0; at < data.length; at += 4) {
    const alpha = data[at + 3]
    found[alpha < 16 ? 'clear' : alpha > 239 ? 'solid' : 'between']++
    if (alpha === 255) colours.add(data.slice(at, at + 3).join())
  }
  return { ...found, colours: colours.size }
}

describe('a picture on the fruit', () => {
  let no = ''

  it('a file that is no picture is refused in words', async () => {
    await shopper.open('pages/studio/index')
    await shopper.tap('#kind-picture')
    await choose({ name: 'letter.png', mimeType: 'image/png', buffer: Buffer.from('not a picture') })
    await shopper.reads('这张图读不了，换一张试试')
    await shopper.shot('picture-1-unreadable')
  })

  it('a photo becomes a two-tone stencil on the fruit', async () => {
    await choose({ name: 'heart.png', mimeType: 'image/png', buffer: heart() })
    const stencil = shopper.on('#studio-fruit .fruit__stencil img')
    await stencil.waitFor()
    const { clear, solid, between, colours } = await shopper.page.evaluate(
      tones,
      (await stencil.getAttribute('src')) ?? '',
    )
    expect(colours).toBe(1)
    expect(between).toBeLessThan((clear + solid) * 0.06)
    expect(solid / (clear + solid + between)).toBeGreaterThan(0.1)
    await shopper.shot('picture-2-stencil')
    await shopper.tap('#invert-yes')
    await shopper.tap('#invert-no')
    await shopper.tap('#style-logo')
    await shopper.shot('picture-3-logo')
  })

  it('is checked by WeChat, and ordered', async () => {
    await shopper.tap('#picture-use')
    await shopper.reads('这张图可以印')
    await shopper.shot('picture-4-may-be-printed')
    await shopper.tap('#order')
    await shopper.tap('#pack-six')
    await shopper.tap('#to-checkout')
    await shopper.on('#submit-order').waitFor()
    await fillAddress(shopper, HOME)
    no = await orderAndPay(shopper)
    await shopper.reads('审核中')
    await shopper.shot('picture-5-ordered')
    expect(stage.shop.document('orders', no).lines[0].imprint).toMatchObject({ kind: 'picture' })
  })

  it('is seen by the merchant, and by the orchard that grows it', async () => {
    const merchant = await stage.phone(FANG, `merchant/review/index?no=${no}`)
    await merchant.on('#approve').waitFor()
    await merchant.shot('picture-6-review')
    await approve(merchant, no)
    const orchard = await stage.phone(QIXIA, `orchard/job/index?id=${no}-F1`)
    const picture = orchard.on('.paper__picture img')
    await picture.waitFor()
    const { solid, colours } = await orchard.page.evaluate(tones, (await picture.getAttribute('src')) ?? '')
    expect(solid).toBeGreaterThan(1000)
    expect(colours).toBe(1)
    await orchard.shot('picture-7-orchard')
  })
})
