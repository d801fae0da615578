import type { Table } from '../case'

const localOnly = 'needs a WeChat user'

export const openapi: Table = {
  action: 'cloud.openapi',
  cases: [
    {
      name: 'subscribeMessage.send without a credit rejects with 43101',
      localOnly,
      act: ({ cloud, caught }) =>
        caught(
          cloud.openapi.subscribeMessage.send({
            touser: 'conformance-openid',
            templateId: 'T',
            data: { thing1: { value: 'x' } },
          }),
        ),
      answer: { errCode: 43101, errMsg: expect.stringMatching(/^openapi\.subscribeMessage\.send:fail/) },
    },
    {
      name: 'msgSecCheck passes good text',
      localOnly,
      act: async ({ cloud }) => {
        const data = { content: '生日快乐', version: 2, scene: 2, openid: 'conformance-openid' }
        const { errCode, errMsg, result } = await cloud.openapi.security.msgSecCheck(data)
        return [errCode, errMsg, result]
      },
      answer: [0, 'openapi.security.msgSecCheck:ok', { suggest: 'pass', label: 100 }],
    },
    {
      name: 'msgSecCheck finds bad text',
      localOnly,
      act: async ({ cloud }) => {
        const data = { content: '来赌博', version: 2, scene: 2, openid: 'conformance-openid' }
        return (await cloud.openapi.security.msgSecCheck(data)).result.suggest
      },
      answer: 'risky',
    },
    {
      name: 'msgSecCheck without its version is refused with 47001',
      localOnly,
      act: ({ cloud }) => cloud.openapi.security.msgSecCheck({ content: 'x', scene: 2, openid: 'conformance-openid' }),
      error: { errCode: 47001 },
    },
    {
      name: 'msgSecCheck of a stranger is refused with 61010',
      localOnly,
      act: ({ cloud }) =>
        cloud.openapi.security.msgSecCheck({ content: 'x', version: 2, scene: 2, openid: 'a-stranger' }),
      error: { errCode: 61010 },
    },
    {
      name: 'wxacode.getUnlimited answers a picture',
      localOnly,
      act: async ({ cloud }) => {
        const { contentType, buffer } = await cloud.openapi.wxacode.getUnlimited({ scene: 'f=1', page: 'pages/home' })
        return [contentType, buffer.subarray(1, 4).toString()]
      },
      answer: ['image/png', 'PNG'],
    },
    {
      name: 'wxacode.getUnlimited refuses a scene of more than 32 signs',
      localOnly,
      act: ({ cloud }) => cloud.openapi.wxacode.getUnlimited({ scene: 'x'.repeat(33) }),
      error: { errCode: 40129 },
    },
    {
      name: 'an API that config.json does not name is refused with -604101',
      localOnly,
      act: ({ cloud }) => cloud.openapi.logistics.getPath({}),
      error: { errCode: -604101 },
    },
    {
      name: 'an API that does not exist is refused with -604100',
      localOnly,
      act: ({ cloud }) => cloud.openapi.no.such.api({}),
      error: { errCode: -604100 },
    },
  ],
}

export const cloudPay: Table = {
  action: 'cloud.cloudPay',
  cases: [
    {
      name: 'unifiedOrder answers what requestPayment needs',
      localOnly,
      act: async ({ cloud }) => {
        const { returnCode, resultCode, prepayId, payment, errMsg } = await cloud.cloudPay.unifiedOrder({
          body: '苹果',
          outTradeNo: 'C1',
          totalFee: 100,
          functionName: 'echo',
          envId: 'local',
          subMchId: '1900000109',
          spbillCreateIp: '127.0.0.1',
          nonceStr: 'n',
        })
        return { returnCode, resultCode, payment, errMsg, same: payment.package === `prepay_id=${prepayId}` }
      },
      answer: {
        returnCode: 'SUCCESS',
        resultCode: 'SUCCESS',
        same: true,
        errMsg: 'cloudPay.unifiedOrder:ok',
        payment: {
          appId: expect.stringMatching(/^wx/),
          timeStamp: expect.stringMatching(/^\d{10}$/),
          nonceStr: expect.any(String),
          package: expect.stringMatching(/^prepay_id=wx/),
          signType: 'MD5',
          paySign: expect.stringMatching(/^[0-9A-F]{32}$/),
        },
      },
    },
    {
      name: 'unifiedOrder of a wrong amount is refused',
      localOnly,
      act: async ({ cloud }) => {
        const data = {
          body: 'x',
          outTradeNo: 'C2',
          totalFee: 0,
          functionName: 'echo',
          envId: 'local',
          subMchId: '1',
          nonceStr: 'n',
        }
        const { returnCode, returnMsg } = await cloud.cloudPay.unifiedOrder(data)
        return [returnCode, returnMsg]
      },
      answer: ['FAIL', expect.stringMatching(/total_fee/)],
    },
    {
      name: 'queryOrder of an unpaid order says NOTPAY',
      localOnly,
      act: async ({ cloud }) => {
        const data = {
          body: 'x',
          outTradeNo: 'C3',
          totalFee: 1,
          functionName: 'echo',
          envId: 'local',
          subMchId: '1',
          nonceStr: 'n',
        }
        await cloud.cloudPay.unifiedOrder(data)
        const { tradeState, totalFee } = await cloud.cloudPay.queryOrder({
          outTradeNo: 'C3',
          subMchId: '1',
          nonceStr: 'n',
        })
        return [tradeState, totalFee]
      },
      answer: ['NOTPAY', 1],
    },
    {
      name: 'queryOrder of an unknown order says so',
      localOnly,
      act: async ({ cloud }) => {
        const { resultCode, errCodeDes } = await cloud.cloudPay.queryOrder({
          outTradeNo: 'none',
          subMchId: '1',
          nonceStr: 'n',
        })
        return [resultCode, errCodeDes]
      },
      answer: ['FAIL', '此交易订单号不存在'],
    },
    {
      name: 'a closed order cannot be ordered again',
      localOnly,
      act: async ({ cloud }) => {
        const data = {
          body: 'x',
          outTradeNo: 'C4',
          totalFee: 1,
          functionName: 'echo',
          envId: 'local',
          subMchId: '1',
          nonceStr: 'n',
        }
        await cloud.cloudPay.unifiedOrder(data)
        const { resultCode } = await cloud.cloudPay.closeOrder({ outTradeNo: 'C4', subMchId: '1', nonceStr: 'n' })
        return [resultCode, (await cloud.cloudPay.unifiedOrder(data)).errCodeDes]
      },
      answer: ['SUCCESS', '该订单已关闭'],
    },
    {
      name: 'a refund of an unpaid order is refused',
      localOnly,
      act: async ({ cloud }) => {
        const data = {
          body: 'x',
          outTradeNo: 'C5',
          totalFee: 1,
          functionName: 'echo',
          envId: 'local',
          subMchId: '1',
          nonceStr: 'n',
        }
        await cloud.cloudPay.unifiedOrder(data)
        const { resultCode } = await cloud.cloudPay.refund({
          outTradeNo: 'C5',
          outRefundNo: 'R5',
          totalFee: 1,
          refundFee: 1,
          envId: 'local',
          subMchId: '1',
          nonceStr: 'n',
        })
        return resultCode
      },
      answer: 'FAIL',
    },
  ],
}
