import { type Records } from '../data/records'
import { type OpenApi, OpenApiError } from './registry'

interface Parcel {
  company: string
  waybill: string
  openid: string
  /** Local time, ms. */
  shippedAt: number
}
export interface Parcels {
  /** A parcel begins its simulated way; a second start of the same waybill keeps the first. */
  start(company: string, waybill: string, openid: string): void
  list(): Parcel[]
  apis: Record<string, OpenApi>
}

const HOUR_MS = 3600_000
/** The way of every simulated parcel. Action types: WeChat docs, logistics.getPath. */
const STEPS: { afterMs: number; type: number; text: string }[] = [
  { afterMs: 2 * HOUR_MS, type: 100001, text: '快件已揽收' },
  { afterMs: 14 * HOUR_MS, type: 200001, text: '快件运输中，已到达转运中心' },
  { afterMs: 40 * HOUR_MS, type: 300002, text: '快件派送中，请保持电话畅通' },
  { afterMs: 46 * HOUR_MS, type: 300003, text: '快件已签收' },
]
/** Carriers by the ids of WeChat's list. Source: WeChat docs, logistics.getAllDelivery. */
const CARRIERS: Record<string, string> = {
  SF: '顺丰速运',
  YTO: '圆通速递',
  ZTO: '中通快递',
  STO: '申通快递',
  YUNDA: '韵达快递',
  EMS: '中国邮政速递',
  JDL: '京东物流',
  DB: '德邦快递',
  JTSD: '极兔速递',
  BEST: '百世快递',
  TEST: '测试快递',
}
const UNKNOWN_WAYBILL = 9300501

export function openParcels(records: Records, now: () => number): Parcels {
  const idOf = (company: string, waybill: string): string => JSON.stringify([company, waybill])
  return {
    start(company, waybill, openid) {
      if (records.get('parcel', idOf(company, waybill))) return
      records.put('parcel', idOf(company, waybill), { company, waybill, openid, shippedAt: now() } satisfies Parcel)
    },
    list: () => records.list<Parcel>('parcel'),
    apis: {
      'logistics.getPath'({ openid, delivery_id: company, waybill_id: waybill }) {
        const parcel = records.get<Parcel>('parcel', idOf(String(company), String(waybill)))
        if (!parcel || parcel.openid !== openid) throw new OpenApiError(UNKNOWN_WAYBILL, '运单不存在')
        const path_item_list = STEPS.filter(({ afterMs }) => parcel.shippedAt + afterMs <= now()).map(
          ({ afterMs, type, text }) => ({
            action_time: Math.floor((parcel.shippedAt + afterMs) / 1000),
            action_type: type,
            action_msg: text,
          }),
        )
        return {
          openid,
          delivery_id: company,
          waybill_id: waybill,
          path_item_num: path_item_list.length,
          path_item_list,
        }
      },
      'logistics.getAllDelivery': () => ({
        count: Object.keys(CARRIERS).length,
        data: Object.entries(CARRIERS).map(([delivery_id, delivery_name]) => ({ delivery_id, delivery_name })),
      }),
    },
  }
}
