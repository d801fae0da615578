import type { Words } from '../words'

// Nobody but a person can mend these: trying again by itself would change nothing.
const PERMANENT = {
  NOT_ALLOWED: {
    zh: '对方没有允许微信通知，或允许的次数用完了',
    en: 'The receiver has not allowed WeChat messages, or has none left',
  },
  TEMPLATE_WRONG: { zh: '消息模板的编号不对，请到微信后台核对', en: 'The template id is wrong; check it at WeChat' },
  FIELD_WRONG: {
    zh: '消息模板的栏位对不上，微信没有收',
    en: 'The fields do not fit the template; WeChat refused them',
  },
  PAGE_WRONG: { zh: '消息要打开的页面还没有发布', en: 'The page it opens has not been released' },
  RECEIVER_UNKNOWN: { zh: '微信不认得这位收件人', en: 'WeChat does not know the receiver' },
  EFFECT_UNKNOWN: {
    zh: '这个版本不认得这件事，更新后再试',
    en: 'This version does not know the task; update and try again',
  },
  UNREADABLE: { zh: '这条记录坏了，读不出来，请联系技术', en: 'This record is damaged; please ask a technician' },
} as const satisfies Record<string, Words>

const PASSING = {
  UNANSWERED: { zh: '还没办成，隔一阵会再试', en: 'Not done yet; it is tried again by itself' },
  BEING_SENT: { zh: '正在发，稍等一下', en: 'It is being sent just now' },
} as const satisfies Record<string, Words>

/** Why something has not left, in words for the merchant. The one home of these words. */
export const FAILURES = { ...PERMANENT, ...PASSING }

export type PermanentCode = keyof typeof PERMANENT
/** Why WeChat will not send a message, however often it is asked. */
export type PushRefusal = Exclude<PermanentCode, 'EFFECT_UNKNOWN' | 'UNREADABLE'>
export type PassingCode = keyof typeof PASSING
export type FailureCode = PermanentCode | PassingCode

/** What became of one try. `detail` is for the log and for a technician, in the words of whoever failed. */
export type Outcome =
  | { kind: 'done' }
  | { kind: 'passing'; code: PassingCode; detail: string }
  | { kind: 'permanent'; code: PermanentCode; detail: string }

/** A try that did not succeed, as it is kept with its entry. */
export type Failure = Exclude<Outcome, { kind: 'done' }>

const MOST_DETAIL = 200

export const DONE: Outcome = { kind: 'done' }

/** It may go well next time. */
export function passing(code: PassingCode, error: unknown): Failure {
  return { kind: 'passing', code, detail: textOf(error) }
}

/** It will not go well until a person has mended something. */
export function permanent(code: PermanentCode, error: unknown): Failure {
  return { kind: 'permanent', code, detail: textOf(error) }
}

function textOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, MOST_DETAIL)
}

/**
 * One outcome for several receivers of a message. A passing failure counts before a permanent one: the message is tried
 * again for whom it may still reach, and only then stands as refused.
 */
export function together(outcomes: readonly Outcome[]): Outcome {
  return outcomes.find(({ kind }) => kind === 'passing') ?? outcomes.find(({ kind }) => kind === 'permanent') ?? DONE
}
