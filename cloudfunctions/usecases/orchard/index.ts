import type { Handlers, ProceduresOf } from '../core/answer'
import { listInbox, readInbox } from '../core/inbox'
import { printSheet } from './print-sheet'
import { listSheets } from './sheet-list'
import { acceptWork, cannotRedo, declineWork, getWork, recordStep } from './work'
import { listWork } from './work-list'

/** What the orchard function answers. */
export const orchardHandlers: Handlers<ProceduresOf<'orchard'>> = {
  'work.list': listWork,
  'work.get': getWork,
  'work.accept': acceptWork,
  'work.decline': declineWork,
  'work.cannotRedo': cannotRedo,
  'work.record': recordStep,
  'sheets.list': listSheets,
  'sheets.print': printSheet,
  'orchardInbox.list': listInbox,
  'orchardInbox.read': readInbox,
}
