import { type Connection, type ConnectionSettings, openConnection } from './connection'
import type { DatabaseAddress } from './database-address'
import { DoorError } from './door-error'

export type PoolSettings = ConnectionSettings & {
  /** Most connections at once. */
  max: number
  /** Milliseconds a transaction waits for a free connection. */
  waitMs: number
  /** Milliseconds after which a connection is replaced, so that no server process grows for ever. */
  maxAgeMs: number
}

export type PoolStats = { size: number; idle: number; waiting: number; opened: number; lost: number }

type Waiter = { give: (connection: Connection) => void; fail: (error: unknown) => void; timer: NodeJS.Timeout }

/** Hands out connections, each to one transaction at a time, and replaces those that broke. */
export class ConnectionPool {
  readonly #idle: Connection[] = []
  readonly #waiting: Waiter[] = []
  readonly #living = new Set<Connection>()
  readonly #stale = new WeakSet<Connection>()
  #size = 0
  #opened = 0
  #lost = 0
  #closed = false

  constructor(
    readonly address: DatabaseAddress,
    readonly settings: PoolSettings,
  ) {}

  /** A connection for the caller alone, to be given back with `release`. Rejects with a DoorError. */
  acquire(): Promise<Connection> {
    if (this.#closed) return Promise.reject(closedError())
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        const place = this.#waiting.indexOf(waiter)
        if (place >= 0) this.#waiting.splice(place, 1)
        reject(new DoorError('NO_FREE_CONNECTION', 'no database connection became free in time'))
      }, this.settings.waitMs)
      const waiter: Waiter = { give: resolve, fail: reject, timer }
      this.#waiting.push(waiter)
      this.#serve()
    })
  }

  release(connection: Connection): void {
    const isOld = Date.now() - connection.openedAt > this.settings.maxAgeMs
    if (isOld || this.#closed || this.#stale.has(connection))
      connection.end(new DoorError('CONNECTION_LOST', 'retired'))
    if (!connection.death) this.#idle.push(connection)
    this.#serve()
  }

  /** Replaces every connection: the idle ones now, the others when they come back. For a server that became a standby. */
  renew(): void {
    for (const connection of this.#living) this.#stale.add(connection)
    for (const connection of this.#idle.slice()) connection.end(new DoorError('CONNECTION_LOST', 'retired'))
  }

  /** Refuses new transactions, lets those under way finish for `graceMs` milliseconds, then ends every connection. */
  async close(graceMs: number): Promise<void> {
    this.#closed = true
    for (const waiter of this.#waiting.splice(0)) {
      clearTimeout(waiter.timer)
      waiter.fail(closedError())
    }
    const until = Date.now() + graceMs
    while (this.#size > this.#idle.length && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 20))
    for (const connection of this.#living) connection.end(closedError())
  }

  stats(): PoolStats {
    const { length: idle } = this.#idle
    return { size: this.#size, idle, waiting: this.#waiting.length, opened: this.#opened, lost: this.#lost }
  }

  #serve(): void {
    while (this.#waiting.length > 0) {
      const connection = this.#idle.pop()
      if (!connection && this.#size >= this.settings.max) return
      const waiter = this.#waiting.shift()
      if (!waiter) return
      clearTimeout(waiter.timer)
      if (connection) waiter.give(connection)
      else void this.#openFor(waiter)
    }
  }

  async #openFor(waiter: Waiter): Promise<void> {
    this.#size++
    try {
      const connection = await openConnection(this.address, this.settings, (dead) => this.#bury(dead))
      if (this.#closed) connection.end(closedError())
      if (connection.death) throw connection.death
      this.#living.add(connection)
      this.#opened++
      waiter.give(connection)
    } catch (error) {
      this.#size--
      waiter.fail(error)
      this.#serve()
    }
  }

  // A connection that never came to life is counted by the one who tried to open it.
  #bury(connection: Connection): void {
    if (!this.#living.delete(connection)) return
    this.#size--
    this.#lost++
    const place = this.#idle.indexOf(connection)
    if (place >= 0) this.#idle.splice(place, 1)
    this.#serve()
  }
}

function closedError(): DoorError {
  return new DoorError('DOOR_CLOSED', 'the way to the database is closed')
}
