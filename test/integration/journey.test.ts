import { PLAIN_WISH } from '../../domain/imprint/picture'
import { PHOTO } from '../support/photo'
import { approved, orderInput } from '../stories/acts'
import { journeyStory } from '../stories/journey'
import { LIN, newKey, no, QIXIA, yes, type World } from '../stories/world'
import { MINUTE, startTestCloud, type TestCloud } from './support/cloud'
import { cloudWorld } from './support/cloud-world'

jest.setTimeout(120_000)

let shop: TestCloud
let open: () => Promise<World>
beforeAll(async () => {
  shop = await startTestCloud()
  open = cloudWorld(shop)
})
afterAll(() => shop.close())

describe('the journey of an order, through the deployed functions', () => journeyStory(() => open()))

describe('a picture as an imprint, through the deployed functions', () => {
  const upload = async (world: World, name: string) => {
    const fileId = shop.cloud.saveFile(`designs/${name}`, PHOTO)
    const { pictureId } = await yes(
      world.ask(LIN, 'picture.register', { key: newKey(), productId: 'fuji', fileId, wish: PLAIN_WISH }),
    )
    await shop.cloud.clock.advance(10 * MINUTE)
    const lines = [{ productId: 'fuji', packId: 'two', packs: 1, imprint: { kind: 'picture' as const, pictureId } }]
    return { pictureId, input: await orderInput(world, LIN, lines) }
  }

  it('is checked, ordered, approved, and reaches the orchard as what is to be cut', async () => {
    const world = await open()
    const { pictureId, input } = await upload(world, 'cat.png')
    expect((await yes(world.ask(LIN, 'picture.get', { pictureId }))).verdict).toBe('pass')
    const placed = await yes(world.ask(LIN, 'orders.place', input))
    const job = await yes(world.ask(QIXIA, 'work.get', { id: await approved(world, placed.no) }))
    expect(job).toMatchObject({ imprint: { kind: 'picture', code: placed.codes[0] }, pieces: 2 })
    expect(job.art).toEqual([expect.stringMatching(/^M[-\d]/)])
  })

  it('cannot be ordered once WeChat has found it wanting', async () => {
    const world = await open()
    shop.cloud.machine.security.setRules('media', [{ match: 'gun', suggest: 'risky', label: 20006 }])
    const { input } = await upload(world, 'gun.png')
    expect((await no(world.ask(LIN, 'orders.place', input))).code).toBe('PICTURE_REFUSED')
  })
})
