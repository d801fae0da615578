/** On whose behalf a function runs. Without `openid` it is a timer, a notice or an event: nobody's. */
export interface Identity {
  openid?: string
  unionid?: string
}

/** What WX_API_TOKEN carries: the SDK sends it back with every request, so that the service knows the caller. */
export interface Caller extends Identity {
  /** The running invocation. */
  invocation: string
  /** The invocation a client, timer or notice started; nested calls share it. */
  root: string
  function: string
  /** Counts how often the machine was emptied or put back: what belongs to another life is over. */
  life: number
}

export const writeToken = (caller: Caller): string => Buffer.from(JSON.stringify(caller)).toString('base64url')

/** Reads a token back; undefined when there is none or it is not ours. */
export function readToken(token: unknown): Caller | undefined {
  if (typeof token !== 'string' || token === '') return undefined
  try {
    return JSON.parse(Buffer.from(token, 'base64url').toString()) as Caller
  } catch {
    return undefined
  }
}
