import type { PhotoOptions } from '../../imprint/photo-scene'

/** What a simulated photo shows: the fruit, how far it has grown, what grows on it, and where it is. */
export interface PhotoSubject extends Pick<PhotoOptions, 'look' | 'stage' | 'scene' | 'seed'> {
  /** Path data in mm around 0,0 of the 40 mm square, or the words that ready fruit carries. */
  imprint: { kind: 'art'; d: string } | { kind: 'words'; text: string } | null
}
