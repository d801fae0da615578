import { View } from '@tarojs/components'
import type { Fen } from '../../../domain/money'
import { t } from '../../locales'
import { Button } from '../Button'
import { Price } from '../Price'
import { Sheet } from '../Sheet'
import './index.scss'

export interface PaymentSheetProps {
  /** Fen. */
  amount: Fen
  onDone: (paid: boolean) => void
}

/** Stands where WeChat's own payment sheet would be; says plainly that it is simulated. */
export function PaymentSheet({ amount, onDone }: PaymentSheetProps) {
  return (
    <Sheet
      id="payment"
      title={t('app.payTitle')}
      onClose={() => onDone(false)}
      foot={
        <>
          <Button id="payment-cancel" kind="secondary" grow={1} onTap={() => onDone(false)}>
            {t('app.cancel')}
          </Button>
          <Button id="payment-confirm" kind="seal" grow={1.5} onTap={() => onDone(true)}>
            {t('app.payConfirm')}
          </Button>
        </>
      }
    >
      <View className="payment">
        <View className="t-body">{t('app.payTo', { payee: t('app.name') })}</View>
        <Price id="payment-amount" amount={amount} size="large" />
        <View className="t-note">{t('app.paySimulated')}</View>
      </View>
    </Sheet>
  )
}
