import type { Ask } from '../../contract'
import { createPorts, wxCaller } from '../ports/wx'
import { answer } from '../usecases/core/answer'
import { BUDGET_MS } from '../usecases/core/budget'
import { shopHandlers } from '../usecases/shop'

/** Answers the procedures of the contract that belong to `shop`. */
export function main(event: Partial<Ask>) {
  return answer(createPorts(BUDGET_MS.act), 'shop', shopHandlers, event, wxCaller())
}
