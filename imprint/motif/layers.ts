import type { Path } from '../outline/path'

/** A sheet laid on the picture: ink is put down, a cut takes away what lies under it. Millimetres around 0, 0. */
export type Layer = readonly [kind: 'ink' | 'cut', path: Path]

export const ink = (...paths: readonly Path[]): Layer => ['ink', paths.flat()]
export const cut = (...paths: readonly Path[]): Layer => ['cut', paths.flat()]
