import type { Input, Quote } from '../../../contract'
import { freightFen } from '../../../domain/catalogue/freight'
import { reject } from '../../../domain/refusals'
import { dayOf } from '../../../domain/time'
import type { Context } from '../core/answer'
import { fillBasket, readShelf } from './basket'

/** The price of a basket before it is ordered (O4). Without a province, the one of the last address counts, if any. */
export async function quote({ ports, openid }: Context, input: Input<'checkout.quote'>): Promise<Quote> {
  const [shelf, profile] = await Promise.all([readShelf(ports, openid, input.lines), ports.db.get('profiles', openid)])
  const { lines, goodsFen, grams, expectedSendDay, sendWindow } = fillBasket(input.lines, shelf, dayOf(ports.now()))
  const province = input.province ?? profile?.lastAddress.province
  const freight = province ? (freightFen(province, grams, goodsFen) ?? reject('REGION_UNKNOWN', {}, 'province')) : 0
  return {
    lines: lines.map(({ asked, unitFen, totalFen }) => ({
      productId: asked.productId,
      packId: asked.packId,
      packs: asked.packs,
      unitFen,
      totalFen,
    })),
    goodsFen,
    freightFen: freight,
    totalFen: goodsFen + freight,
    grams,
    expectedSendDay,
    sendWindow,
    lastAddress: profile?.lastAddress ?? null,
  }
}
