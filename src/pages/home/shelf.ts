import type { ProductView } from '../../../contract'
import type { Category } from '../../../domain/catalogue/product'

/** What the chips choose between: everything, one kind of fruit, or what is ready today. */
export type Shelf = 'all' | Category | 'ready'

/** What is shown, in shelf order; fruit that rests comes after fruit that can be had today. */
export function onShelf(products: readonly ProductView[], shelf: Shelf): ProductView[] {
  const shown = products.filter(({ product }) => {
    if (shelf === 'all') return true
    return shelf === 'ready' ? product.kind === 'ready' : product.category === shelf
  })
  return [...shown.filter(({ refusal }) => !refusal), ...shown.filter(({ refusal }) => refusal)]
}

const order = { open: 0, soon: 1, growing: 2, over: 3 } as const

/** The variety whose season matters most today: the open one that closes first, else the next to open. */
export function seasonToShow(products: readonly ProductView[]): ProductView | undefined {
  const seasonal = products.flatMap((view) => (view.season ? [{ view, season: view.season }] : []))
  const [first] = seasonal.sort(
    (a, b) =>
      order[a.season.phase] - order[b.season.phase] || a.season.artworkCutOff.localeCompare(b.season.artworkCutOff),
  )
  return first?.view
}
