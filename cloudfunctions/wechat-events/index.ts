import { readMediaCheck, type MediaCheckEvent } from '../ports/suggest'
import { calledByClient, createPorts } from '../ports/wx'
import { BUDGET_MS } from '../usecases/core/budget'
import { takeMediaVerdict } from '../usecases/events/media-verdict'

/** Events of WeChat's message service. Each kind of event has one reader; others are acknowledged and left. */
export async function main(event: MediaCheckEvent): Promise<string> {
  if (calledByClient()) return 'refused'
  const check = readMediaCheck(event)
  if (check) await takeMediaVerdict(createPorts(BUDGET_MS.notice), check)
  return 'success'
}
