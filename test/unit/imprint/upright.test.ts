import sharp from 'sharp'
import { decodePhoto } from '../../../imprint/press/decode-photo'
import { orientationIn } from '../../../imprint/press/upright'

const [WIDTH, HEIGHT] = [32, 16]

/** A picture of which no turn or mirror image is the same: it gets redder to the right and greener downwards. */
function slopes(): Buffer {
  const bytes = Buffer.alloc(WIDTH * HEIGHT * 3)
  for (let y = 0; y < HEIGHT; y++) for (let x = 0; x < WIDTH; x++) bytes.set([x * 7, y * 14, 40], (y * WIDTH + x) * 3)
  return bytes
}

test.each([1, 2, 3, 4, 5, 6, 7, 8])('a photo saved with orientation %i is read as viewers show it', async (held) => {
  const raw = { width: WIDTH, height: HEIGHT, channels: 3 } as const
  const jpeg = await sharp(slopes(), { raw }).withMetadata({ orientation: held }).jpeg({ quality: 98 }).toBuffer()
  const { data, info } = await sharp(jpeg).autoOrient().ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  const read = decodePhoto(jpeg)
  expect([read?.width, read?.height]).toEqual([info.width, info.height])
  const furthest = data.reduce((far, byte, i) => Math.max(far, Math.abs(byte - (read?.pixels[i] ?? 999))), 0)
  expect(furthest).toBeLessThan(12)
})

const little = (...shorts: number[]) => shorts.flatMap((short) => [short & 255, short >> 8])
const field = (tag: number, kind: number, value: number) => little(tag, kind, 1, 0, value, 0)
const exif = (...rest: number[]) => Uint8Array.from([0, 0x49, 0x49, ...little(42, 8, 0), ...rest])

test('the orientation is found among other fields', () => {
  expect(orientationIn(exif(...little(2), ...field(0x0100, 3, 7), ...field(0x0112, 3, 2)))).toBe(2)
})

test.each([
  ['says nothing', Uint8Array.of()],
  ['has no header', Uint8Array.of(0, 1, 2, 3)],
  ['ends in the middle', exif(...little(2), ...field(0x0100, 3, 7))],
  ['says what there is not', exif(...little(1), ...field(0x0112, 3, 9))],
])('a note that %s turns nothing', (_, note) => {
  expect(orientationIn(note)).toBe(1)
})
