import { blurMask, sampleMask, type Picture } from '../../imprint/raster'
import { drawBackdrop } from './backdrop'
import { makeBody, newHit } from './body'
import { lensOf } from './camera'
import { decide, type Wish } from './decide'
import type { SampleDesign } from './designs'
import { develop, opened } from './develop'
import { diceOf } from './dice'
import { DESIGN_PX } from './drawings'
import { printed } from './faults'
import { lightOn, shadeAt, type Lit } from './light'
import type { Scene } from './scene'
import { skinOf } from './skin'
import { drawStalk } from './stalk'
import { toSticker } from './sticker'

const { cos, max, min, sin, sqrt } = Math

/** What a photo truly shows. */
export interface Truth {
  design: string
  scene: Scene
  /** Share of the ink that is missing by the fault. */
  erased: number
  /** Of the imprint's ink on the visible side: the share under glare, and the share in shade. */
  glare: number
  shaded: number
}

export interface Photo {
  jpeg: Buffer
  picture: Picture
  truth: Truth
}

const PX_PER_MM = DESIGN_PX / 40
/** More white light than this over the skin hides what is on it. */
const BLINDING = 0.3

/** Takes the photo: the same wish and design give the same bytes. */
export async function takePhoto(wish: Wish, design: SampleDesign): Promise<Photo> {
  const scene = decide(wish)
  const { width, height } = scene.camera
  const light = drawBackdrop(scene.backdrop, scene.camera, diceOf(scene.seed, 'table').below(10000))
  const brightness = 1 / (0.72 * scene.light.ambient + 0.85)
  for (let i = 0; i < light.length; i++) light[i] /= brightness
  const behind = scene.body.axes.stem[2] < 0.1
  if (behind) drawStalk(light, scene)
  const seen = drawFruit(light, scene, design)
  if (!behind) drawStalk(light, scene)
  const gain = scene.exposure.gain * brightness
  const jpeg = await develop(light, width, height, { ...scene.exposure, gain }, scene.seed)
  return { jpeg, picture: await opened(jpeg), truth: { design: design.id, scene, ...seen } }
}

/** Renders the fruit into the light of the table. */
function drawFruit(light: Float32Array, scene: Scene, design: SampleDesign): Omit<Truth, 'design' | 'scene'> {
  const { camera, imprint: pose } = scene
  const made = printed(design, scene.fault, diceOf(scene.seed, 'fault'))
  const film = blurMask(made.mask, pose.bleedMm * PX_PER_MM * 0.6)
  const body = makeBody(scene.body)
  const onSticker = toSticker(pose, body)
  const paint = skinOf(scene.skin, scene.seed)
  const shine = lightOn(scene.light, scene.skin.fuzz)
  const lens = lensOf(camera)
  const [hit, at, lit, albedo] = [newHit(), { right: 0, down: 0 }, { diffuse: 0, glare: 0 } as Lit, new Float64Array(3)]
  const [fadeX, fadeY] = [cos(pose.fade.angle), sin(pose.fade.angle)]
  const edge = camera.fruit.radius
  let [ink, glared, shaded] = [0, 0, 0]
  forEachPixel(scene, (x, y) => {
    const dx = (x + 0.5 - camera.width / 2) / camera.focalPx
    const dy = (y + 0.5 - camera.height / 2) / camera.focalPx
    if (!body.shoot(lens, dx, dy, -1, hit)) return
    const cover = min(1, max(0, hit.within * edge + 0.5))
    if (cover === 0) return
    let share = 0
    if (onSticker(hit.x, hit.y, hit.z, at)) {
      const whole = sampleMask(film, (at.right + 20) * PX_PER_MM, (at.down + 20) * PX_PER_MM)
      const fade = 1 - (1 - pose.fade.least) * min(1, max(0, 0.5 + (at.right * fadeX + at.down * fadeY) / 30))
      share = whole * pose.contrast * fade
    }
    paint(hit, share, albedo)
    const [vx, vy, vz] = [lens[0] - hit.x, lens[1] - hit.y, lens[2] - hit.z]
    const far = sqrt(vx * vx + vy * vy + vz * vz)
    const left = shadeAt(scene.light.shade, (x - camera.fruit.x) / edge, (y - camera.fruit.y) / edge)
    shine(hit, vx / far, vy / far, vz / far, left, lit)
    if (share > 0.25 * pose.contrast) {
      ink++
      if (lit.glare > BLINDING) glared++
      if (left < 0.8) shaded++
    }
    const to = (y * camera.width + x) * 3
    for (let i = 0; i < 3; i++) {
      light[to + i] += (albedo[i] * lit.diffuse + lit.glare - light[to + i]) * cover
    }
  })
  return { erased: made.erased, glare: ink ? glared / ink : 0, shaded: ink ? shaded / ink : 0 }
}

/** Every pixel that the fruit may cover. */
function forEachPixel({ camera: { width, height, fruit } }: Scene, visit: (x: number, y: number) => void): void {
  const reach = fruit.radius * 1.3
  const [left, right] = [max(0, Math.floor(fruit.x - reach)), min(width, Math.ceil(fruit.x + reach))]
  const [top, bottom] = [max(0, Math.floor(fruit.y - reach)), min(height, Math.ceil(fruit.y + reach))]
  for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) visit(x, y)
}
