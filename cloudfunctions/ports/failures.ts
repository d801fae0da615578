interface SdkFailure {
  errCode?: unknown
  errMsg?: unknown
  message?: unknown
}

/** The text of an SDK error, for logs and for telling errors apart: the SDK gives unlike errors the same code. */
export function textOf(error: unknown): string {
  const { errMsg, message } = (error ?? {}) as SdkFailure
  return String(errMsg ?? message ?? error)
}

/** The errcode that WeChat answered with; 0 when the error carries none. */
export function codeOf(error: unknown): number {
  return Number(((error ?? {}) as SdkFailure).errCode ?? 0)
}

/** Whether the database refused a document because its id or a unique value is there already. */
export function isDuplicate(error: unknown): boolean {
  return /E11000|duplicate key|DuplicateWrite|DUPLICATE_WRITE/i.test(textOf(error))
}
