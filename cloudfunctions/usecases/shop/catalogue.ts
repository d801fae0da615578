import type { ProductView } from '../../../contract'
import { counterOf, type Product } from '../../../domain/catalogue/product'
import type { Season } from '../../../domain/catalogue/season'
import { reject } from '../../../domain/refusals'
import { dayOf } from '../../../domain/time'
import type { Ports } from '../../ports/ports'
import { countersOf, productView, seasonOf } from '../views/product-view'
import { currentSeasons } from './seasons'
import type { Context } from '../core/answer'

const SHELF = 200

/** Everything on sale in shelf order, with season and what is left (O1). Two steps: the shelf, then its counters. */
export async function listCatalogue({ ports }: Context): Promise<{ products: ProductView[] }> {
  const [products, seasons] = await Promise.all([
    ports.db.find('products', { where: { onSale: true }, order: [['sort', 'asc']], limit: SHELF }),
    currentSeasons(ports),
  ])
  return { products: await withCounters(ports, products, seasons) }
}

/** One product of the shelf. Throws PRODUCT_UNKNOWN, also for one that was taken off the shelf. */
export async function getProduct({ ports }: Context, { id }: { id: string }): Promise<ProductView> {
  const [product, seasons] = await Promise.all([ports.db.get('products', id), currentSeasons(ports)])
  if (!product?.onSale) return reject('PRODUCT_UNKNOWN', {}, 'id')
  const [view] = await withCounters(ports, [product], seasons)
  return view
}

async function withCounters(
  ports: Ports,
  products: readonly Product[],
  seasons: readonly Season[],
): Promise<ProductView[]> {
  if (products.length === 0) return []
  const ids = countersOf(products)
  const counters = await ports.db.find('counters', { where: { _id: { in: ids } }, limit: ids.length })
  const today = dayOf(ports.now())
  return products.map((product) => {
    const left = counters.find(({ _id }) => _id === counterOf(product))?.available ?? 0
    return productView(product, seasonOf(product, seasons), left, today)
  })
}
