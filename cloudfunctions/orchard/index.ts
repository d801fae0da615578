import type { Ask } from '../../contract'
import { createPorts, wxCaller } from '../ports/wx'
import { answer } from '../usecases/core/answer'
import { BUDGET_MS } from '../usecases/core/budget'
import { orchardHandlers } from '../usecases/orchard'

/** Answers the procedures of the contract that belong to `orchard`. */
export function main(event: Partial<Ask>) {
  return answer(createPorts(BUDGET_MS.act), 'orchard', orchardHandlers, event, wxCaller())
}
