import { charactersOf } from '../../domain/imprint/imprint'
import { Chips } from '../components/Chips'
import { t } from '../locales/for-staff'
import type { Content } from './content'

/** Which design of a parcel is looked at, by its character; nothing where all fruit carry the same. */
export function DesignChips({ content, at, onPick }: { content: Content; at: number; onPick: (at: number) => void }) {
  if (content.kind !== 'grown' || content.art.length < 2) return null
  const characters = charactersOf(content.said)
  const named = characters.length === content.art.length
  return (
    <Chips
      id="designs"
      label={t('staff.designs')}
      items={content.art.map((_, i) => ({ key: String(i), word: named ? characters[i] : String(i + 1) }))}
      value={String(at)}
      onPick={(key) => onPick(Number(key))}
      slide
    />
  )
}
