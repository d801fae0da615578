import Taro from '@tarojs/taro'
import type { PlacedView } from '../../../contract'
import { addressRefusal, type Address } from '../../../domain/address'
import { ASKED_WHEN_PAYING } from '../../../domain/message/asked'
import { formatFen, type Fen } from '../../../domain/money'
import { asCallError, refused } from '../../cloud/call-error'
import { call, callOn } from '../../cloud/door'
import { t } from '../../locales'
import { useAction, type Action } from '../../state/action'
import type { AskedLine } from '../../state/basket'
import { clearDesigns } from '../../state/design'
import { confirm } from '../../state/overlay'
import { sayPaid, settle } from '../../state/paying'
import { useTelling } from '../../state/telling'
import { toast } from '../../state/toast'

export interface Wish {
  lines: AskedLine[]
  address: Address
  remark: string
  /** The total the shopper has seen, fen. */
  totalFen: Fen
}

const tidy = (address: Address): Address => ({ ...address, phone: address.phone.replace(/[\s-]/g, '') })

const place = (key: string, { totalFen, ...wish }: Wish) =>
  callOn('orders.place', { key, ...wish, address: tidy(wish.address), expectedTotalFen: totalFen })

// An answer is remembered under its key, so the agreed new price goes out under a key of its own.
async function placeAtAnyPrice(key: string, wish: Wish, turn = 1): Promise<PlacedView | null> {
  try {
    return await place(turn === 1 ? key : `${key}-${turn}`, wish)
  } catch (thrown) {
    const error = asCallError(thrown)
    if (error.code !== 'PRICE_CHANGED') throw error
    const { totalFen } = await call('checkout.quote', { lines: wish.lines, province: wish.address.province })
    const amounts = { before: formatFen(wish.totalFen), after: formatFen(totalFen) }
    const agreed = await confirm({
      title: t('checkout.priceTitle'),
      sentence: t('checkout.priceSentence', amounts),
      act: t('checkout.priceAct', amounts),
      cancel: t('checkout.priceNo'),
      kind: 'seal',
    })
    return agreed ? placeAtAnyPrice(key, { ...wish, totalFen }, turn + 1) : null
  }
}

/**
 * Placing and paying with one tap: our own check of the address first, then WeChat's question about messages, then
 * the order, then the payment sheet. From there on the order's page shows what came of it (O4-O7).
 */
export function usePlacing(onQuoteChanged: () => Promise<void>): Action<[wish: Wish]> {
  const askToTell = useTelling()
  return useAction(async (key: string, wish: Wish) => {
    const refusal = addressRefusal(tidy(wish.address))
    if (refusal) throw refused(refusal)
    await askToTell(ASKED_WHEN_PAYING)
    const placed = await placeAtAnyPrice(key, wish)
    if (!placed) return onQuoteChanged()
    await payPlaced(key, placed.no)
    if (wish.lines.some(({ imprint }) => imprint)) clearDesigns()
    await Taro.redirectTo({ url: `/pages/order/index?no=${placed.no}` })
  })
}

// The order stands whatever the payment does; its page offers to pay again.
async function payPlaced(key: string, no: string): Promise<void> {
  try {
    sayPaid(await settle(key, no))
  } catch (thrown) {
    toast(asCallError(thrown).message)
  }
}
