import net from 'node:net'
import tls from 'node:tls'
import type { DatabaseHost, TlsDemand } from './database-address'

const TLS_REQUEST = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47])
const ACCEPTED = 'S'.charCodeAt(0)
const REFUSED = 'N'.charCodeAt(0)

/**
 * A socket to a PostgreSQL server, encrypted when `demand` says so, ready for the start-up packet. Rejects when the server
 * cannot be reached, closes, or does not prove what `demand` asks; `signal` ends it at any moment, also after it opened.
 */
export async function openSocket(
  host: DatabaseHost,
  demand: TlsDemand | null,
  signal: AbortSignal,
): Promise<net.Socket> {
  signal.throwIfAborted()
  const socket = host.name.startsWith('/')
    ? net.connect({ path: `${host.name}/.s.PGSQL.${host.port}` })
    : net.connect({ host: host.name, port: host.port, noDelay: true, keepAlive: true, keepAliveInitialDelay: 30_000 })
  guard(socket, signal)
  try {
    await event(socket, 'connect')
    if (!demand) return socket
    const secured = await encrypt(socket, host, demand)
    if (secured !== socket) guard(secured, signal)
    return secured
  } catch (error) {
    socket.destroy()
    throw error
  }
}

// An error without a listener would end the process; whoever waits for the socket hears of it by `event` or by its close.
function guard(socket: net.Socket, signal: AbortSignal): void {
  socket.on('error', () => undefined)
  signal.addEventListener('abort', () => socket.destroy(), { once: true })
}

async function encrypt(socket: net.Socket, host: DatabaseHost, demand: TlsDemand): Promise<net.Socket> {
  socket.write(TLS_REQUEST)
  const answer = await event(socket, 'data')
  // One byte exactly: more would be data that somebody slipped in before the encryption began.
  if (!Buffer.isBuffer(answer) || answer.length !== 1) throw new Error('unexpected answer to the request for TLS')
  if (answer[0] === REFUSED && demand.mode === 'prefer') return socket
  if (answer[0] !== ACCEPTED) throw new Error('the database server refused TLS')
  const secured = tls.connect({
    socket,
    host: host.name,
    servername: net.isIP(host.name) ? undefined : host.name,
    ca: demand.ca ?? undefined,
    minVersion: 'TLSv1.2',
    rejectUnauthorized: demand.mode === 'verify-ca' || demand.mode === 'verify-full',
    ...(demand.mode === 'verify-ca' ? { checkServerIdentity: () => undefined } : {}),
  })
  await event(secured, 'secureConnect')
  return secured
}

function event(socket: net.Socket, name: 'connect' | 'data' | 'secureConnect'): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void) => {
      socket.off(name, happened).off('error', reject).off('close', closed)
      act()
    }
    const happened = (value: unknown) => settle(() => resolve(value))
    const closed = () => settle(() => reject(new Error('the database server closed the connection')))
    socket.once(name, happened).once('error', reject).once('close', closed)
  })
}
