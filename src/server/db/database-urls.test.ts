import { describe, expect, it } from 'vitest'
import { appUrl, databaseUrls, workerUrl } from './database-urls'

const owner = 'postgres://empreita:s3cret@db.example:6432/empreita?sslmode=require'

describe('database urls', () => {
  it('keeps host, port, database and options, and changes login and password', () => {
    const url = new URL(appUrl(owner))
    expect(url.username).toBe('empreita_app_login')
    expect(`${url.host}${url.pathname}${url.search}`).toBe('db.example:6432/empreita?sslmode=require')
    expect(url.password).toMatch(/^[\w-]{43}$/)
  })

  it('gives each login its own password', () => {
    expect(new URL(appUrl(owner)).password).not.toBe(new URL(workerUrl(owner)).password)
  })

  it('gives two databases of one owner the same logins', () => {
    const other = owner.replace('/empreita?', '/another?')
    expect(new URL(appUrl(other)).password).toBe(new URL(appUrl(owner)).password)
  })

  it('reads names and passwords that are percent-encoded', () => {
    expect(new URL(appUrl('postgres://own%40er:p%2Fw@h/d')).username).toBe('own%40er_app_login')
  })

  it('lets a given address win over a derived one', () => {
    const urls = databaseUrls({ DATABASE_URL: owner, APP_DATABASE_URL: 'postgres://a:b@h/d' })
    expect(urls).toEqual({ app: 'postgres://a:b@h/d', worker: workerUrl(owner) })
  })

  it('needs no owner when both are given', () => {
    const given = { APP_DATABASE_URL: 'postgres://a:b@h/d', WORKER_DATABASE_URL: 'postgres://w:b@h/d' }
    expect(databaseUrls(given)).toEqual({ app: given.APP_DATABASE_URL, worker: given.WORKER_DATABASE_URL })
  })

  it('refuses several hosts where only one can be used, without repeating the password', () => {
    const several = 'postgres://empreita:s3cret@a.example:5432,b.example:5433/empreita'
    for (const env of [{ DATABASE_URL: several }, { DATABASE_URL: owner, WORKER_DATABASE_URL: several }]) {
      expect(() => databaseUrls(env)).toThrow(/several hosts/)
      expect(() => databaseUrls(env)).not.toThrow(/s3cret/)
    }
    expect(databaseUrls({ DATABASE_URL: owner, APP_DATABASE_URL: several }).app).toBe(several)
  })

  it('refuses an owner without a password, and nothing at all', () => {
    expect(() => appUrl('postgres://empreita@h/d')).toThrow(/password/)
    expect(() => databaseUrls({})).toThrow(/APP_DATABASE_URL/)
  })
})
