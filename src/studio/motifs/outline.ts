import type { MotifId } from '../../../domain/imprint/motifs'
import type { Path } from '../../../imprint/outline/path'

/** The outline of a motif, mm of the 40 mm square. */
export const motifOutline = (_motif: MotifId): Path => []
