import type { Translated } from '../catalogue'
import type { intake as zh } from '../zh/intake'

export const intake: Translated<typeof zh> = {
  title: 'Intake',
  lists: 'Intake lists',
  arriving: 'Arriving',
  received: 'To inspect',
  mismatched: 'Sent back',
  escalated: 'To decide',
  noneArriving: 'No fruit on its way',
  noneReceived: 'All received fruit is inspected',
  noneMismatched: 'Nothing was sent back',
  noneEscalated: 'Nothing to decide',
  scan: 'Scan the imprint code',
  type: 'Type the imprint code',
  orType: 'If it will not scan, type it',
  hint: 'Case, spaces and dashes do not matter',
  codeMissing: 'Scan the label or type its imprint code first',
  find: 'Find it',
  again: 'Redone',
}
