export type DoorErrorCode =
  | 'CONNECTION_LOST'
  | 'COMMIT_UNKNOWN'
  | 'ROLLED_BACK'
  | 'TRANSACTION_OVER'
  | 'TRANSACTION_DEADLINE'
  | 'TRANSACTION_CONTROL'
  | 'NO_FREE_CONNECTION'
  | 'DOOR_CLOSED'

/** A failure of the way to the database, never of a statement: the server's own errors pass through as they are. */
export class DoorError extends Error {
  constructor(
    readonly code: DoorErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
    this.name = 'DoorError'
  }
}

/** COMMIT was sent and its answer never came: it may have happened. Only the same command id may be sent again. */
export class CommitUnknownError extends DoorError {
  constructor(options?: ErrorOptions) {
    super('COMMIT_UNKNOWN', 'the outcome of COMMIT is unknown', options)
    this.name = 'CommitUnknownError'
  }
}
