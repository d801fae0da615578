import { randomBytes } from 'node:crypto'
import cloud from 'wx-server-sdk'
import type { Payments, PaymentStatus } from './ports'

/** The function WeChat calls with payment notices. */
const NOTICE_FUNCTION = 'payment'
const MAX_BODY_BYTES = 120
const MAX_REASON_CHARACTERS = 40

// The SDK puts its own errCode 0 over WeChat Pay's name of the error, so the description is what is left to read.
const NOT_THERE = /ORDERNOTEXIST|订单号?不存在/
const CLOSED_BEFORE = /ORDERCLOSED|订单已关闭/

interface Reply {
  returnCode?: string
  returnMsg?: string
  resultCode?: string
  errCode?: string | number
  errCodeDes?: string
  tradeState?: string
  transactionId?: string
  totalFee?: number | string
  payment?: Record<string, string>
}

// The SDK ships cloudPay without types; it passes any method name on to WeChat.
type CloudPay = Record<'unifiedOrder' | 'queryOrder' | 'closeOrder' | 'refund', (ask: object) => Promise<Reply>>

/** WeChat Pay (v2) through cloudPay. What WeChat refuses for an unexpected reason is thrown. */
export function createCloudPay(): Payments {
  const { cloudPay } = cloud as unknown as { cloudPay: CloudPay }
  const account = () => ({
    envId: process.env.GUOYIN_ENV_ID ?? String(cloud.getWXContext().ENV ?? 'local'),
    subMchId: process.env.GUOYIN_SUB_MCH_ID ?? '1900000001',
    nonceStr: randomBytes(16).toString('hex'),
  })

  return {
    async open({ outTradeNo, totalFen, description, clientIp }) {
      const reply = await cloudPay.unifiedOrder({
        ...account(),
        functionName: NOTICE_FUNCTION,
        body: cutBytes(description, MAX_BODY_BYTES),
        outTradeNo,
        totalFee: totalFen,
        spbillCreateIp: clientIp || '127.0.0.1',
        tradeType: 'JSAPI',
      })
      if (!succeeded(reply) || !reply.payment) throw failure('unifiedOrder', reply)
      return reply.payment
    },

    async status(outTradeNo) {
      const reply = await cloudPay.queryOrder({ ...account(), outTradeNo })
      if (succeeded(reply)) return statusOf(reply)
      if (says(reply, NOT_THERE)) return { state: 'unpaid' }
      throw failure('queryOrder', reply)
    },

    async close(outTradeNo) {
      const reply = await cloudPay.closeOrder({ ...account(), outTradeNo })
      if (succeeded(reply) || says(reply, CLOSED_BEFORE) || says(reply, NOT_THERE)) return
      throw failure('closeOrder', reply)
    },

    async refund({ outTradeNo, refundNo, refundFen, totalFen, reason }) {
      const reply = await cloudPay.refund({
        ...account(),
        functionName: NOTICE_FUNCTION,
        outTradeNo,
        outRefundNo: refundNo,
        totalFee: totalFen,
        refundFee: refundFen,
        refundDesc: [...reason].slice(0, MAX_REASON_CHARACTERS).join(''),
      })
      if (!succeeded(reply)) throw failure('refund', reply)
    },
  }
}

function succeeded(reply: Reply): boolean {
  return reply.returnCode === 'SUCCESS' && reply.resultCode === 'SUCCESS'
}

function says(reply: Reply, error: RegExp): boolean {
  return [reply.errCode, reply.errCodeDes, reply.returnMsg].some((text) => error.test(String(text ?? '')))
}

function statusOf(reply: Reply): PaymentStatus {
  const transactionId = String(reply.transactionId ?? '')
  switch (reply.tradeState) {
    case 'SUCCESS':
      return { state: 'paid', transactionId, paidFen: Number(reply.totalFee) }
    case 'REFUND':
      return { state: 'refunded', transactionId }
    case 'CLOSED':
    case 'REVOKED':
      return { state: 'closed' }
    default:
      return { state: 'unpaid' }
  }
}

function failure(what: string, { returnCode, returnMsg, resultCode, errCode, errCodeDes }: Reply): Error {
  return new Error(`cloudPay.${what}: ${JSON.stringify({ returnCode, returnMsg, resultCode, errCode, errCodeDes })}`)
}

/** Cuts a text so that it has at most that many UTF-8 bytes, never through a character. */
function cutBytes(text: string, most: number): string {
  let cut = ''
  for (const char of text) {
    if (Buffer.byteLength(cut + char) > most) break
    cut += char
  }
  return cut
}
