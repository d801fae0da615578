import type { ParcelView } from '../../../contract'
import { isPart } from '../../../domain/fulfilment/fruit'
import { t } from '../../locales'

type Counted = Pick<ParcelView, 'pieces' | 'lines'>

/** A card's head, with the number of fruit where the parcel is a part. */
export const headOf = (head: string, parcel: Counted): string =>
  isPart(parcel) ? `${head} · ${t('app.pieces', { count: parcel.pieces })}` : head
