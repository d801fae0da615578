import { type Caller } from '../identity'

/** What is known of one request to the admin protocol besides its parameters. */
export interface ActionContext {
  caller: Caller | undefined
  /** Notes for the wire log. */
  note(fact: { examined?: number; returned?: number; index?: string | null }): void
}
/** One action of the admin protocol: answers the JSON that goes back (a request id is added), throws ServiceError. */
export type Action = (parameters: unknown, context: ActionContext) => object | Promise<object>
