import type { JobView } from '../../contract/orchard-views'
import type { LineView } from '../../contract/views'
import type { FruitLook } from '../../domain/catalogue/product'
import type { Face } from '../../domain/imprint/imprint'
import type { PhotoSubject } from '../device/photo-subject'
import { t } from '../locales/for-staff'

/** What has to stand on the fruit, in the form the pages draw. */
export type Content = { kind: 'text'; text: string; face: Face } | { kind: 'picture'; url: string } | { kind: 'none' }

/** The content of an order's line; ready stock carries its own words. */
export function contentOfLine(line: LineView): Content {
  if (line.imprint?.kind === 'text') return { kind: 'text', text: line.imprint.text, face: line.imprint.face }
  if (line.imprint?.kind === 'picture') return { kind: 'picture', url: line.pictureUrl ?? '' }
  return line.words ? { kind: 'text', text: line.words, face: 'song' } : { kind: 'none' }
}

/** The content of a piece of work at an orchard. */
export function contentOfJob(job: Pick<JobView, 'imprint' | 'pictureUrl'>): Content {
  if (job.imprint.kind === 'picture') return { kind: 'picture', url: job.pictureUrl ?? '' }
  return { kind: 'text', text: job.imprint.text, face: job.imprint.face }
}

/** The content in words: the text itself, or that it is a picture. */
export function sayContent(content: Content): string {
  if (content.kind === 'text') return content.text
  return t(content.kind === 'picture' ? 'staff.picture' : 'staff.plain')
}

/** The properties FruitPreview takes for it; `art` is the server's, one for each design. */
export function previewOf(content: Content, art: readonly string[] = []): { words?: string; art?: string } {
  return { ...(content.kind === 'text' ? { words: content.text } : {}), ...(art[0] ? { art: art[0] } : {}) }
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
  const imprint = content.kind === 'none' || (content.kind === 'picture' && !content.url) ? null : content
  return { look, stage, scene, seed, imprint }
}
