import type { ParcelView, PhotoView } from '../../../contract'
import type { GrowthDates } from '../../../domain/catalogue/season'
import type { FulfilmentState } from '../../../domain/fulfilment/machine'
import { dayOf, sayDay, type Day, type Instant } from '../../../domain/time'
import type { StepState } from '../../components/Timeline'
import { language, t } from '../../locales'

export type ShownStep = 'stickered' | 'colouring' | 'harvested' | 'marked' | 'passed'

export interface Growth {
  step: ShownStep
  word: string
  when: string
  state: StepState
  photo: PhotoView | undefined
  /** How the fruit looks then, while there is no photo; without its words before a laser has marked it. */
  stage: 'green' | 'colouring' | 'ripe'
  plain: boolean
}

/** A step a customer sees, with the day it is expected. */
type Shown = Pick<Growth, 'step' | 'stage'> & { due: Day | null; plain?: true }

function shownSteps(dates: GrowthDates | null): Shown[] {
  const passed: Shown = { step: 'passed', stage: 'ripe', due: dates?.hubBy ?? null }
  const harvested: Shown = { step: 'harvested', stage: 'ripe', due: dates?.harvestFrom ?? null }
  if (dates?.technique === 'laser')
    return [{ ...harvested, plain: true }, { step: 'marked', stage: 'ripe', due: dates.markOn }, passed]
  return [
    { step: 'stickered', stage: 'green', due: dates?.stickerOn ?? null },
    { step: 'colouring', stage: 'colouring', due: dates?.colouringFrom ?? null },
    harvested,
    passed,
  ]
}

const photoStep = (step: ShownStep) => (step === 'passed' ? 'inspection' : step)
/** Steps since it began to grow: fruit that another orchard grows anew has only those of that one. */
const sinceBegun = (steps: ParcelView['steps']) => steps.slice(steps.map(({ to }) => to).lastIndexOf('planned') + 1)

const behind: readonly FulfilmentState[] = ['stored', 'packing', 'shipped', 'delivered']

/** The steps a customer sees a fruit take, by technique, with the day each was reached or is expected (G5). */
export function growthOf(parcel: ParcelView, now: Instant): Growth[] {
  const today = dayOf(now)
  const sayDate = (day: Day) => (day === today ? t('app.today') : sayDay(day, language(), today))
  // A fruit that came back is inspected again: the last time counts.
  const steps = sinceBegun(parcel.steps)
  const reachedAt = (step: ShownStep) => [...steps].reverse().find(({ to }) => to === step)?.at
  const failed = steps.some(({ to }) => to === 'mismatched' || to === 'escalated')
  // Once fruit has failed the calendar's day is behind it; its card says when it leaves.
  const shown = shownSteps(parcel.dates).map((each) =>
    failed && each.step === 'passed' ? { ...each, due: null } : each,
  )
  const newest = shown.filter(({ step }) => reachedAt(step)).pop()?.step
  return shown.map(({ step, stage, due, plain }) => {
    const at = reachedAt(step)
    const over = step !== newest || behind.includes(parcel.state)
    return {
      step,
      word: t(`order.${step}`),
      when: at ? sayDate(dayOf(at)) : due ? t('order.about', { day: sayDate(due) }) : '',
      state: !at ? 'next' : over ? 'done' : 'now',
      photo: [...parcel.photos].reverse().find((photo) => photo.step === photoStep(step) && photo.url !== ''),
      stage,
      plain: plain === true,
    }
  })
}
