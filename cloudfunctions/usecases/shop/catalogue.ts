import type { ProductView } from '../../../contract'
import { counterOf, type Product } from '../../../domain/catalogue/product'
import type { Season } from '../../../domain/catalogue/season'
import { reject } from '../../../domain/refusals'
import { dayOf } from '../../../domain/time'
import type { Ports } from '../../ports/ports'
import { countersOf, productView, seasonOf } from '../views/product-view'
import { currentSeasons } from './seasons'
import type { Context } from '../core/answer'
import { readAll, readByIds } from '../core/read-all'

/** Everything on sale in shelf order, with season and what is left (O1). Two steps: the shelf, then its counters. */
export async function listCatalogue({ ports }: Context): Promise<{ products: ProductView[] }> {
  const [products, seasons] = await Promise.all([readAll(ports, 'products', { onSale: true }), currentSeasons(ports)])
  const shelf = products.sort((a, b) => a.sort - b.sort)
  return { products: await withCounters(ports, shelf, seasons) }
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
  const counters = await readByIds(ports, 'counters', countersOf(products))
  const today = dayOf(ports.now())
  return products.map((product) => {
    const left = counters.find(({ _id }) => _id === counterOf(product))?.available ?? 0
    return productView(product, seasonOf(product, seasons), left, today)
  })
}
