import { render } from '@testing-library/react'
import type { BenchView } from '../../../contract/views'
import BenchPage from '../../../src/merchant/bench'
import { cloud } from '../support/taro'
import { comparison, crate, figures } from './staff-samples'
import { has, settle, tap } from './staff-screen'

/** Nothing at the hub. */
export const none = { arriving: [], received: [], mismatched: [], escalated: [] }
/** Where the person was taken. */
export const opened = (api: string) => cloud.callsOf(api).map((args) => (args as { url: string }).url)

export type Verdict = { fruit: number; verdict: 'consistent' | 'inconsistent'; reason?: string }

/** A hub that remembers what was judged of the crate of three. */
export function hub(start: BenchView = crate): void {
  let parcel = start
  const judge = ({ fruit, verdict, reason }: Verdict) => {
    const judged = [
      ...parcel.judged.filter((known) => known.fruit !== fruit),
      { fruit, verdict, ...(reason ? { reason } : {}), at: '2026-10-24T02:00:00.000Z' },
    ]
    return (parcel = { ...parcel, judged })
  }
  const left = () => (parcel = { ...parcel, state: 'passed', actions: [] })
  cloud.answer({
    'intake.get': () => parcel,
    'intake.list': () => none,
    'intake.figures': () => figures,
    'intake.compare': ({ fruit }: Verdict) => ({ ...comparison, fruit }),
    'intake.judge': judge,
    'intake.pass': left,
    'intake.passGood': left,
    'intake.mismatch': left,
  })
}

/** The bench with this parcel on it. */
export async function showBench(params: Record<string, string> = { id: crate.id }) {
  cloud.openWith(params)
  render(<BenchPage />)
  await settle()
}

/** Takes a photo of the fruit in hand, or chooses this file. */
export async function photograph(file = 'wxfile://shot.jpg') {
  if (!has('capture')) await tap('take-photo')
  cloud.choose([file])
  await tap(file === 'wxfile://shot.jpg' ? 'shutter' : 'camera-file')
  await settle()
}

/** What was decided: fruit, verdict, reason. */
export const judgedOf = () =>
  cloud.callsOf('intake.judge').map((args) => {
    const { fruit, verdict, reason } = args as Verdict
    return [fruit, verdict, reason]
  })
