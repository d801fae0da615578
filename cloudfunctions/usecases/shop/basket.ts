import type { Input } from '../../../contract'
import { counterOf, type Pack, type Product } from '../../../domain/catalogue/product'
import { seasonRefusal, type Season, type SendWindow } from '../../../domain/catalogue/season'
import { imprintRefusal, spreadRefusal } from '../../../domain/imprint/imprint'
import { sumFen, type Fen } from '../../../domain/money'
import { Refused, reject } from '../../../domain/refusals'
import { dayOf, type Day } from '../../../domain/time'
import type { PictureDoc } from '../../collections'
import type { Ports } from '../../ports/ports'
import { seasonOf, sendWindowOf } from '../views/product-view'
import { currentSeasons } from './seasons'

type AskedLine = Input<'checkout.quote'>['lines'][number]

/** One asked line with everything known about it. */
export interface BasketLine {
  asked: AskedLine
  product: Product
  pack: Pack
  season: Season | null
  picture: PictureDoc | null
  counterId: string
  unitFen: Fen
  totalFen: Fen
}

export interface Basket {
  lines: BasketLine[]
  goodsFen: Fen
  grams: number
  expectedSendDay: Day
  sendWindow: SendWindow
}

/** What the database knows of the asked lines; three reads at once. */
export interface Shelf {
  products: Product[]
  seasons: Season[]
  pictures: PictureDoc[]
}

export async function readShelf(ports: Ports, openid: string, lines: readonly AskedLine[]): Promise<Shelf> {
  const productIds = [...new Set(lines.map(({ productId }) => productId))]
  const pictureIds = lines.flatMap(({ imprint }) => (imprint?.kind === 'picture' ? [imprint.pictureId] : []))
  const [products, seasons, pictures] = await Promise.all([
    ports.db.find('products', { where: { _id: { in: productIds }, onSale: true }, limit: productIds.length }),
    currentSeasons(ports),
    pictureIds.length > 0
      ? ports.db.find('pictures', {
          where: { _id: { in: [...new Set(pictureIds)] }, openid },
          limit: pictureIds.length,
        })
      : [],
  ])
  return { products, seasons, pictures }
}

/**
 * Prices the lines at today's prices and adds up weight and the promised day. Throws PRODUCT_UNKNOWN or PACK_UNKNOWN
 * with the line's field.
 */
export function fillBasket(lines: readonly AskedLine[], shelf: Shelf, today: Day): Basket {
  const filled = lines.map((asked, i): BasketLine => {
    const product =
      shelf.products.find(({ _id }) => _id === asked.productId) ?? reject('PRODUCT_UNKNOWN', {}, `lines.${i}`)
    const pack = product.packs.find(({ id }) => id === asked.packId) ?? reject('PACK_UNKNOWN', {}, `lines.${i}.packId`)
    const { imprint } = asked
    return {
      asked,
      product,
      pack,
      season: seasonOf(product, shelf.seasons),
      picture:
        imprint?.kind === 'picture' ? (shelf.pictures.find(({ _id }) => _id === imprint.pictureId) ?? null) : null,
      counterId: counterOf(product),
      unitFen: pack.priceFen,
      totalFen: pack.priceFen * asked.packs,
    }
  })
  const sendWindow = together(filled.map(({ season }) => sendWindowOf(season, today)))
  return {
    lines: filled,
    goodsFen: sumFen(filled.map(({ totalFen }) => totalFen)),
    grams: filled.reduce((sum, { product, pack, asked }) => sum + product.gramsEach * pack.pieces * asked.packs, 0),
    expectedSendDay: sendWindow.from,
    sendWindow,
  }
}

// What is ordered together is complete with its last fruit.
function together(windows: readonly SendWindow[]): SendWindow {
  const last = (days: readonly Day[]) => days.reduce((a, b) => (a > b ? a : b))
  return { from: last(windows.map(({ from }) => from)), to: last(windows.map(({ to }) => to)) }
}

/** Throws the first reason why this basket cannot be ordered at that moment: season, imprint, picture (O2, G3, W1). */
export function checkBasket(basket: Basket, now: string): void {
  basket.lines.forEach((line, i) => {
    const { product, pack, season, asked, picture } = line
    const field = `lines.${i}`
    if (product.kind === 'ready') return
    if (!season) return reject('OUT_OF_SEASON', { name: product.name }, field)
    if (!asked.imprint) return reject('IMPRINT_MISSING', {}, `${field}.imprint`)
    const refusal =
      seasonRefusal(season, dayOf(now), product.name, field) ??
      imprintRefusal(asked.imprint, product, `${field}.imprint`) ??
      spreadRefusal(asked.imprint, pack.pieces, `${field}.imprint`)
    if (refusal) throw new Refused(refusal)
    if (asked.imprint.kind !== 'picture') return
    if (!picture) return reject('PICTURE_UNKNOWN', {}, `${field}.imprint.pictureId`)
    if (picture.verdict === 'refused') return reject('PICTURE_REFUSED', {}, `${field}.imprint.pictureId`)
  })
}
