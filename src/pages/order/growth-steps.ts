import type { ParcelView, PhotoView } from '../../../contract'
import type { GrowthDates } from '../../../domain/fulfilment/fulfilment'
import type { FulfilmentState } from '../../../domain/fulfilment/machine'
import { dayOf, sayDay, type Day, type Instant } from '../../../domain/time'
import type { StepState } from '../../components/Timeline'
import { language, t } from '../../locales'

export const SHOWN_STEPS = ['stickered', 'colouring', 'harvested', 'passed'] as const
export type ShownStep = (typeof SHOWN_STEPS)[number]

export interface Growth {
  step: ShownStep
  word: string
  when: string
  state: StepState
  photo: PhotoView | undefined
  /** How the fruit looks then, while there is no photo. */
  stage: 'green' | 'colouring' | 'ripe'
}

const expected: Record<ShownStep, keyof GrowthDates> = {
  stickered: 'stickerOn',
  colouring: 'colouringFrom',
  harvested: 'harvestFrom',
  passed: 'hubBy',
}

const stages = { stickered: 'green', colouring: 'colouring', harvested: 'ripe', passed: 'ripe' } as const
const photoStep = {
  stickered: 'stickered',
  colouring: 'colouring',
  harvested: 'harvested',
  passed: 'inspection',
} as const
const behind: readonly FulfilmentState[] = ['stored', 'packing', 'shipped', 'delivered']

/** The four steps a customer sees a fruit take, with the day each was reached or is expected (G5). */
export function growthOf(parcel: ParcelView, now: Instant): Growth[] {
  const today = dayOf(now)
  const sayDate = (day: Day) => (day === today ? t('app.today') : sayDay(day, language(), today))
  // A fruit that came back is inspected again: the last time counts.
  const reachedAt = (step: ShownStep) => [...parcel.steps].reverse().find(({ to }) => to === step)?.at
  const newest = SHOWN_STEPS.filter(reachedAt).pop()
  return SHOWN_STEPS.map((step) => {
    const at = reachedAt(step)
    const day = parcel.dates?.[expected[step]]
    const over = step !== newest || behind.includes(parcel.state)
    return {
      step,
      word: t(`order.${step}`),
      when: at ? sayDate(dayOf(at)) : day ? t('order.about', { day: sayDate(day) }) : '',
      state: !at ? 'next' : over ? 'done' : 'now',
      photo: [...parcel.photos].reverse().find((photo) => photo.step === photoStep[step] && photo.url !== ''),
      stage: stages[step],
    }
  })
}
