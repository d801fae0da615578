import { type TestCloud, USER, startCloud } from './support/cloud'

/** Acknowledges from the \`refusals\`-th notice on. */
const PAID = `
const cloud = require('wx-server-sdk')
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
const db = cloud.database()
exports.main = async (event) => {
  const { OPENID = null, SOURCE = null } = cloud.getWXContext()
  await db.collection('notices').add({ data: { ...event, OPENID, SOURCE, at: db.serverDate() } })
  const { total } = await db.collection('notices').count()
  return total > Number(process.env.REFUSALS || 0) ? { errcode: 0, errmsg: '' } : { errcode: 1 }
}`

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startCloud({ collections: [{ name: 'notices' }] }, { 'paid/index.js': PAID })
})
afterAll(() => cloud.end())
beforeEach(() => cloud.reset())

interface PayAnswer {
  returnCode: string
  resultCode?: string
  errCode?: string
  errCodeDes?: string
  prepayId?: string
  [field: string]: unknown
}
const pay = (api: string, data: object): Promise<PayAnswer> =>
  cloud.run(({ cloud: sdk, args }) => sdk.cloudPay[args.api](args.data), { api, data })
const order = (outTradeNo: string, more: object = {}): Promise<PayAnswer> =>
  pay('unifiedOrder', {
    functionName: 'paid',
    envId: 'local',
    subMchId: '1900000109',
    nonceStr: 'n',
    body: '刻字苹果',
    outTradeNo,
    totalFee: 12800,
    spbillCreateIp: '127.0.0.1',
    tradeType: 'JSAPI',
    ...more,
  })
const sheet = (prepayId: string | undefined, choice: string, openid?: string): Promise<{ errMsg: string }> =>
  cloud.post('/wechat/pay', { prepayId, choice }, openid)
const notices = (): Record<string, unknown>[] => cloud.database.exportDocuments('notices')

test('an order is paid once, its function is told without an identity, and the query knows', async () => {
  const { prepayId, payment } = await order('GY1')
  expect(payment).toMatchObject({ package: `prepay_id=${prepayId}`, signType: 'MD5' })
  expect(await pay('queryOrder', { outTradeNo: 'GY1', subMchId: '1', nonceStr: 'n' })).toMatchObject({
    tradeState: 'NOTPAY',
    totalFee: 12800,
  })
  expect(await sheet(prepayId, 'cancel')).toEqual({ errMsg: 'requestPayment:fail cancel' })
  expect(await sheet(prepayId, 'pay', 'a-thief')).toMatchObject({
    errMsg: expect.stringMatching(/^requestPayment:fail/),
  })
  expect(notices()).toEqual([])
  expect(await sheet(prepayId, 'pay')).toEqual({ errMsg: 'requestPayment:ok' })
  expect(await sheet(prepayId, 'pay')).toEqual({ errMsg: 'requestPayment:fail 该订单已支付' })
  expect(notices()).toMatchObject([
    {
      returnCode: 'SUCCESS',
      resultCode: 'SUCCESS',
      outTradeNo: 'GY1',
      totalFee: 12800,
      cashFee: 12800,
      subOpenid: USER,
      timeEnd: '20260901080000',
      OPENID: null,
      SOURCE: null,
    },
  ])
  expect(await pay('queryOrder', { outTradeNo: 'GY1' })).toMatchObject({
    tradeState: 'SUCCESS',
    transactionId: notices()[0]!.transactionId,
  })
  expect(await order('GY1')).toMatchObject({ resultCode: 'FAIL', errCode: 0, errCodeDes: '该订单已支付' })
})

test('a wrong order is refused before it exists', async () => {
  for (const wrong of [
    { outTradeNo: '订单' },
    { outTradeNo: 'x'.repeat(33) },
    { totalFee: 0 },
    { totalFee: 1.5 },
    { totalFee: '5' },
    { body: '' },
    { functionName: undefined },
    { subMchId: '' },
  ]) {
    expect(await order('GY2', wrong)).toMatchObject({ returnCode: 'FAIL' })
  }
  expect((await order('GY2')).returnCode).toBe('SUCCESS')
  expect((await order('GY2')).prepayId).toBe((await order('GY2')).prepayId)
  expect(await order('GY2', { totalFee: 1 })).toMatchObject({ resultCode: 'FAIL', errCodeDes: '商户订单号重复' })
})

test('a closed or an old order cannot be paid', async () => {
  const closed = await order('GY3')
  expect(await pay('closeOrder', { outTradeNo: 'GY3' })).toMatchObject({ resultCode: 'SUCCESS' })
  expect((await sheet(closed.prepayId, 'pay')).errMsg).toMatch(/已关闭/)
  const old = await order('GY4')
  await cloud.clock.advance(2 * 3600_000 + 1000)
  expect((await sheet(old.prepayId, 'pay')).errMsg).toMatch(/已过期/)
})

test('a notice is repeated on WeChat’s schedule until the function answers errcode 0', async () => {
  const refusing = await startCloud(
    { collections: [{ name: 'notices' }], environment: { REFUSALS: '3' } },
    { 'paid/index.js': PAID },
  )
  refusing.clock.stand()
  const { prepayId } = await refusing.run(({ cloud: sdk }) =>
    sdk.cloudPay.unifiedOrder({
      functionName: 'paid',
      envId: 'local',
      subMchId: '1',
      nonceStr: 'n',
      body: 'x',
      outTradeNo: 'R1',
      totalFee: 1,
    }),
  )
  await refusing.post('/wechat/pay', { prepayId, choice: 'pay' })
  expect(await refusing.clock.advance(86_400_000)).toBe(3)
  const times = refusing.database.exportDocuments('notices').map(({ at }) => (at as Date).getTime())
  expect(times.map((at) => at - times[0]!)).toEqual([0, 15_000, 30_000, 60_000])
  await refusing.end()
})

test('notices come twice, late, or not at all when asked to', async () => {
  const paid = async (no: string, fault: object): Promise<number> => {
    await cloud.control('faults', { notices: [fault] })
    await sheet((await order(no)).prepayId, 'pay')
    return notices().filter(({ outTradeNo }) => outTradeNo === no).length
  }
  expect(await paid('TWICE', { kind: 'duplicate' })).toBe(2)
  expect(await paid('LATE', { kind: 'delay', ms: 60_000 })).toBe(0)
  expect(await paid('LOST', { kind: 'lose' })).toBe(0)
  expect(await paid('ONCE-LOST', { kind: 'lose', times: 1 })).toBe(0)
  await cloud.clock.advance(86_400_000)
  const numbers = notices().map(({ outTradeNo }) => outTradeNo)
  expect(numbers).toEqual(['TWICE', 'TWICE', 'ONCE-LOST', 'LATE'])
  expect(await pay('queryOrder', { outTradeNo: 'LOST' })).toMatchObject({ tradeState: 'SUCCESS' })
})

test('a notice is overtaken by the next one, or comes alone a little later', async () => {
  const paid = async (no: string): Promise<unknown> => sheet((await order(no)).prepayId, 'pay')
  await cloud.control('faults', { notices: [{ kind: 'reorder' }] })
  await paid('FIRST')
  expect(notices()).toEqual([])
  await paid('SECOND')
  expect(notices().map(({ outTradeNo }) => outTradeNo)).toEqual(['SECOND', 'FIRST'])
  await cloud.control('faults', { notices: [{ kind: 'reorder' }] })
  await paid('ALONE')
  await cloud.clock.advance(15_000)
  expect(notices().map(({ outTradeNo }) => outTradeNo)).toEqual(['SECOND', 'FIRST', 'ALONE'])
})

test('refunds never exceed the payment, repeat harmlessly and send their own notice', async () => {
  await sheet((await order('GY5')).prepayId, 'pay')
  const refund = (outRefundNo: string, refundFee: number): Promise<PayAnswer> =>
    pay('refund', {
      outTradeNo: 'GY5',
      outRefundNo,
      totalFee: 12800,
      refundFee,
      functionName: 'paid',
      envId: 'local',
      subMchId: '1',
      nonceStr: 'n',
    })
  cloud.clock.stand()
  const first = await refund('R1', 10000)
  expect(first).toMatchObject({ resultCode: 'SUCCESS', refundFee: 10000 })
  expect((await refund('R1', 10000)).refundId).toBe(first.refundId)
  expect(await refund('R1', 1)).toMatchObject({ resultCode: 'FAIL' })
  expect(await refund('R2', 2801)).toMatchObject({ resultCode: 'FAIL', errCodeDes: '申请退款金额大于可退金额' })
  expect(await pay('queryRefund', { outRefundNo: 'R1' })).toMatchObject({ refundStatus_0: 'PROCESSING' })
  await cloud.clock.advance(5000)
  cloud.clock.run()
  expect(await pay('queryRefund', { outRefundNo: 'R1' })).toMatchObject({ refundStatus_0: 'SUCCESS', refundCount: 1 })
  expect(notices().filter(({ refundStatus }) => refundStatus === 'SUCCESS')).toMatchObject([
    { outRefundNo: 'R1', refundFee: 10000 },
  ])
  expect(await pay('queryOrder', { outTradeNo: 'GY5' })).toMatchObject({ tradeState: 'REFUND' })
})
