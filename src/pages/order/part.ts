import type { ParcelView } from '../../../contract'
import { t } from '../../locales'

type Counted = Pick<ParcelView, 'pieces' | 'lines'>

/** Whether the parcel holds some of its line's fruit only: the others went another way (I4). */
export const isPart = ({ pieces, lines }: Counted): boolean =>
  pieces < lines.reduce((sum, line) => sum + line.pieces * line.packs, 0)

/** A card's head, with the number of fruit where the parcel is a part. */
export const headOf = (head: string, parcel: Counted): string =>
  isPart(parcel) ? `${head} · ${t('app.pieces', { count: parcel.pieces })}` : head
