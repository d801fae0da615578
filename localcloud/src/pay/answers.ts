/** A call of `cloud.cloudPay.*`: snake_case, as it crosses the wire. */
export type PayRequest = Record<string, unknown>
export type PayAnswer = Record<string, unknown>

/** The request itself was refused (WeChat Pay v2: return_code). */
export const communicationFailure = (text: string): PayAnswer => ({ return_code: 'FAIL', return_msg: text })

/** The request was understood and refused (WeChat Pay v2: result_code). */
export const businessFailure = (code: string, text: string): PayAnswer => ({
  return_code: 'SUCCESS',
  return_msg: 'OK',
  result_code: 'FAIL',
  err_code: code,
  err_code_des: text,
})

export const success = (appId: string, subMchId: string, rest: PayAnswer): PayAnswer => ({
  return_code: 'SUCCESS',
  return_msg: 'OK',
  result_code: 'SUCCESS',
  appid: appId,
  sub_appid: appId,
  mch_id: '1800008281',
  sub_mch_id: subMchId,
  ...rest,
})
