import type { JobView } from '../../../contract/orchard-views'
import { daysBetween, type Day } from '../../../domain/time'
import { dueDay, nextStep, type Step } from '../parts/steps'

/** Work whose next step is due by `day`, the most urgent first; what came back comes before all, whenever it is due. */
export function dueBy(jobs: readonly JobView[], day: Day): JobView[] {
  return jobs
    .filter((job) => cameBack(job) || (dueDay(job) ?? '9999') <= day)
    .sort((a, b) => Number(cameBack(b)) - Number(cameBack(a)) || (dueDay(a) ?? '').localeCompare(dueDay(b) ?? ''))
}

// Also when it is late: it may be sent until the shop has decided.
const cameBack = ({ actions }: JobView): boolean => actions.includes('sendAgain')

/** Fruit in these pieces of work. */
export function piecesOf(jobs: readonly JobView[]): number {
  return jobs.reduce((sum, job) => sum + job.pieces, 0)
}

/** Steps due on a day, one dot each at most; what is overdue counts for `today`. */
export function stepsOn(jobs: readonly JobView[], day: Day, today: Day): Step[] {
  const due = jobs.filter((job) => {
    const on = dueDay(job)
    return on !== null && (on === day || (day === today && on < today))
  })
  return [...new Set(due.flatMap((job) => nextStep(job) ?? []))]
}

/** Days until a day as a reader counts them: negative when it has passed. */
export function daysUntil(today: Day, day: Day): number {
  return daysBetween(today, day)
}
