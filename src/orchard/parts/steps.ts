import type { JobView } from '../../../contract/orchard-views'
import type { Technique } from '../../../domain/catalogue/product'
import type { GrowthDates } from '../../../domain/catalogue/season'
import type { GrowthStep } from '../../../domain/fulfilment/fulfilment'
import type { FulfilmentState } from '../../../domain/fulfilment/machine'
import { dayOf, daysBetween, type Day } from '../../../domain/time'
import type { PhotoSubject } from '../../device/photo-subject'
import type { MessageKey } from '../../locales/for-staff'
import type { IconName } from '../../look/icons'

/** A step the orchard records. */
export type Step = 'sticker' | 'colour' | 'harvest' | 'mark' | 'dispatch' | 'sendAgain'

interface StepLook {
  word: MessageKey
  /** On the button that records it. */
  act: MessageKey
  /** What the customer is told, in the question before it. */
  means: MessageKey
  icon: IconName
  tone: 'sun' | 'leaf' | 'seal' | 'bark' | 'cold'
  /** How the fruit looks then. */
  stage: PhotoSubject['stage']
}

export const STEPS: Record<Step, StepLook> = {
  sticker: {
    word: 'job.sticker',
    act: 'job.stickerAct',
    means: 'job.stickerMeans',
    icon: 'leaf',
    tone: 'sun',
    stage: 'film',
  },
  colour: {
    word: 'job.colour',
    act: 'job.colourAct',
    means: 'job.colourMeans',
    icon: 'sun',
    tone: 'sun',
    stage: 'colouring',
  },
  harvest: {
    word: 'job.harvest',
    act: 'job.harvestAct',
    means: 'job.harvestMeans',
    icon: 'bag',
    tone: 'leaf',
    stage: 'ripe',
  },
  mark: {
    word: 'job.mark',
    act: 'job.markAct',
    means: 'job.markMeans',
    icon: 'seal',
    tone: 'seal',
    stage: 'ripe',
  },
  dispatch: {
    word: 'job.dispatch',
    act: 'job.dispatchAct',
    means: 'job.dispatchMeans',
    icon: 'truck',
    tone: 'cold',
    stage: 'ripe',
  },
  sendAgain: {
    word: 'job.sendAgain',
    act: 'job.sendAgainAct',
    means: 'job.sendAgainMeans',
    icon: 'return',
    tone: 'bark',
    stage: 'ripe',
  },
}

const names = Object.keys(STEPS) as Step[]

/** The step the server allows now, if any. */
export function nextStep(job: Pick<JobView, 'actions'>): Step | null {
  return names.find((step) => job.actions.includes(step)) ?? null
}

type Due = Pick<JobView, 'actions' | 'dates'> & Partial<Pick<JobView, 'mismatch'>>

/** The day the next step is due by the season's dates; a redo by its own deadline, and by none when that has passed. */
export function dueDay({ actions, dates, mismatch }: Due): Day | null {
  const step = nextStep({ actions })
  if (step === 'sendAgain') return mismatch?.redoBy ? dayOf(mismatch.redoBy) : null
  return step && dayOfStep(step, dates)
}

function dayOfStep(step: Exclude<Step, 'sendAgain'>, dates: GrowthDates): Day | null {
  switch (step) {
    case 'sticker':
      return dates.technique === 'mask' ? dates.stickerOn : null
    case 'colour':
      return dates.technique === 'mask' ? dates.colouringFrom : null
    case 'harvest':
      return dates.harvestFrom
    case 'mark':
      return dates.technique === 'laser' ? dates.markOn : null
    case 'dispatch':
      return dates.hubBy
  }
}

/** How far from its plan a step may be recorded without a word about it, days. */
const nearPlan = 1

/** The planned day a step recorded today would miss, and by how many days: negative ahead of it. Null when it is near. */
export function offPlan(job: Due, today: Day): { day: Day; days: number } | null {
  const due = dueDay(job)
  // A redo was never planned: it has a deadline, and may be done on any day before.
  if (due === null || nextStep(job) === 'sendAgain') return null
  // Fruit may leave for the hub on any day from the harvest on, or from the mark.
  const done = job.dates.technique === 'laser' ? job.dates.markOn : job.dates.harvestFrom
  const first = due === job.dates.hubBy ? done : due
  const ahead = daysBetween(first, today)
  if (ahead < -nearPlan) return { day: first, days: ahead }
  const behind = daysBetween(due, today)
  return behind > nearPlan ? { day: due, days: behind } : null
}

/** How the fruit looks in that state: green until it colours. */
export function stageOf(state: FulfilmentState): 'green' | 'colouring' | 'ripe' {
  if (state === 'offered' || state === 'accepted' || state === 'stickered') return 'green'
  return state === 'colouring' ? 'colouring' : 'ripe'
}

/** The steps of a fruit's growth in their order, each with the day it is due. */
export function growthOf(dates: GrowthDates): { state: GrowthStep; word: MessageKey; due: Day }[] {
  const harvest = { state: 'harvested', word: 'job.harvest', due: dates.harvestFrom } as const
  const dispatch = { state: 'sentToHub', word: 'job.dispatch', due: dates.hubBy } as const
  if (dates.technique === 'laser') return [harvest, { state: 'marked', word: 'job.mark', due: dates.markOn }, dispatch]
  return [
    { state: 'stickered', word: 'job.sticker', due: dates.stickerOn },
    { state: 'colouring', word: 'job.colour', due: dates.colouringFrom },
    harvest,
    dispatch,
  ]
}

/** The first thing an orchard does with its own hands for the imprint: the day to plan for when taking the work. */
export function firstHand(dates: GrowthDates): { technique: Technique; day: Day } {
  return { technique: dates.technique, day: dates.technique === 'laser' ? dates.markOn : dates.stickerOn }
}
