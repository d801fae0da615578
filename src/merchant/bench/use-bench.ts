import { useState } from 'react'
import type { BenchView, PhotoView } from '../../../contract/views'
import type { LocalFile } from '../../cloud/files'
import type { Remote } from '../../state/remote'
import { nextOpen, numbersOf, stateOf, verdictOn } from './crate'
import { useNotes, type BenchNotes } from './Notes'
import { useLook, type Look } from './use-look'
import { useParcel } from './use-parcel'
import { useActs, type Acts } from './verdict'

/** What is asked before it is done: why one fruit is wrong, why all of it is, whether good and bad shall part. */
export type Question = 'fruit' | 'whole' | 'split'

export interface BenchWork {
  remote: Remote<BenchView>
  parcel: BenchView | undefined
  /** Decisions can be made now. */
  onBench: boolean
  /** It has one fruit only, which is decided with the parcel. */
  single: boolean
  /** A single fruit is looked at and the bar decides on it; otherwise the bar ends the parcel. */
  judging: boolean
  /** The parcel has just been decided here. */
  left: boolean
  fruit: number
  pick: (fruit: number) => void
  look: Look | null
  photo: PhotoView | undefined
  capturing: boolean
  reading: boolean
  openCamera: () => void
  closeCamera: () => void
  shot: (photo: LocalFile) => void
  again: () => void
  /** The fruit in hand is another one of this parcel. */
  takeAs: (fruit: number) => void
  notes: BenchNotes
  editNotes: () => void
  act: Acts
  question: Question | null
  ask: (question: Question | null) => void
  asks: { onMismatch: () => void; onSplit: () => void }
}

/** Everything a person does at the bench with one parcel. */
export function useBench(id: string): BenchWork {
  const { remote, keep } = useParcel(id)
  const parcel = remote.data
  const notes = useNotes()
  const looking = useLook(id)
  const [picked, setPicked] = useState<number | null>(null)
  const [last, setLast] = useState(0)
  const [question, ask] = useState<Question | null>(null)
  const [left, setLeft] = useState(false)
  // Whoever photographs one fruit photographs the next one too.
  const [camera, setCamera] = useState<'off' | 'on' | 'shot'>('off')

  const numbers = parcel ? numbersOf(parcel) : [1]
  const open = parcel ? nextOpen(parcel, last) : null
  const fruit = picked ?? open ?? (last || numbers[0])
  const onBench = parcel?.actions.includes('judge') ?? false
  const single = parcel?.pieces === 1
  const look = looking.look?.fruit === fruit ? looking.look : null

  const turnTo = (next: number | null) => {
    setPicked(next)
    looking.drop()
    const judged = parcel && next !== null && stateOf(parcel, next) !== 'open'
    setCamera((now) => (now === 'off' ? 'off' : judged ? 'shot' : 'on'))
  }
  const act = useActs(id, { fruit, single }, looking, notes, {
    received: keep,
    judged(judged) {
      keep(judged)
      ask(null)
      setLast(fruit)
      turnTo(null)
      if (nextOpen(judged) === null) setCamera('off')
    },
    left(decided) {
      keep(decided)
      ask(null)
      setLeft(true)
      setCamera('off')
    },
  })
  return {
    ...{ remote, parcel, onBench, single, left, fruit, look, notes, act, question, ask },
    judging: onBench && !single && (picked !== null || open !== null),
    pick: turnTo,
    photo: parcel && (onBench ? photoOf(parcel, fruit) : lastPhoto(parcel)),
    capturing: camera === 'on',
    reading: looking.reading,
    openCamera: () => setCamera('on'),
    closeCamera: () => setCamera('off'),
    shot: (photo) => void looking.take(photo, fruit).then((shown) => shown && setCamera('shot')),
    again: () => void looking.again(fruit),
    takeAs(other) {
      setPicked(other)
      void looking.again(other)
    },
    editNotes() {
      act.pass.clear()
      act.passGood.clear()
    },
    asks: { onMismatch: () => ask('whole'), onSplit: () => ask('split') },
  }
}

/** The newest photo of what the parcel holds: fruit that were judged bad are no part of what has passed. */
function lastPhoto({ photos, judged, state }: BenchView): PhotoView | undefined {
  const back = state === 'mismatched' || state === 'escalated'
  const gone = back ? [] : judged.flatMap(({ verdict, photo }) => (verdict === 'inconsistent' && photo ? [photo] : []))
  return photos.filter(({ fileId }) => !gone.includes(fileId)).pop()
}

/** The photo a fruit was judged by; until it is judged, the newest one that is neither of another fruit nor of what failed. */
function photoOf(parcel: BenchView, fruit: number): PhotoView | undefined {
  const known = verdictOn(parcel, fruit)
  if (known) return parcel.photos.find(({ fileId }) => fileId === known.photo)
  // Up to then all of them are of the fruit that went back.
  const failedAt = parcel.inspections.filter(({ verdict }) => verdict === 'inconsistent').pop()?.at ?? ''
  const ofOthers = parcel.judged.map(({ photo }) => photo)
  return parcel.photos.filter(({ fileId, at }) => at > failedAt && !ofOthers.includes(fileId)).pop()
}
