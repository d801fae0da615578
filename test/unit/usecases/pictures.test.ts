import type { PictureDoc } from '../../../cloudfunctions/collections'
import type { Input } from '../../../contract'
import { HOME, orderInput } from '../../stories/acts'
import { CHEN, LIN, newKey, no, yes } from '../../stories/world'
import { fakeWorld, type FakeWorld } from '../support/fake-world'

let world: FakeWorld
beforeEach(async () => void (world = await fakeWorld()))

const upload = (openid = LIN, key = newKey()) =>
  world.ask(openid, 'picture.register', { key, fileId: 'cloud://env/stencil.png', originalId: 'cloud://env/photo.jpg' })
const withPicture = (pictureId: string, productId = 'fuji'): Input<'orders.place'>['lines'] => [
  { productId, packId: 'two', packs: 1, imprint: { kind: 'picture', pictureId } },
]
const order = async (pictureId: string, productId?: string) =>
  world.ask(LIN, 'orders.place', await orderInput(world, LIN, withPicture(pictureId, productId), { address: HOME }))
const judge = (verdict: PictureDoc['verdict'], pictureId: string) =>
  world.ports.db.update('pictures', { _id: pictureId }, { set: { verdict } })

describe('an uploaded picture', () => {
  it('is checked once, however often the page asks', async () => {
    const key = newKey()
    const [one, two] = [await yes(upload(LIN, key)), await yes(upload(LIN, key))]
    expect(two.pictureId).toBe(one.pictureId)
    expect(world.ports.asked.filter((what) => what.startsWith('content.picture'))).toHaveLength(1)
  })

  it('can be ordered while the verdict is awaited; a person will look at it', async () => {
    const { pictureId } = await yes(upload())
    await yes(order(pictureId))
    expect((await world.all('orders'))[0]).toMatchObject({
      content: 'review',
      lines: [{ imprint: { fileId: 'cloud://env/stencil.png' } }],
    })
  })

  it('needs no second look when the machine has passed it', async () => {
    const { pictureId } = await yes(upload())
    await judge('pass', pictureId)
    await yes(order(pictureId))
    expect((await world.all('orders'))[0].content).toBe('pass')
  })

  it('cannot be ordered once it is refused, and the design page says so first', async () => {
    const { pictureId } = await yes(upload())
    await judge('refused', pictureId)
    const verdict = await yes(
      world.ask(LIN, 'design.check', { productId: 'fuji', imprint: { kind: 'picture', pictureId } }),
    )
    expect(verdict.refusal?.code).toBe('PICTURE_REFUSED')
    expect((await no(order(pictureId))).code).toBe('PICTURE_REFUSED')
  })

  it('belongs to the person who uploaded it', async () => {
    const { pictureId } = await yes(upload(CHEN))
    expect((await no(world.ask(LIN, 'picture.get', { pictureId }))).code).toBe('PICTURE_UNKNOWN')
    expect((await no(order(pictureId))).code).toBe('PICTURE_UNKNOWN')
  })

  it('is refused on a fruit that takes words only', async () => {
    const { pictureId } = await yes(upload())
    expect((await no(order(pictureId, 'chunjian'))).code).toBe('PICTURE_NOT_OFFERED')
  })

  it('that is gone from the storage cannot be registered', async () => {
    const gone = { key: newKey(), fileId: 'cloud://env/gone.png', originalId: 'cloud://env/photo.jpg' }
    expect((await no(world.ask(LIN, 'picture.register', gone))).code).toBe('PICTURE_UNKNOWN')
  })
})
