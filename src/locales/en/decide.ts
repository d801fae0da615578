import type { Translated } from '../catalogue'
import type { decide as zh } from '../zh/decide'

export const decide: Translated<typeof zh> = {
  title: 'Not grown right: {count} fruit; please decide',
  failAgain: 'They failed {times} times in all. The orchard is {orchard}.',
  cannotRedo: '{orchard} cannot redo them: {reason}',
  overdue: '{orchard} let its deadline pass and has not sent again.',
  unplaced: 'The other orchard did not take them, and no other one can.',
  promised: 'The customer was told to hear from us by {when}',
  late: 'The customer was told to hear from us by {when}; that has passed',
  notYours: 'Support decides this. You may look, but not act.',
  redo: 'Ask the orchard once more',
  redoMeans: '{orchard} has {days} more days. The customer is told the new day.',
  redoDone: 'The orchard tries again, and the customer knows',
  replace: 'Another orchard grows them anew',
  replaceMeans: 'Only while this season still takes orders. All days are planned anew, and the customer is told.',
  replaceDone: 'Another orchard is looked for, and the customer knows',
  refund: 'Refund these to the customer',
  refundMeans:
    'The money of {count} fruit goes back, about ¥{amount}; nothing is grown again. If nothing of the order comes, all that is left goes back with the freight. This cannot be undone.',
  refundDone: 'The refund is on its way, and the customer knows',
  usedUp: 'Failed {most} times already; only a refund is left',
}
