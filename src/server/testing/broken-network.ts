import { once } from 'node:events'
import net from 'node:net'

type Link = { client: net.Socket; server: net.Socket; isCut: boolean }
type Direction = 'toServer' | 'toClient'
/** What becomes of a piece on its way: other bytes, the same, or `cut` (reset both ends) before or after it passed. */
export type Interference = (chunk: Buffer, direction: Direction) => Buffer | 'cut' | 'pass then cut'

export type BrokenNetwork = {
  /** `url` as it reads through the broken network. */
  through: (url: string) => string
  port: number
  mode: 'pass' | 'accept then close' | 'refuse'
  interfere: Interference | null
  /** Resets some connections, half-sends an answer of others. */
  shake: () => void
  resetAll: () => void
  /** Every connection goes silent; whoever waits hears nothing until `resetAll`. */
  blackHole: () => void
  accepted: number
  /** How many connections it has broken. */
  broken: number
  close: () => Promise<void>
}

/** A TCP proxy in front of `target` that breaks what it carries, on a free port of 127.0.0.1. */
export async function openBrokenNetwork(
  target: { host: string; port: number },
  random = Math.random,
): Promise<BrokenNetwork> {
  const links = new Set<Link>()
  const listener = net.createServer((client) => {
    client.on('error', () => undefined)
    network.accepted++
    if (network.mode !== 'pass') network.broken++
    if (network.mode === 'refuse') return client.resetAndDestroy()
    if (network.mode === 'accept then close') return client.resume().end()
    join(client)
  })

  function join(client: net.Socket): void {
    const server = net.connect(target.port, target.host)
    server.on('error', () => undefined)
    const link = { client, server, isCut: false }
    links.add(link)
    client.on('data', (chunk) => carry(link, chunk, 'toServer'))
    server.on('data', (chunk) => carry(link, chunk, 'toClient'))
    for (const socket of [client, server]) {
      socket.on('close', () => {
        links.delete(link)
        client.destroy()
        server.destroy()
      })
    }
  }

  function carry(link: Link, chunk: Buffer, direction: Direction): void {
    const to = direction === 'toServer' ? link.server : link.client
    const verdict = network.interfere?.(chunk, direction) ?? chunk
    if (verdict === 'cut') reset(link)
    else if (verdict === 'pass then cut') {
      to.write(chunk)
      // The server gets the time to act on it; its answer is what is lost.
      link.server.removeAllListeners('data')
      setTimeout(() => reset(link), 100)
    } else if (direction === 'toClient' && link.isCut) {
      to.write(verdict.subarray(0, Math.ceil(verdict.length / 2)))
      reset(link)
    } else to.write(verdict)
  }

  function reset({ client, server }: Link): void {
    network.broken++
    if (!client.destroyed) client.resetAndDestroy()
    server.destroy()
  }

  const network: BrokenNetwork = {
    port: 0,
    mode: 'pass',
    interfere: null,
    accepted: 0,
    broken: 0,
    through(url) {
      const address = new URL(url)
      address.hostname = '127.0.0.1'
      address.port = String(network.port)
      return address.href
    },
    shake() {
      for (const link of links) {
        const chance = random()
        if (chance < 0.04) reset(link)
        else if (chance < 0.06) link.client.end()
        else if (chance < 0.09) link.isCut = true
      }
    },
    resetAll() {
      for (const link of links) reset(link)
    },
    blackHole() {
      for (const { client, server } of links) {
        client.pause().removeAllListeners('data')
        server.pause().removeAllListeners('data')
      }
    },
    async close() {
      network.resetAll()
      listener.close()
      await once(listener, 'close')
    },
  }
  listener.listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const address = listener.address()
  network.port = typeof address === 'object' && address ? address.port : 0
  return network
}
