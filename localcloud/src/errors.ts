/** An answer of the emulated service that is an error: `code` and `message` go over the wire as they are. */
export class ServiceError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
    this.name = 'ServiceError'
  }
}

const CHECK = 'Please check your request, but if the problem persists, contact us.'

/** Two transactions wrote the same document; the later one loses and is aborted. */
export const transactionConflict = (): ServiceError =>
  new ServiceError(
    'DATABASE_TRANSACTION_CONFLICT',
    `[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. ${CHECK}`,
  )

/** Two operations of one transaction were under way at the same time. */
export const transactionBusy = (): ServiceError =>
  new ServiceError('DATABASE_TRANSACTION_FAIL', `[ResourceUnavailable.TransactionBusy] Transaction is busy. ${CHECK}`)

/** The transaction ended, expired or never was. */
export const transactionNotExist = (): ServiceError =>
  new ServiceError(
    'DATABASE_TRANSACTION_FAIL',
    `[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds. ${CHECK}`,
  )

/** More operations in one transaction than the service allows. */
export const transactionTooLong = (limit: number): ServiceError =>
  new ServiceError(
    'DATABASE_TRANSACTION_FAIL',
    `[LimitExceeded.TransactionOperation] Transaction has more than ${limit} operations. ${CHECK}`,
  )

/** The collection was never created. */
export const collectionMissing = (name: string): ServiceError =>
  new ServiceError('DATABASE_COLLECTION_NOT_EXIST', `[ResourceNotFound] Db or Table not exist: ${name}. ${CHECK}`)

/** `_id` or a unique index already has this key. */
export const duplicateKey = (collection: string, index: string): ServiceError =>
  new ServiceError(
    'DATABASE_REQUEST_FAILED',
    `[FailedOperation.Insert] multiple write errors: [{write errors: [{E11000 duplicate key error collection: tnt-local.${collection} index: ${index} dup key}]}, {<nil>}]`,
  )

/** A query or update that MongoDB refuses; `detail` is its wording. */
export const refusedOperation = (kind: 'Query' | 'Insert' | 'Update' | 'Aggregate', detail: string): ServiceError =>
  new ServiceError('DATABASE_REQUEST_FAILED', `[FailedOperation.${kind}] ${detail}`)

export const invalidParameter = (detail: string): ServiceError =>
  new ServiceError('INVALID_PARAM', `[InvalidParameter] ${detail}`)

/** The text of anything that was thrown. */
export const messageOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown))
