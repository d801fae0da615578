import { say, t } from '../locales'
import type { Refusal } from '../../domain/refusals'

/** A call that did not succeed: `code` for the program, `message` for the reader, `field` to mark in a form. */
export class CallError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly field?: string,
    readonly details?: unknown,
  ) {
    super(message)
    this.name = 'CallError'
  }
}

/** The server's refusal in the reader's language. */
export const refused = ({ code, message, field, details }: Refusal) => new CallError(code, say(message), field, details)

/** Nothing was answered: the network is away, so the same call may be made again. */
export const offline = () => new CallError('OFFLINE', t('app.offline'))

/** Any thrown thing as a CallError, so that pages show one kind. */
export function asCallError(error: unknown): CallError {
  if (error instanceof CallError) return error
  console.error(error)
  return new CallError('UNEXPECTED', t('app.unexpected'))
}
