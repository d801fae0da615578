import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { OrderView } from '../../../contract'
import { BottomBar } from '../../components/BottomBar'
import { Button } from '../../components/Button'
import { Price } from '../../components/Price'
import { t } from '../../locales'
import type { Ordering } from '../../state/ordering'
import { usePrintingAgain } from './again'

/** What may be done to the order now, from the server's list only; else the way to another one. */
export function ActionBar({ order, ordering }: { order: OrderView; ordering: Ordering }) {
  const { no, actions, payment } = order
  const { pay, cancel, confirmReceipt } = ordering
  const again = usePrintingAgain(order.lines)
  const left = actions.includes('pay') && (
    <View>
      <Price id="order-total" amount={order.totalFen} size="large" />
      <View className="t-note">{t('order.unpaid')}</View>
    </View>
  )
  return (
    <BottomBar left={left}>
      {actions.includes('cancel') && (
        <Button id="cancel" kind="secondary" busy={cancel.busyAt(no)} onTap={() => cancel.run(no, payment.paidFen)}>
          {t('orders.cancel')}
        </Button>
      )}
      {actions.includes('pay') && (
        <Button id="pay" kind="seal" busy={pay.busyAt(no)} onTap={() => pay.run(no)}>
          {t('orders.pay')}
        </Button>
      )}
      {actions.includes('claim') && (
        <Button
          id="claim"
          kind="secondary"
          icon="return"
          onTap={() => void Taro.navigateTo({ url: `/aftersale/claim/index?no=${no}` })}
        >
          {t('order.claim')}
        </Button>
      )}
      {actions.includes('confirmReceipt') && (
        <Button id="confirm-receipt" busy={confirmReceipt.busyAt(no)} onTap={() => confirmReceipt.run(no)}>
          {t('orders.confirmReceipt')}
        </Button>
      )}
      {!actions.includes('pay') && !actions.includes('confirmReceipt') && (
        <Button id="again" kind="secondary" icon="pen" busy={again.busy} onTap={() => void again.run()}>
          {t('order.again')}
        </Button>
      )}
    </BottomBar>
  )
}
