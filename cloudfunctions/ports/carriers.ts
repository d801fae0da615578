import { codeOf } from './failures'
import { openapi, type PathItem } from './openapi'
import type { Carriers } from './ports'
import type { TrackEvent } from '../../domain/carriers'

/** WeChat does not know the waybill (yet): carriers report the first scan hours after the parcel left. */
const WAYBILL_UNKNOWN = 9300501

/** Tracking through WeChat's logistics. */
export function createCarriers(): Carriers {
  return {
    async track({ openid, orderId, carrier, waybill }) {
      try {
        const path = await openapi().logistics.getPath({ openid, orderId, deliveryId: carrier, waybillId: waybill })
        return (path.pathItemList ?? []).map(toEvent)
      } catch (error) {
        if (codeOf(error) === WAYBILL_UNKNOWN) return []
        throw error
      }
    },
  }
}

function toEvent({ actionTime, actionType, actionMsg }: PathItem): TrackEvent {
  return { at: new Date(Number(actionTime) * 1000).toISOString(), what: actionMsg, action: Number(actionType) }
}
