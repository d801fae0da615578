import type { JobView } from '../../contract/orchard-views'
import type { LineView } from '../../contract/views'
import type { FruitLook } from '../../domain/catalogue/product'
import { charactersOf, type Face } from '../../domain/imprint/imprint'
import { motifName } from '../../domain/imprint/motifs'
import type { PhotoSubject } from '../device/photo-subject'
import { say, t } from '../locales/for-staff'

/** What has to stand on the fruit, in the form the pages draw: `art` is path data of each design (mm on the 40 mm square). */
export type Content =
  | { kind: 'grown'; said: string; face: Face | null; art: readonly string[] }
  | { kind: 'ready'; words: string }
  | { kind: 'none' }

/** The content of an order's line; ready stock carries its own words. */
export function contentOfLine({ imprint, art, words }: LineView): Content {
  if (imprint) return grown(imprint, art)
  return words ? { kind: 'ready', words } : { kind: 'none' }
}

/** The content of a piece of work at an orchard. */
export function contentOfJob({ imprint, art }: Pick<JobView, 'imprint' | 'art'>): Content {
  return grown(imprint, art)
}

function grown(imprint: JobView['imprint'], art: readonly string[]): Content {
  if (imprint.kind === 'text') return { kind: 'grown', said: imprint.text.replace(/\n/g, ' '), face: imprint.face, art }
  const said = imprint.kind === 'motif' ? say(motifName(imprint.motif)) : t('staff.picture')
  return { kind: 'grown', said, face: null, art }
}

/** The content in words: the text itself, the motif's name, or that it is a picture. */
export function sayContent(content: Content): string {
  if (content.kind === 'grown') return content.said
  return content.kind === 'ready' ? content.words : t('staff.plain')
}

/** What one of several designs is called: its character, or its number. Null where all fruit carry the same. */
export function nameOfDesign(content: Content, design: number): string | null {
  if (content.kind !== 'grown' || content.art.length < 2) return null
  const characters = charactersOf(content.said)
  return characters.length === content.art.length ? characters[design] : String(design + 1)
}

/** The content of a fruit that carries one of several designs. */
export function ofDesign(content: Content, design: number): Content {
  const name = nameOfDesign(content, design)
  if (content.kind !== 'grown' || name === null) return content
  return { ...content, said: name, art: [content.art[design]] }
}

/** The face it is set in, in words; null for what is not set. */
export function sayFace(content: Content): string | null {
  return content.kind === 'grown' && content.face ? t(`staff.${content.face}`) : null
}

/** The properties FruitPreview takes for it; `at` is the fruit looked at where each carries its own. */
export function previewOf(content: Content, at = 0): { words?: string; art?: string } {
  if (content.kind === 'none') return {}
  const art = content.kind === 'grown' ? content.art[at] : undefined
  return { words: sayContent(content), ...(art ? { art } : {}) }
}

/** What a simulated camera draws. The same `id` always gives the same fruit. */
export function subjectOf(
  id: string,
  look: FruitLook,
  content: Content,
  stage: PhotoSubject['stage'],
  scene: PhotoSubject['scene'],
): PhotoSubject {
  const seed = [...`${id}${stage}${scene}`].reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) % 99991, 7)
  if (content.kind === 'ready') return { look, stage, scene, seed, imprint: { kind: 'words', text: content.words } }
  const art = content.kind === 'grown' ? content.art : []
  return { look, stage, scene, seed, imprint: art.length > 0 ? { kind: 'art', d: art[seed % art.length] } : null }
}
