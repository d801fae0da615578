import { calledByClient, createPorts } from '../ports/wx'
import { BUDGET_MS } from '../usecases/core/budget'
import { tick } from '../usecases/clock/tick'

/** The timer: whatever became due is done now. */
export async function main(): Promise<void> {
  if (!calledByClient()) await tick(createPorts(BUDGET_MS.clock))
}
