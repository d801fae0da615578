import type { LineView } from '../../../contract/views'
import { piecesOf } from '../../../domain/fulfilment/fruit'

type Packed = { lines: readonly LineView[]; pieces: number }

/** Fruit of a line in this parcel: of a parted parcel, which has one line, only its own (I4). */
export const countIn = ({ lines, pieces }: Packed, line: LineView): number =>
  lines.length === 1 ? pieces : piecesOf(line)
