import type { BenchView } from '../../../contract/views'
import { call } from '../../cloud/door'
import { t } from '../../locales/for-staff'
import type { usePhoto } from '../../staff/photo'
import { useAction } from '../../state/action'
import { toast } from '../../state/toast'
import type { BenchNotes } from './Notes'

/** The three acts of the bench. Each carries the photo taken here, if one was, and reads the parcel again. */
export function useVerdict(
  parcel: BenchView | undefined,
  photo: ReturnType<typeof usePhoto>,
  notes: BenchNotes,
  reload: () => Promise<void>,
) {
  const id = parcel?.id ?? ''
  const shot = photo.shot ? { photo: photo.shot.fileId } : {}
  const done = async (sentence: string) => {
    await reload()
    photo.drop()
    toast(sentence)
  }
  const receive = useAction(async (key: string) => {
    await call('intake.receive', { id, key })
    await reload()
    toast(t('bench.received'))
  })
  const pass = useAction(async (key: string) => {
    const grams = Number.parseInt(notes.grams, 10)
    await call('intake.pass', {
      id,
      key,
      ...shot,
      ...(notes.grade ? { grade: notes.grade } : {}),
      ...(Number.isFinite(grams) && grams > 0 ? { grams } : {}),
      ...(notes.note.trim() ? { note: notes.note.trim() } : {}),
    })
    await done(t('bench.passed'))
  })
  const mismatch = useAction(async (key: string, reason: string) => {
    await call('intake.mismatch', { id, key, reason, ...shot })
    await done(t('bench.mismatched'))
  })
  return { receive, pass, mismatch }
}
