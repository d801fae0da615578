import { FACES } from '../../domain/imprint/imprint'

/** Every face we hold outlines of: those that shoppers are offered, and two that print shops may ask for. */
export const CUT_FACES = [...FACES, 'round', 'brush'] as const
export type CutFace = (typeof CUT_FACES)[number]
