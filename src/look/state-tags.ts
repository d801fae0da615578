import type { Headline } from '../../domain/order/headline'
import type { IconName } from './icons'

/** Shape and colour of each headline: word, text colour, background. Contrast at least 6:1 (look.md). */
export const stateTags: Record<Headline, { icon: IconName; text: string; fill: string }> = {
  toPay: { icon: 'clock', text: '#7A5000', fill: '#FBECC9' },
  inReview: { icon: 'sheet', text: '#484B78', fill: '#E7E6F1' },
  outOfStock: { icon: 'basket', text: '#7D3F1E', fill: '#F6E1D4' },
  growing: { icon: 'leaf', text: '#2F5D43', fill: '#E4ECDD' },
  inspecting: { icon: 'loupe', text: '#1D5C58', fill: '#DBECE9' },
  toConfirm: { icon: 'seal', text: '#FFFFFF', fill: '#A8322A' },
  cold: { icon: 'snowflake', text: '#2B5B78', fill: '#DFEBF1' },
  toShip: { icon: 'box', text: '#684713', fill: '#F2E5CB' },
  toReceive: { icon: 'truck', text: '#3B571D', fill: '#E8EED2' },
  done: { icon: 'check-circle', text: '#5C5248', fill: '#ECE5D8' },
  cancelled: { icon: 'slash', text: '#675A4D', fill: '#FFFDF8' },
  afterSale: { icon: 'return', text: '#783B60', fill: '#F3E3EC' },
}
