import type { BenchView } from '../../../contract/views'
import { POLICY } from '../../../domain/policy'
import { CallError } from '../../cloud/call-error'
import { call } from '../../cloud/door'
import { show } from '../../device/show'
import { t } from '../../locales/for-staff'
import type { usePhoto } from '../../staff/photo'
import { useAction } from '../../state/action'
import { toast } from '../../state/toast'
import type { BenchNotes } from './Notes'

// The field lies above the buttons, so it is brought into view with its message.
function gramsIn(written: string): number | null {
  if (written.trim() === '') return null
  const grams = Number(written)
  if (Number.isInteger(grams) && grams >= 1 && grams <= POLICY.mostGramsEach) return grams
  show('field-grams')
  throw new CallError('INPUT_INVALID', t('bench.gramsRange', { max: POLICY.mostGramsEach }), 'grams')
}

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
    const grams = gramsIn(notes.grams)
    await call('intake.pass', {
      id,
      key,
      ...shot,
      ...(notes.grade ? { grade: notes.grade } : {}),
      ...(grams === null ? {} : { grams }),
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
