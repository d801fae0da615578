import type { Ask } from '../../contract'
import { createPorts, wxCaller } from '../ports/wx'
import { answer } from '../usecases/core/answer'
import { shopHandlers } from '../usecases/shop'

/** Answers the procedures of the contract that belong to `shop`. */
export function main(event: Partial<Ask>) {
  return answer(createPorts(), 'shop', shopHandlers, event, wxCaller())
}
