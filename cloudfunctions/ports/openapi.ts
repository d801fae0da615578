import cloud from 'wx-server-sdk'

type Ask = Record<string, unknown>

// The SDK types its open APIs as `any`; these are the calls we make, with the parts of the answers we read.
interface OpenApi {
  subscribeMessage: { send(ask: Ask): Promise<unknown> }
  security: {
    msgSecCheck(ask: Ask): Promise<{ result?: { suggest?: string } }>
    mediaCheckAsync(ask: Ask): Promise<{ traceId?: string }>
  }
  wxa: { sec: { order: { uploadShippingInfo(ask: Ask): Promise<unknown> } } }
  logistics: { getPath(ask: Ask): Promise<{ pathItemList?: PathItem[] }> }
}

export interface PathItem {
  actionTime: number | string
  actionType: number
  actionMsg: string
}

/** WeChat's open APIs by cloud call: camelCase in, camelCase out; a non-zero errcode is thrown. */
export function openapi(): OpenApi {
  return cloud.openapi as unknown as OpenApi
}
