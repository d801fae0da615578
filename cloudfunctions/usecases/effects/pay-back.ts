import { CLAIM_REASONS, type ClaimDoc } from '../../../domain/aftersale/claim'
import type { Ports } from '../../ports/ports'
import { changeOrder } from '../core/change'
import { bySystem } from './system'

/** The order owes what its claim was settled with, once; it asks WeChat for the refund itself (A2). */
export async function payBack(ports: Ports, { _id, orderNo, settledFen, ask }: ClaimDoc): Promise<void> {
  if (!settledFen) return
  const reason = `售后：${CLAIM_REASONS[ask.reason].zh}`
  await changeOrder(ports, orderNo, { type: 'owe', for: _id, fen: settledFen, reason }, bySystem('payBack'))
}
