import { describe, expect, it } from 'vitest'
import { parseDatabaseAddress } from './database-address'

describe('a database address', () => {
  it('names several hosts, with and without ports, of every kind', () => {
    const { hosts } = parseDatabaseAddress('postgres://u:p@a.example:5433,b.example,[::1]:5434/x')
    expect(hosts).toEqual([
      { name: 'a.example', port: 5433 },
      { name: 'b.example', port: 5432 },
      { name: '::1', port: 5434 },
    ])
    const [socket] = parseDatabaseAddress('postgresql:///x?host=/var/run/postgresql').hosts
    expect(socket).toEqual({ name: '/var/run/postgresql', port: 5432 })
  })

  it('decodes user, password and database', () => {
    const address = parseDatabaseAddress('postgres://jo%C3%A3o:a%40b%3A%2F@h/my%20db')
    expect(address).toMatchObject({ user: 'joão', password: 'a@b:/', database: 'my db', tls: null })
  })

  it('asks for the TLS that it says', () => {
    const mode = (query: string) => parseDatabaseAddress(`postgres://u:p@h/x?${query}`).tls?.mode ?? null
    expect(['', 'sslmode=disable', 'sslmode=require', 'sslmode=verify-full'].map(mode)).toEqual([
      null,
      null,
      'require',
      'verify-full',
    ])
  })

  it('refuses what it does not understand, without repeating the password', () => {
    const wrong = [
      'mysql://u:secret@h/x',
      'postgres://u:secret@h/x?sslmode=maybe',
      'postgres://u:secret@h/x?sslcert=a',
      'postgres://u:secret@h:port/x',
    ]
    for (const url of wrong) {
      expect(() => parseDatabaseAddress(url)).toThrow(TypeError)
      expect(() => parseDatabaseAddress(url)).not.toThrow(/secret/)
    }
  })
})
