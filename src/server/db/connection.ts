import postgres from 'postgres'
import type { DatabaseAddress, DatabaseHost } from './database-address'
import { DoorError } from './door-error'
import { openSocket } from './open-socket'

export type ConnectionSettings = {
  /** Named statements; off for a pooler that does not keep them. */
  prepare: boolean
  /** Milliseconds for the network, TLS, sign-in and the first answer. */
  connectMs: number
  /** Milliseconds that any other statement may take to answer, more than the server's own statement_timeout. */
  answerMs: number
  /** Start-up parameters, such as statement_timeout. */
  parameters: Record<string, string | number>
}

export type Rows = postgres.RowList<postgres.Row[]>

type Statement = { text: string; parameters?: unknown[]; asArrays?: boolean; answerMs?: number }

// The server and the driver keep each named statement as long as the connection lives.
const MOST_NAMED_STATEMENTS = 500
// Thrown by the driver before anything was sent, because of a value that it cannot send.
const CALLER_FAULTS = new Set(['ERR_INVALID_ARG_TYPE', 'UNDEFINED_VALUE', 'MAX_PARAMETERS_EXCEEDED'])
const UNSENDABLE_END = new Set(['FATAL', 'PANIC'])

/**
 * One connection to one server over its own driver instance. It runs one statement at a time, never reconnects, and once
 * it broke (`death`) refuses everything: the driver would run a waiting statement on a new connection, outside its
 * transaction, and leaves a statement that is caught between the socket's 'error' and 'close' unsettled for ever.
 */
export class Connection {
  readonly openedAt = Date.now()
  warnings = 0
  #death: DoorError | null = null
  #interrupt: ((error: DoorError) => void) | null = null
  #tail: Promise<void> = Promise.resolve()
  readonly #abort = new AbortController()
  readonly #named = new Set<string>()
  readonly #driver: postgres.Sql

  constructor(
    address: DatabaseAddress,
    host: DatabaseHost,
    readonly settings: ConnectionSettings,
    readonly onDeath: (connection: Connection) => void,
  ) {
    let asked = false
    const socket = () => {
      // Asked a second time, the driver wants to reconnect.
      if (asked) return Promise.reject(new DoorError('CONNECTION_LOST', 'connection closed'))
      asked = true
      return openSocket(host, address.tls, this.#abort.signal)
    }
    const options = {
      host: host.name,
      port: host.port,
      user: address.user,
      pass: address.password,
      database: address.database,
      connection: { application_name: 'empreita', ...address.parameters, ...settings.parameters },
      prepare: settings.prepare,
      max: 1,
      ssl: false as const,
      fetch_types: false,
      connect_timeout: 0,
      idle_timeout: 0,
      max_lifetime: 0,
      keep_alive: 0,
      socket,
      onnotice: (notice: postgres.Notice) => {
        if (notice.severity === 'WARNING') this.warnings++
      },
      onclose: () => this.end(new DoorError('CONNECTION_LOST', 'the database closed the connection')),
    }
    this.#driver = postgres(options)
  }

  /** Why nothing can be sent any more; null while the connection lives. */
  get death(): DoorError | null {
    return this.#death
  }

  /** The driver's parsers and serializers, which the ORM adjusts. */
  get driverOptions(): postgres.Sql['options'] {
    return this.#driver.options
  }

  /** Sends one statement after all earlier ones were answered. Rejects with the server's error or a DoorError. */
  send(statement: Statement): Promise<Rows> {
    const result = this.#tail.then(() => this.#run(statement))
    this.#tail = result.then(
      () => undefined,
      () => undefined,
    )
    return result
  }

  /** Resolves when every statement sent so far was answered. */
  settled(): Promise<void> {
    return this.#tail
  }

  /** Breaks the connection for good; the statement under way rejects with `reason`. */
  end(reason: DoorError): void {
    if (this.#death) return
    this.#death = reason
    this.onDeath(this)
    this.#interrupt?.(reason)
    const destroy = () => this.#abort.abort()
    this.#driver.end({ timeout: 0 }).then(destroy, destroy)
  }

  #run({ text, parameters = [], asArrays = false, answerMs = this.settings.answerMs }: Statement): Promise<Rows> {
    return new Promise((resolve, reject) => {
      if (this.#death) return reject(this.#death)
      const timer = setTimeout(() => this.end(new DoorError('CONNECTION_LOST', 'no answer in time')), answerMs)
      const settle = (act: () => void) => {
        clearTimeout(timer)
        this.#interrupt = null
        act()
      }
      this.#interrupt = (error) => settle(() => reject(error))
      const query = this.#driver.unsafe(text, parameters as postgres.ParameterOrJSON<never>[], {
        prepare: this.#names(text),
      })
      // The driver reads it on failure and would keep the text of each failed statement for ever.
      void Object.defineProperty(query, 'origin', { value: '' })
      const running: Promise<unknown> = asArrays ? query.values() : query
      void running.then(
        (rows) => settle(() => resolve(rows as Rows)),
        (error: unknown) => settle(() => reject(this.#judge(error))),
      )
    })
  }

  #names(text: string): boolean {
    if (!this.settings.prepare) return false
    if (this.#named.size < MOST_NAMED_STATEMENTS) this.#named.add(text)
    return this.#named.has(text)
  }

  // Only an error of the statement itself leaves the connection usable.
  #judge(error: unknown): unknown {
    if (this.#death) return this.#death
    if (error instanceof postgres.PostgresError && !UNSENDABLE_END.has(error.severity)) return error
    const lost = new DoorError('CONNECTION_LOST', 'the connection to the database broke', { cause: error })
    this.end(lost)
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    return CALLER_FAULTS.has(code) ? error : lost
  }
}

/**
 * Opens a connection to the first host that answers and accepts writes, in the order of the URL. Rejects with a DoorError
 * (CONNECTION_LOST) whose cause is what the last host said.
 */
export async function openConnection(
  address: DatabaseAddress,
  settings: ConnectionSettings,
  onDeath: (connection: Connection) => void,
): Promise<Connection> {
  let failure: unknown = null
  for (const host of address.hosts) {
    const connection = new Connection(address, host, settings, onDeath)
    try {
      const [row] = await connection.send({
        text: 'select pg_is_in_recovery() as standby',
        answerMs: settings.connectMs,
      })
      if (row?.standby === false) return connection
      failure = new Error('the server is a standby, which accepts no writes')
    } catch (error) {
      failure = error
    }
    connection.end(new DoorError('CONNECTION_LOST', 'not the server that is wanted'))
  }
  throw new DoorError('CONNECTION_LOST', 'no database server answered that accepts writes', { cause: failure })
}
