import type { Socket } from 'node:net'
import postgres, { type Sql } from 'postgres'
import { parseDatabaseAddress } from '../../../src/server/db/database-address'
import { openSocket } from '../../../src/server/db/open-socket'

/** A connection over which whole tables are read. `resume` is called after each COPY TO whose stream was read to its end. */
export function openForCopying(url: string): { sql: Sql; resume: () => void } {
  const address = parseDatabaseAddress(url)
  const [host] = address.hosts
  if (!host) throw new Error('DATABASE_URL names no host')
  let socket: Socket | undefined
  const options = {
    host: host.name,
    port: host.port,
    user: address.user,
    pass: address.password,
    database: address.database,
    connection: { application_name: 'empreita backup', ...address.parameters },
    max: 1,
    ssl: false as const,
    connect_timeout: 10,
    onnotice() {},
    socket: async () => {
      socket = await openSocket(host, address.tls, new AbortController().signal)
      return socket
    },
  }
  // The driver pauses its socket while a reader is slow, and leaves it so when the end comes in the meantime.
  return { sql: postgres(options), resume: () => void socket?.resume() }
}
