import type { Face } from '../../domain/imprint/imprint'
import type { PhotoOptions } from '../../imprint/photo-scene'

/** What a simulated photo shows: the fruit, how far it has grown, what grows on it, and where it is. */
export interface PhotoSubject extends Pick<PhotoOptions, 'look' | 'stage' | 'scene' | 'seed'> {
  imprint: { kind: 'text'; text: string; face: Face } | { kind: 'picture'; url: string } | null
}
