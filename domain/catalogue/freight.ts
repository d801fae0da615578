import type { Fen } from '../money'

/** Where a parcel goes, by how hard it is to get there. */
export type Zone = 'near' | 'far' | 'remote'

const ZONES: Record<string, Zone> = {
  北京: 'near',
  天津: 'near',
  河北: 'near',
  山西: 'near',
  内蒙古: 'far',
  辽宁: 'near',
  吉林: 'far',
  黑龙江: 'far',
  上海: 'near',
  江苏: 'near',
  浙江: 'near',
  安徽: 'near',
  福建: 'far',
  江西: 'far',
  山东: 'near',
  河南: 'near',
  湖北: 'near',
  湖南: 'far',
  广东: 'far',
  广西: 'far',
  海南: 'far',
  重庆: 'far',
  四川: 'far',
  贵州: 'far',
  云南: 'far',
  西藏: 'remote',
  陕西: 'near',
  甘肃: 'far',
  青海: 'remote',
  宁夏: 'far',
  新疆: 'remote',
}

/** The provinces we deliver to, in the order people expect them. */
export const PROVINCES: readonly string[] = Object.keys(ZONES)

const TARIFF: Record<Zone, { firstKgFen: Fen; moreKgFen: Fen }> = {
  near: { firstKgFen: 800, moreKgFen: 200 },
  far: { firstKgFen: 1200, moreKgFen: 500 },
  remote: { firstKgFen: 2000, moreKgFen: 1200 },
}

/** Goods worth this much travel free, except to remote provinces. */
export const FREE_FREIGHT_FROM: Fen = 19900

/** Freight in fen by region and weight (O4); null for a province we do not know. */
export function freightFen(province: string, grams: number, goodsFen: Fen): Fen | null {
  if (!PROVINCES.includes(province)) return null
  const zone = ZONES[province]
  if (zone !== 'remote' && goodsFen >= FREE_FREIGHT_FROM) return 0
  const extraKg = Math.max(0, Math.ceil(grams / 1000) - 1)
  return TARIFF[zone].firstKgFen + extraKg * TARIFF[zone].moreKgFen
}
