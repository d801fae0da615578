import { takeMediaVerdict } from '../../../cloudfunctions/usecases/events/media-verdict'
import type { PictureDoc } from '../../../cloudfunctions/collections'
import type { Input } from '../../../contract'
import { PLAIN_WISH } from '../../../domain/imprint/picture'
import { HOME, orderInput } from '../../stories/acts'
import { CHEN, LIN, newKey, no, yes } from '../../stories/world'
import { fakeWorld, type FakeWorld } from '../support/fake-world'

let world: FakeWorld
beforeEach(async () => void (world = await fakeWorld()))

const upload = (openid = LIN, key = newKey()) =>
  world.ask(openid, 'picture.register', {
    key,
    productId: 'fuji',
    fileId: 'cloud://env/designs/photo.jpg',
    wish: PLAIN_WISH,
  })
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
      lines: [{ imprint: { fileId: 'cloud://env/designs/photo.jpg' } }],
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

  it('is judged by a verdict that comes before it is written', async () => {
    const { picture } = world.ports.content
    const early = (traceId: string) => takeMediaVerdict(world.ports, { traceId, verdict: 'refused' })
    world.ports.content.picture = async (openid, url) => {
      const started = await picture(openid, url)
      await early(started.traceId)
      return started
    }
    const { pictureId, verdict } = await yes(upload())
    expect(verdict).toBe('refused')
    expect((await no(order(pictureId))).code).toBe('PICTURE_REFUSED')
  })

  it('is judged by a verdict that comes while it is being written', async () => {
    const { insert } = world.ports.db
    world.ports.db.insert = async (collection, ...docs) => {
      const { pictureId } = collection === 'verdicts' ? await yes(upload()) : { pictureId: '' }
      const written = await insert(collection, ...docs)
      if (pictureId) expect((await world.all('pictures'))[0].verdict).toBe('pending')
      return written
    }
    await takeMediaVerdict(world.ports, { traceId: 'trace-https://files/env/designs/photo.jpg', verdict: 'pass' })
    expect((await world.all('pictures')).map(({ verdict }) => verdict)).toEqual(['pass'])
  })

  it('is not answered for another one under the same key, nor for another person', async () => {
    const key = newKey()
    await yes(upload(LIN, key))
    const other = { key, productId: 'fuji', fileId: 'cloud://env/designs/other.png', wish: PLAIN_WISH }
    expect((await no(world.ask(LIN, 'picture.register', other))).code).toBe('PICTURE_UNKNOWN')
    expect((await no(upload(CHEN, key))).code).toBe('PICTURE_UNKNOWN')
    expect(await world.all('pictures')).toMatchObject([{ openid: LIN, fileId: 'cloud://env/designs/photo.jpg' }])
  })

  it('that is gone from the storage cannot be registered', async () => {
    const gone = { key: newKey(), productId: 'fuji', fileId: 'cloud://env/designs/gone.png', wish: PLAIN_WISH }
    expect((await no(world.ask(LIN, 'picture.register', gone))).code).toBe('PICTURE_UNKNOWN')
  })
})
