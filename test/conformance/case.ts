/* The SDK's own types know neither cloudPay nor most open APIs. */
/* eslint-disable-next-line @typescript-eslint/no-explicit-any */
export type Sdk = any

/** What a case works with. It runs inside a cloud function: it can use nothing else. */
export interface Scope {
  cloud: Sdk
  db: Sdk
  _: Sdk
  $: Sdk
  /** The collection of the case, holding its documents in their order. */
  c: Sdk
  /** A second collection, holding its others. */
  o: Sdk
  /** What `given` of the case makes. */
  given: Sdk
  /** Resolves to `{ errCode, errMsg }` of a failure, or to `'went well'`. */
  caught(work: Promise<unknown>): Promise<unknown>
}

/** One row: what is there, what is done through the SDK, and exactly what the SDK answers. */
export interface Case {
  name: string
  /** Dates as `{ $date }`. */
  documents?: object[]
  others?: object[]
  /** Makes what `act` finds as `given`: rows that differ only in it share their `act`. */
  given?: (scope: Scope) => unknown
  /** An arrow function, so that its source text can be deployed. */
  act: (scope: Scope) => unknown
  /** The value `act` gives, as JSON. */
  answer?: unknown
  /** The error it throws instead: the fields named here. */
  error?: { errCode?: number; errMsg?: unknown; code?: string; message?: unknown }
  /** Why a real environment cannot run it without more than credentials. */
  localOnly?: string
}

export interface Table {
  action: string
  cases: Case[]
}
