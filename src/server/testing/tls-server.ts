import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import tls from 'node:tls'

const folder = path.join(import.meta.dirname, 'tls')

/** The issuer of the test's certificate (self-signed, for the name `localhost` alone), as a file. */
export const testIssuer = path.join(folder, 'localhost.cert.pem')

export type TlsServer = { port: number; names: (string | false | null)[]; plain: number; close: () => Promise<void> }

/**
 * A PostgreSQL server that speaks TLS, as far as the network sees: it answers the request for TLS (`refuse`: with no; `inject`:
 * with yes and a byte that was slipped in) and carries what was encrypted to `target`. `names` are the SNI names it heard.
 */
export async function openTlsServer(
  target: { host: string; port: number },
  manner: 'accept' | 'refuse' | 'inject' = 'accept',
): Promise<TlsServer> {
  const [key, cert] = ['localhost.key.pem', 'localhost.cert.pem'].map((name) => readFileSync(path.join(folder, name)))
  const secureContext = tls.createSecureContext({ key, cert })
  const listener = net.createServer((client) => {
    client.on('error', () => undefined)
    const plainly = (first: Buffer) => {
      server.plain++
      carry(client, target, first)
    }
    client.once('data', (first) => {
      if (first.length !== 8) return plainly(first)
      client.write(manner === 'inject' ? 'SX' : manner === 'accept' ? 'S' : 'N')
      if (manner === 'refuse') return client.once('data', plainly)
      const secured = new tls.TLSSocket(client, { isServer: true, secureContext })
      secured.on('error', () => undefined)
      secured.on('secure', () => {
        server.names.push(secured.servername)
        carry(secured, target)
      })
    })
  })
  const server: TlsServer = {
    port: 0,
    names: [],
    plain: 0,
    async close() {
      listener.close()
      await once(listener, 'close')
    },
  }
  listener.listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const address = listener.address()
  server.port = typeof address === 'object' && address ? address.port : 0
  return server
}

function carry(client: net.Socket, target: { host: string; port: number }, first?: Buffer): void {
  const upstream = net.connect(target.port, target.host)
  upstream.on('error', () => undefined)
  if (first) upstream.write(first)
  client.pipe(upstream).pipe(client)
  for (const socket of [client, upstream]) {
    socket.on('close', () => {
      client.destroy()
      upstream.destroy()
    })
  }
}
