import { useState } from 'react'
import { formatFen, type Fen } from '../../domain/money'
import { ASKED_WHEN_STORING } from '../../domain/message/asked'
import { call } from '../cloud/door'
import { t } from '../locales'
import { useAction, type Action } from './action'
import { confirm } from './overlay'
import { usePaying } from './paying'
import { useTelling } from './telling'
import { toast } from './toast'

/** What a shopper may do to an order, wherever its buttons are drawn. `changed` runs after each, done or refused. */
export function useOrdering(changed: () => Promise<unknown> | void) {
  const askToTell = useTelling()
  const pay = usePaying(askToTell, changed)

  const cancel = useAction(async (key: string, no: string, paidFen: Fen) => {
    const agreed = await confirm({
      title: t('orders.cancelTitle'),
      sentence: paidFen > 0 ? t('orders.cancelPaid', { amount: `¥${formatFen(paidFen)}` }) : t('orders.cancelUnpaid'),
      act: t('orders.cancelAct'),
      cancel: t('orders.cancelNo'),
      kind: 'danger',
    })
    if (agreed) await carryOut(() => call('orders.cancel', { key, no }), t('orders.cancelled'))
  })

  const confirmReceipt = useAction(async (key: string, no: string) => {
    const agreed = await confirm({
      title: t('orders.receiptTitle'),
      sentence: t('orders.receiptSentence'),
      act: t('orders.receiptAct'),
      cancel: t('orders.receiptNo'),
      kind: 'seal',
    })
    if (agreed) await carryOut(() => call('orders.confirmReceipt', { key, no }), t('orders.received'))
  })

  const confirmSend = useAction((key: string, id: string) =>
    carryOut(() => call('orders.confirmSend', { key, id }), t('orders.sent')),
  )

  const keepCold = useAction(async (key: string, id: string) => {
    await askToTell(ASKED_WHEN_STORING)
    await carryOut(() => call('orders.keepCold', { key, id }), t('orders.stored'))
  })

  // A refusal usually means that the order has moved on, so the page is read again then too.
  async function carryOut(work: () => Promise<unknown>, said: string): Promise<void> {
    try {
      await work()
      toast(said)
    } finally {
      await changed()
    }
  }
  // One action serves every card of a list; only the button that was tapped shows that it is busy.
  const [at, setAt] = useState('')
  const aimed = <Rest extends unknown[]>(action: Action<[id: string, ...rest: Rest]>) => ({
    busyAt: (id: string) => action.busy && at === id,
    run: (id: string, ...rest: Rest): void => {
      if (action.busy) return
      setAt(id)
      void action.run(id, ...rest)
    },
  })
  return {
    pay: aimed(pay),
    cancel: aimed(cancel),
    confirmReceipt: aimed(confirmReceipt),
    confirmSend: aimed(confirmSend),
    keepCold: aimed(keepCold),
  }
}

export type Ordering = ReturnType<typeof useOrdering>
