import Taro from '@tarojs/taro'
import { CallError, offline } from './call-error'
import { localOpenid } from './identity'

interface LocalAnswer {
  result?: unknown
  errCode?: number | string
  errMsg?: string
}

async function post(path: string, body: object): Promise<LocalAnswer> {
  const response = await Taro.request<LocalAnswer>({
    url: `${LOCAL_CLOUD_URL}${path}`,
    method: 'POST',
    header: { 'content-type': 'application/json', 'x-wx-openid': localOpenid() },
    data: body,
  }).catch(() => {
    throw offline()
  })
  const { data, statusCode } = response
  if (statusCode >= 500 || typeof data !== 'object' || data === null) throw offline()
  return data
}

async function answered(path: string, body: object): Promise<LocalAnswer> {
  const answer = await post(path, body)
  if (answer.errCode) throw new CallError(String(answer.errCode), answer.errMsg ?? '')
  return answer
}

/** Calls a function of the local cloud; its result, or a CallError with the cloud's own code. */
export async function invokeLocal(fn: string, event: object): Promise<unknown> {
  return (await answered(`/invoke/${fn}`, event)).result
}

/** Tells the local cloud what the person did in a sheet that WeChat would have drawn. Resolves to its errMsg, `…:ok`. */
export async function tellLocalWechat(act: 'pay' | 'subscribe', body: object): Promise<string> {
  return (await answered(`/wechat/${act}`, body)).errMsg ?? ''
}
