import type { FixView } from '../../../contract/design-views'
import { WISH } from '../../../domain/imprint/picture'
import type { Design } from '../../state/design'
import { t } from '../../locales/for-studio'

/** The first `most` characters of a text, its lines kept. */
export function shortened(text: string, most: number): string {
  let left = most
  return [...text]
    .filter((char) => char.trim() === '' || left-- > 0)
    .join('')
    .trim()
}

/** What a fix changes in a design. */
export function fixed(fix: FixView, { text, wish }: Design): Partial<Design> {
  switch (fix.kind) {
    case 'thicken':
      return { mend: true }
    case 'face':
      return { face: fix.face, mend: false }
    case 'fewer':
      return { text: shortened(text, fix.most), mend: false }
    case 'simplify':
      return { picture: null, wish: { ...wish, simplify: Math.min(WISH.simplify.most, wish.simplify + 1) } }
  }
}

/** What is written on a fix's button. */
export function fixWords(fix: FixView): string {
  switch (fix.kind) {
    case 'thicken':
      return t('design.thicken')
    case 'face':
      return t('design.toFace', { face: t(`design.${fix.face}`) })
    case 'fewer':
      return t('design.fewer', { most: fix.most })
    case 'simplify':
      return t('design.simplify')
  }
}
