import { useDidShow } from '@tarojs/taro'
import type { OrderTab } from '../../domain/order/headline'

let wanted: OrderTab | 'all' | null = null

/** Which tab of My Orders the next showing begins with: a tab page cannot be given a query. */
export function wantTab(tab: OrderTab | 'all'): void {
  wanted = tab
}

/** Takes the wanted tab once, when the page is shown. */
export function useWantedTab(pick: (tab: OrderTab | 'all') => void): void {
  useDidShow(() => {
    if (wanted) pick(wanted)
    wanted = null
  })
}
