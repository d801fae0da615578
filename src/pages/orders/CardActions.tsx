import { View } from '@tarojs/components'
import type { OrderCard } from '../../../contract'
import { Button } from '../../components/Button'
import { t } from '../../locales'
import type { Ordering } from '../../state/ordering'

/** Buttons of one order, drawn only from what the server allows. */
export function CardActions({ card, ordering }: { card: OrderCard; ordering: Ordering }) {
  const { no, actions, parcel, headline, totalFen } = card
  const { pay, cancel, confirmReceipt, confirmSend, keepCold } = ordering
  const may = (action: OrderCard['actions'][number]) => actions.includes(action)
  const asks = parcel?.actions ?? []
  const paid = headline === 'toPay' ? 0 : totalFen
  return (
    <View className="row">
      {may('cancel') && (
        <Button id={`cancel-${no}`} kind="secondary" small busy={cancel.busyAt(no)} onTap={() => cancel.run(no, paid)}>
          {t('orders.cancel')}
        </Button>
      )}
      {may('pay') && (
        <Button id={`pay-${no}`} small busy={pay.busyAt(no)} onTap={() => pay.run(no)}>
          {t('orders.pay')}
        </Button>
      )}
      {parcel && asks.includes('keepCold') && (
        <Button
          id={`keep-cold-${no}`}
          kind="cold"
          small
          busy={keepCold.busyAt(parcel.id)}
          onTap={() => keepCold.run(parcel.id)}
        >
          {t('orders.keepCold')}
        </Button>
      )}
      {parcel && asks.includes('confirmSend') && (
        <Button
          id={`confirm-send-${no}`}
          kind={asks.includes('keepCold') ? 'seal' : 'secondary'}
          small
          busy={confirmSend.busyAt(parcel.id)}
          onTap={() => confirmSend.run(parcel.id)}
        >
          {t('orders.confirmSend')}
        </Button>
      )}
      {may('confirmReceipt') && (
        <Button
          id={`confirm-receipt-${no}`}
          kind="secondary"
          small
          busy={confirmReceipt.busyAt(no)}
          onTap={() => confirmReceipt.run(no)}
        >
          {t('orders.confirmReceipt')}
        </Button>
      )}
    </View>
  )
}
