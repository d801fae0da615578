import { FACES, type Face } from '../../domain/imprint/imprint'

/** Every face we hold outlines of. */
export const CUT_FACES = FACES
export type CutFace = Face
