import type { Picture } from '../raster'
import type { Circle } from './fruit-outline'
import { blurred, blurredByWeight, blurredTogether, quantile, type Plane } from './plane'

const { ceil, floor, max, min } = Math

/** An apple is looked at so large at most, radius in px: some 3.5 px for each mm. */
const RADIUS = 144
/** How much around the fruit is looked at, in radii. */
const AROUND = 1.06

/** The fruit cut out of the photo, as one number a pixel: how pale (or how marked) the skin is there. */
export interface Skin {
  /** The fruit in pixels of `pale`. */
  circle: { x: number; y: number; radius: number }
  /** Where pixel 0, 0 lies in the photo, and photo pixels for each pixel. */
  left: number
  top: number
  scale: number
  pale: Plane
  /** What it was made of: red, green and blue, each against the light that falls there. */
  tones: readonly [red: Plane, green: Plane, blue: Plane]
  /** The fruit as it was photographed, and what kind of mark is looked for: to tone it again. */
  colours: Colours
  mark: 'pale' | 'dark'
  /** How far a pixel can be believed, 0..1: nothing in glare. */
  trust: Plane
  /** Share of the fruit in glare, and how bright the brightest tenth of the skin is, 0..1. */
  glare: number
  brightness: number
}

/** The same skin when less of it can be believed than was thought. */
export function trusting(skin: Skin, trust: Plane): Skin {
  const tones = tonesOf(skin.colours, trust, skin.circle.radius, skin.mark)
  return { ...skin, trust, tones, pale: mixed(tones, skin.mark === 'pale' ? PALER : DARKER) }
}

/** Red, green and blue one after the other, 0..255. */
interface Colours {
  width: number
  height: number
  red: Float32Array
  green: Float32Array
  blue: Float32Array
}

/** Looks at the fruit through the channel along which skin and imprint differ and light matters least; larger fruit enlarged. */
export function readSkin(photo: Picture, fruit: Circle, kind?: 'pale' | 'dark', enlarged = 1): Skin {
  const scale = max(1, fruit.radius / (RADIUS * enlarged))
  const side = ceil((2 * AROUND * fruit.radius) / scale)
  const left = fruit.x - AROUND * fruit.radius
  const top = fruit.y - AROUND * fruit.radius
  const colours = cutOut(photo, left, top, scale, side)
  const circle = { x: (fruit.x - left) / scale - 0.5, y: (fruit.y - top) / scale - 0.5, radius: fruit.radius / scale }
  const inside = insideOf(circle, side)
  const { trust, glare, brightness } = trustIn(colours, inside, circle.radius)
  const mark = kind ?? markOn(colours, trust)
  const tones = tonesOf(colours, trust, circle.radius, mark)
  const pale = mixed(tones, mark === 'pale' ? PALER : DARKER)
  return { circle, left, top, scale, pale, tones, colours, mark, trust, glare, brightness }
}

/** A square of the photo, each pixel the mean of what it covers; black outside. */
function cutOut({ width, height, pixels }: Picture, left: number, top: number, scale: number, side: number): Colours {
  const plane = () => new Float32Array(side * side)
  const [red, green, blue] = [plane(), plane(), plane()]
  for (let y = 0; y < side; y++) {
    const fromY = top + y * scale
    for (let x = 0; x < side; x++) {
      const fromX = left + x * scale
      let [r, g, b, shares] = [0, 0, 0, 0]
      for (let py = floor(fromY); py < fromY + scale; py++) {
        if (py < 0 || py >= height) continue
        const high = min(py + 1, fromY + scale) - max(py, fromY)
        for (let px = floor(fromX); px < fromX + scale; px++) {
          if (px < 0 || px >= width) continue
          const share = high * (min(px + 1, fromX + scale) - max(px, fromX))
          const at = (py * width + px) * 4
          r += share * pixels[at]
          g += share * pixels[at + 1]
          b += share * pixels[at + 2]
          shares += share
        }
      }
      if (shares === 0) continue
      const to = y * side + x
      red[to] = r / shares
      green[to] = g / shares
      blue[to] = b / shares
    }
  }
  return { width: side, height: side, red, green, blue }
}

function insideOf({ x, y, radius }: { x: number; y: number; radius: number }, side: number): Uint8Array {
  const inside = new Uint8Array(side * side)
  const most = (radius * 1.03) ** 2
  for (let py = 0; py < side; py++) {
    for (let px = 0; px < side; px++) if ((px - x) ** 2 + (py - y) ** 2 <= most) inside[py * side + px] = 1
  }
  return inside
}

/** What is this white is glare: skin and imprint are both far more colourful. */
const WHITE = 0.84
/** Burnt out red with so much green in it, and the green like the blue, is glare too. */
const PINK = 100
/** Too dark to tell colours apart, in 0..255. */
const DARK = 22
/** Glare reaches this far beyond what can be told from its colour, in radii of the fruit. */
const HALO = 0.016

function trustIn({ width, height, red, green, blue }: Colours, inside: Uint8Array, radius: number) {
  const sure = new Float32Array(width * height)
  const bright = new Float32Array(width * height)
  let fruit = 0
  let glaring = 0
  for (let i = 0; i < sure.length; i++) if (inside[i]) bright[fruit++] = max(red[i], green[i], blue[i])
  const brightness = quantile(bright.subarray(0, fruit), 0.9) / 255
  const whiteFrom = max(90, 0.6 * brightness * 255)
  for (let i = 0; i < sure.length; i++) {
    if (!inside[i]) continue
    const [r, g, b] = [red[i], green[i], blue[i]]
    const least = min(r, g, b)
    const most = max(r, g, b)
    let trust = 1
    if (least > 225 || (least > WHITE * most && most > whiteFrom)) trust = 0
    else if (r >= 235 && g > PINK && g - b < 0.12 * g) trust = 0.1
    if (trust < 0.2) glaring++
    if (most < DARK) trust *= most / DARK
    sure[i] = trust
  }
  const spread = blurred({ width, height, values: sure }, radius * HALO).values
  // A pixel that lies next to glare is half in it.
  for (let i = 0; i < sure.length; i++) if (inside[i]) sure[i] *= max(0, 2 * spread[i] - 1)
  return { trust: { width, height, values: sure }, glare: fruit ? glaring / fruit : 0, brightness }
}

/** Light that shines on a part of the fruit is taken to be even over so much of it, in radii. */
const EVEN = 0.1
const LEAST_LIGHT = 24
/** Finer than this the skin shows its dots and the camera its noise, in radii (a third of a mm of an apple). */
const FINE = 0.008

/** Red so many times as strong as green: what the sun has reddened, a film leaves pale; on green and yellow a laser burns. */
const RUDDY = 1.35

function markOn({ red, green }: Colours, trust: Plane): 'pale' | 'dark' {
  const ratios = red.map((value, i) => value / max(1, green[i])).filter((_, i) => trust.values[i] > 0.5)
  return ratios.length === 0 || quantile(ratios, 0.5) > RUDDY ? 'pale' : 'dark'
}

/** Each colour divided by the light that falls there, which leaves neither shade nor shape. */
function tonesOf({ width, height, red, green, blue }: Colours, trust: Plane, radius: number, mark: 'pale' | 'dark') {
  const light = new Float32Array(red.length)
  for (let i = 0; i < light.length; i++) light[i] = min(mark === 'pale' ? red[i] : max(red[i], green[i]), 235)
  const even = blurredByWeight({ width, height, values: light }, trust, radius * EVEN).values
  const tone = (colour: Float32Array): Plane => {
    const values = new Float32Array(colour.length)
    for (let i = 0; i < values.length; i++) values[i] = colour[i] / max(LEAST_LIGHT, even[i])
    return { width, height, values }
  }
  const [r, g, b] = blurredTogether([tone(red), tone(green), tone(blue)], trust, radius * FINE)
  return [r, g, b] as const
}

const GAMMA = 2.2

/**
 * The skin as light is reflected by it, green against red (or red against green, under a laser), which tells how much of a
 * mark there is whatever the fruit and the light: pixels grow with a root of the light, so a tenth of a mark seems more.
 */
export function inLight(skin: Skin): Skin {
  const { red, green } = skin.colours
  const [part, whole] = skin.mark === 'pale' ? [green, red] : [red, green]
  const values = part.map((value, i) => (value / max(LEAST_LIGHT, whole[i])) ** GAMMA)
  const plane = { width: skin.colours.width, height: skin.colours.height, values }
  const [pale] = blurredTogether([plane], skin.trust, skin.circle.radius * FINE)
  return { ...skin, pale }
}

/** How much of red, green and blue make the channel. */
export type Mix = readonly [red: number, green: number, blue: number]

// Glare adds the same to red and green, so their difference shows the skin through it; a share of green less blue tells
// cream from red and orange.
const PALER: Mix = [-1, 1.35, -0.35]
const DARKER: Mix = [1, -1.5, 0]

export function mixed([red, green, blue]: Skin['tones'], [r, g, b]: Mix): Plane {
  const values = new Float32Array(red.values.length)
  for (let i = 0; i < values.length; i++) values[i] = r * red.values[i] + g * green.values[i] + b * blue.values[i]
  return { width: red.width, height: red.height, values }
}
