import Taro from '@tarojs/taro'
import type { Answer } from '../../contract/procedure'
import { CallError, offline, refused } from './call-error'
import { invokeLocal } from './local'
import { functionOf, type Input, type Output, type ProcedureName } from './procedures'

/** What a procedure gave, with the server's clock (UTC ISO): pages count days from it, never from the phone. */
export interface Told<Name extends ProcedureName> {
  data: Output<Name>
  now: string
}

async function invoke(fn: string, event: object): Promise<unknown> {
  if (CLOUD_MODE === 'local') return invokeLocal(fn, event)
  const answer = await Taro.cloud.callFunction({ name: fn, data: event }).catch(() => {
    throw offline()
  })
  return answer.result
}

function isAnswer(value: unknown): value is Answer<unknown> {
  return typeof value === 'object' && value !== null && 'ok' in value
}

/**
 * The one door to the cloud. A call that was not answered is made once more in silence: reads may be repeated, and
 * every command carries its key. Throws CallError: the server's refusal in the reader's language, or `OFFLINE`.
 */
export async function ask<Name extends ProcedureName>(procedure: Name, input: Input<Name>): Promise<Told<Name>> {
  const once = () => invoke(functionOf(procedure), { procedure, input })
  const answer = await once().catch((error: unknown) => {
    if (error instanceof CallError && error.code === 'OFFLINE') return once()
    throw error
  })
  if (!isAnswer(answer)) throw offline()
  if (!answer.ok) throw refused(answer.error)
  return { data: answer.data as Output<Name>, now: answer.now }
}

/** `ask`, when the server's clock is not needed. */
export async function call<Name extends ProcedureName>(procedure: Name, input: Input<Name>): Promise<Output<Name>> {
  return (await ask(procedure, input)).data
}

/** So often work that ran out of time is taken up again without asking anybody. */
const TRIES = 5

/** `call` for work that may take longer than one answer: BUSY keeps what was done, and the same input again goes on from there. */
export async function callOn<Name extends ProcedureName>(procedure: Name, input: Input<Name>): Promise<Output<Name>> {
  for (let left = TRIES; ; left--) {
    try {
      return await call(procedure, input)
    } catch (error) {
      if (!(error instanceof CallError && error.code === 'BUSY') || left === 1) throw error
    }
  }
}
