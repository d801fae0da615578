import { useEffect, useRef } from 'react'
import type { BenchView } from '../../../contract/views'
import { POLICY } from '../../../domain/policy'
import { CallError } from '../../cloud/call-error'
import { call } from '../../cloud/door'
import { show } from '../../device/show'
import { t } from '../../locales/for-staff'
import { useAction, type Action } from '../../state/action'
import { toast } from '../../state/toast'
import type { BenchNotes } from './Notes'
import { causeOf } from './reasons'
import type { Looking } from './use-look'

// The field lies above the buttons, so it is brought into view with its message.
function gramsIn(written: string): number | null {
  if (written.trim() === '') return null
  const grams = Number(written)
  if (Number.isInteger(grams) && grams >= 1 && grams <= POLICY.mostGramsEach) return grams
  show('field-grams')
  throw new CallError('INPUT_INVALID', t('bench.gramsRange', { max: POLICY.mostGramsEach }), 'grams')
}

type Written = Pick<BenchNotes, 'grade' | 'grams' | 'note'>

function foundIn({ grade, grams: written, note }: Written) {
  const grams = gramsIn(written)
  return {
    ...(grade ? { grade } : {}),
    ...(grams === null ? {} : { grams }),
    ...(note.trim() ? { note: note.trim() } : {}),
  }
}

export interface Acts {
  receive: Action<[]>
  judge: Action<['consistent' | 'inconsistent', string?]>
  pass: Action<[]>
  passGood: Action<[]>
  mismatch: Action<[string]>
}

/** How an act ended: on to the next fruit, or the parcel has left the bench. */
export interface Done {
  judged: (parcel: BenchView) => void
  left: (parcel: BenchView) => void
  received: (parcel: BenchView) => void
}

/**
 * The acts of the bench on the fruit in hand and its parcel. Each carries what was known when it was decided; a photo and
 * its opinion only where they are of that fruit, which may be another one by now if the parcel was judged elsewhere too.
 */
export function useActs(
  id: string,
  { fruit, single }: { fruit: number; single: boolean },
  looking: Pick<Looking, 'look' | 'sent'>,
  notes: Written,
  done: Done,
): Acts {
  const since = useRef(0)
  useEffect(() => {
    since.current = Date.now()
  }, [fruit])
  const look = looking.look?.fruit === fruit ? looking.look : null
  const photo = async () => {
    const fileId = look && (await looking.sent())
    return fileId ? { photo: fileId } : {}
  }
  const advised = () => ({
    ...(look?.comparison ? { comparison: look.comparison.id } : {}),
    tookMs: Math.min(POLICY.mostLookMs, Math.max(1, Date.now() - since.current)),
  })
  const because = (reason: string) => {
    const cause = causeOf(reason, look?.comparison)
    return { reason, ...(cause ? { cause } : {}) }
  }
  const leave = (parcel: BenchView, sentence: string) => {
    done.left(parcel)
    toast(sentence)
  }
  return {
    receive: useAction(async (key) => {
      done.received(await call('intake.receive', { id, key }))
      toast(t('bench.received'))
    }),
    judge: useAction(async (key, verdict, reason) => {
      const input = { id, key, fruit, verdict, ...advised(), ...(reason ? because(reason) : {}), ...(await photo()) }
      done.judged(await call('intake.judge', input))
    }),
    pass: useAction(async (key) => {
      const input = { id, key, ...foundIn(notes), ...advised(), ...(await photo()) }
      leave(await call('intake.pass', input), t('bench.passed'))
    }),
    passGood: useAction(async (key) => {
      // Each fruit has its own photo by now; the one in hand may be of a bad one.
      leave(await call('intake.passGood', { id, key, ...foundIn(notes) }), t('bench.passedGood'))
    }),
    mismatch: useAction(async (key, reason) => {
      // What the machine says of one fruit is not said of a whole crate.
      const input = { id, key, ...because(reason), ...(single ? advised() : {}), ...(await photo()) }
      const back = await call('intake.mismatch', input)
      leave(back, t(back.state === 'escalated' ? 'bench.failedAgain' : 'bench.mismatched'))
    }),
  }
}
