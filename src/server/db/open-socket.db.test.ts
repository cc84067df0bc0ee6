import { afterEach, describe, expect, it } from 'vitest'
import { freshDatabase } from '@/server/testing/fresh-database'
import { openTlsServer, testIssuer } from '@/server/testing/tls-server'
import { doorError } from './database-error'
import { createDoor } from './transaction'

const database = await freshDatabase()
const closers: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

async function serve(manner: Parameters<typeof openTlsServer>[1] = 'accept') {
  const { hostname, port } = new URL(database.app)
  const server = await openTlsServer({ host: hostname, port: Number(port) }, manner)
  closers.push(server.close)
  return server
}

/** 'connected', or what stands behind the failure. */
async function attempt(port: number, host: string, query: string): Promise<string> {
  const url = new URL(database.app)
  url.host = `${host}:${port}`
  const door = createDoor(url.href + query, { connectMs: 2_000 })
  closers.push(door.close)
  try {
    return await door.inAuthTransaction(async () => 'connected', { mode: 'read' })
  } catch (error) {
    const said: string[] = []
    for (let link: unknown = doorError(error); link instanceof Error; link = link.cause) said.push(link.message)
    return said.join(': ')
  }
}

describe('TLS to the database', () => {
  it('encrypts and names the host with sslmode=require', async () => {
    const server = await serve()
    expect(await attempt(server.port, 'localhost', '?sslmode=require')).toBe('connected')
    expect([server.names, server.plain]).toEqual([['localhost'], 0])
  })

  it('proves issuer and name with sslmode=verify-full', async () => {
    const server = await serve()
    expect(await attempt(server.port, 'localhost', `?sslmode=verify-full&sslrootcert=${testIssuer}`)).toBe('connected')
    expect(await attempt(server.port, '127.0.0.1', `?sslmode=verify-full&sslrootcert=${testIssuer}`)).toContain(
      'does not match',
    )
    expect(await attempt(server.port, 'localhost', '?sslmode=verify-full')).toContain('self-signed')
    expect(server.plain).toBe(0)
  })

  it('proves the issuer alone with sslmode=verify-ca', async () => {
    const server = await serve()
    expect(await attempt(server.port, '127.0.0.1', `?sslmode=verify-ca&sslrootcert=${testIssuer}`)).toBe('connected')
    expect(await attempt(server.port, '127.0.0.1', '?sslmode=verify-ca')).toContain('self-signed')
  })

  it('sends nothing to a server that refuses it, or whose answer was tampered with', async () => {
    const [refusing, tampered] = [await serve('refuse'), await serve('inject')]
    expect(await attempt(refusing.port, 'localhost', '?sslmode=require')).toContain('refused TLS')
    expect(await attempt(tampered.port, 'localhost', '?sslmode=require')).toContain('unexpected answer')
    expect([refusing.plain, tampered.names]).toEqual([0, []])
  })

  it('control: goes without it where the address does not ask, or only prefers it', async () => {
    const server = await serve('refuse')
    expect(await attempt(server.port, 'localhost', '')).toBe('connected')
    expect(await attempt(server.port, 'localhost', '?sslmode=prefer')).toBe('connected')
    expect(server.plain).toBe(2)
  })
})
