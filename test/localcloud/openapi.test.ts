import { START, type TestCloud, USER, startCloud } from './support/cloud'

const HEAR = `
const cloud = require('wx-server-sdk')
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
exports.main = async (event) => {
  await cloud.database().collection('heard').add({ data: { ...event, openid: cloud.getWXContext().OPENID || null } })
  return 'success'
}`
const MUTE = `
const cloud = require('wx-server-sdk')
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
exports.main = () => cloud.openapi.security.msgSecCheck({ content: 'x' }).catch((e) => e.errCode)`

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startCloud(
    { collections: [{ name: 'heard' }], events: { wxa_media_check: 'hear' } },
    { 'hear/index.js': HEAR, 'mute/index.js': MUTE },
  )
})
afterAll(() => cloud.end())
beforeEach(() => cloud.reset())

const send = (
  data: Record<string, { value: string }>,
  templateId = 'T1',
): Promise<{ errCode: number; errMsg: string }> =>
  cloud.run(
    ({ cloud: sdk, args }) =>
      sdk.openapi.subscribeMessage
        .send({ touser: args.touser, templateId: args.templateId, page: 'pages/order?no=1', data: args.data })
        .catch((e: { errCode: number; errMsg: string }) => ({ errCode: e.errCode, errMsg: e.errMsg })),
    { touser: USER, templateId, data },
  )

test('one accepted request is worth one message of that template, then 43101', async () => {
  expect((await send({ thing1: { value: '苹果' } })).errCode).toBe(43101)
  expect(await cloud.post('/wechat/subscribe', { tmplIds: ['T1', 'T2'], choice: 'accept' })).toEqual({
    errMsg: 'requestSubscribeMessage:ok',
    T1: 'accept',
    T2: 'accept',
  })
  await cloud.post('/wechat/subscribe', { tmplIds: ['T1'], choice: 'reject' })
  expect((await send({ thing1: { value: '苹果' } })).errCode).toBe(0)
  expect((await send({ thing1: { value: '苹果' } })).errCode).toBe(43101)
  const messages = await cloud.control<{ openid: string; page: string; data: unknown }[]>(`messages?openid=${USER}`)
  expect(messages).toMatchObject([
    { openid: USER, templateId: 'T1', page: 'pages/order?no=1', data: { thing1: '苹果' } },
  ])
  expect(await cloud.control('messages?openid=nobody')).toEqual([])
})

test.each([
  ['thing1', '一二三四五六七八九十一二三四五六七八九十一'],
  ['thing1', ''],
  ['character_string2', '订单1'],
  ['number3', '12a'],
  ['time4', 'tomorrow'],
  ['date4', '15:01'],
  ['amount5', '12345678901元'],
  ['phrase6', '已经发货了吗'],
  ['phrase6', 'sent'],
  ['name7', '一二三四五六七八九十一'],
  ['phone_number8', '138-0000-0000-0000-0000'],
  ['strange9', 'x'],
])('a message with %s "%s" is refused with 47003 that names the field', async (field, value) => {
  await cloud.post('/wechat/subscribe', { tmplIds: ['T1'], choice: 'accept' })
  expect(await send({ [field]: { value } })).toMatchObject({ errCode: 47003, errMsg: expect.stringContaining(field) })
})

test('values at their limits pass', async () => {
  await cloud.post('/wechat/subscribe', { tmplIds: ['T1'], choice: 'accept' })
  const data = {
    thing1: { value: '一二三四五六七八九十一二三四五六七八九十' },
    character_string2: { value: 'GY-20260901-0001' },
    number3: { value: '12' },
    time4: { value: '2026年9月1日 15:01' },
    date5: { value: '2026-09-01 ~ 2026-09-10' },
    amount6: { value: '￥128.00' },
    phrase7: { value: '待确认中' },
    name8: { value: '果园三号' },
    phone_number9: { value: '138****6068' },
  }
  expect(await send(data)).toMatchObject({ errCode: 0 })
})

test('an open API that config.json does not name, or that does not exist, is refused', async () => {
  expect((await cloud.post<{ result: number }>('/invoke/mute', {})).result).toBe(-604101)
  expect(
    await cloud.run(({ cloud: sdk }) => sdk.openapi.no.such.api({}).catch((e: { errCode: number }) => e.errCode)),
  ).toBe(-604100)
})

test('text is judged by the rule list, which the control API can change', async () => {
  const check = (content: string, openid = USER) =>
    cloud.run(
      ({ cloud: sdk, args }) =>
        sdk.openapi.security.msgSecCheck({ content: args.content, version: 2, scene: 2, openid: args.openid }).then(
          (r: { result: { suggest: string; label: number }; traceId: string }) => [
            r.result.suggest,
            r.result.label,
            r.traceId.length,
          ],
          (e: { errCode: number }) => e.errCode,
        ),
      { content, openid },
    )
  expect(await check('生日快乐')).toEqual(['pass', 100, 24])
  expect(await check('来 赌 博')).toEqual(['risky', 20006, 24])
  expect(await check('字'.repeat(2501))).toBe(45002)
  expect(await check('hello', 'never-seen')).toBe(61010)
  await cloud.control('verdicts', { text: [{ match: 'Hello', suggest: 'review', label: 10001 }] })
  expect(await check('hello')).toEqual(['review', 10001, 24])
})

test('a picture’s verdict comes later as an event to the function that is registered for it', async () => {
  await cloud.control('verdicts', { media: [{ match: 'bad', suggest: 'risky', label: 20002 }] })
  cloud.clock.stand()
  const traces = await cloud.run(async ({ cloud: sdk, args }) => {
    const ask = (name: string) =>
      sdk.openapi.security.mediaCheckAsync({
        mediaUrl: `http://127.0.0.1/${name}.png`,
        mediaType: 2,
        version: 2,
        scene: 1,
        openid: args,
      })
    return [(await ask('good')).traceId, (await ask('bad')).traceId]
  }, USER)
  expect(cloud.database.exportDocuments('heard')).toEqual([])
  await cloud.clock.advance(1000)
  cloud.clock.run()
  const heard = cloud.database.exportDocuments('heard')
  expect(
    heard.map(({ trace_id, result, Event, openid }) => [
      trace_id,
      (result as { suggest: string }).suggest,
      Event,
      openid,
    ]),
  ).toEqual([
    [traces[0], 'pass', 'wxa_media_check', null],
    [traces[1], 'risky', 'wxa_media_check', null],
  ])
})

test('a mini-program code is a picture that depends on its scene', async () => {
  const made = await cloud.run(async ({ cloud: sdk }) => {
    const draw = async (scene: string) => {
      const { contentType, buffer } = await sdk.openapi.wxacode.getUnlimited({ scene, page: 'pages/home' })
      return [contentType, Buffer.from(buffer).toString('base64')]
    }
    return {
      one: await draw('a=1'),
      again: await draw('a=1'),
      other: await draw('a=2'),
      long: await draw('x'.repeat(33)).catch((e: { errCode: number }) => e.errCode),
    }
  })
  expect(made.one[0]).toBe('image/png')
  expect(Buffer.from(made.one[1]!, 'base64').subarray(1, 4).toString()).toBe('PNG')
  expect(made.again).toEqual(made.one)
  expect(made.other).not.toEqual(made.one)
  expect(made.long).toBe(40129)
})

test('shipping info starts a parcel that the clock carries to the door', async () => {
  await cloud.run(({ cloud: sdk }) =>
    sdk.cloudPay.unifiedOrder({
      body: 'x',
      outTradeNo: 'S1',
      totalFee: 5,
      functionName: 'hear',
      envId: 'local',
      subMchId: '1',
      spbillCreateIp: '127.0.0.1',
      nonceStr: 'n',
    }),
  )
  const upload = (list: unknown): Promise<number> =>
    cloud.run(
      ({ cloud: sdk, args }) =>
        sdk.openapi.wxa.sec.order
          .uploadShippingInfo({
            orderKey: { orderNumberType: 1, outTradeNo: 'S1', mchid: '1' },
            logisticsType: 1,
            deliveryMode: 1,
            shippingList: args.list,
            uploadTime: '2026-09-01T08:00:00.000+08:00',
            payer: { openid: args.openid },
          })
          .then(
            (r: { errCode: number }) => r.errCode,
            (e: { errCode: number }) => e.errCode,
          ),
      { list, openid: USER },
    )
  const parcel = [{ trackingNo: 'SF100', expressCompany: 'SF', itemDesc: '苹果 12 个' }]
  expect(await upload(parcel)).toBe(10060001)
  const order = cloud.machine.orders.find({ outTradeNo: 'S1' })!
  await cloud.post('/wechat/pay', { prepayId: order.prepayId, choice: 'pay' })
  expect(await upload(parcel[0])).toBe(47001)
  expect([await upload(parcel), await upload(parcel), await upload(parcel)]).toEqual([0, 0, 10060003])
  const path = () =>
    cloud.run(
      ({ cloud: sdk, args }) =>
        sdk.openapi.logistics
          .getPath({ openid: args, deliveryId: 'SF', waybillId: 'SF100' })
          .then((r: { pathItemList: { actionType: number }[] }) => r.pathItemList.map((i) => i.actionType)),
      USER,
    )
  expect(await path()).toEqual([])
  await cloud.clock.advance(15 * 3600_000)
  expect(await path()).toEqual([100001, 200001])
  await cloud.clock.advance(32 * 3600_000)
  expect(await path()).toEqual([100001, 200001, 300002, 300003])
  const unknown = await cloud.run(
    ({ cloud: sdk, args }) =>
      sdk.openapi.logistics
        .getPath({ openid: args, deliveryId: 'SF', waybillId: 'none' })
        .catch((e: { errCode: number }) => e.errCode),
    USER,
  )
  expect(unknown).toBe(9300501)
  expect(START < cloud.clock.now()).toBe(true)
})
