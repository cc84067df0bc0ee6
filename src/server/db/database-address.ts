import { readFileSync } from 'node:fs'

export type DatabaseHost = { name: string; port: number }

/** What TLS must prove: `require` only encrypts, `verify-ca` also checks the issuer, `verify-full` the host's name too. */
export type TlsDemand = { mode: 'prefer' | 'require' | 'verify-ca' | 'verify-full'; ca: string | null }

export type DatabaseAddress = {
  hosts: DatabaseHost[]
  user: string
  password: string
  database: string
  tls: TlsDemand | null
  parameters: Record<string, string>
}

const URL_SHAPE = /^postgres(?:ql)?:\/\/(?:([^:@/?]*)(?::([^@/?]*))?@)?([^/?]*)(?:\/([^?]*))?(?:\?(.*))?$/
const HOST_SHAPE = /^(\[[^\]]+\]|[^:]*)(?::(\d{1,5}))?$/
const UNDERSTOOD = new Set(['sslmode', 'sslrootcert', 'host', 'application_name', 'options'])
// Settings of other clients that change nothing here: the door has its own time-outs and always wants a writable server.
const WITHOUT_EFFECT = new Set(['connect_timeout', 'target_session_attrs', 'channel_binding', 'gssencmode'])

/**
 * Reads a PostgreSQL URL: one or several hosts (`a:5432,b:5433`), an absolute folder as host for a local socket,
 * `sslmode`, `sslrootcert`, `application_name`, `options`. Throws TypeError when it says something that is not understood;
 * the message never repeats the URL, which carries a password.
 */
export function parseDatabaseAddress(url: string): DatabaseAddress {
  const match = URL_SHAPE.exec(url)
  if (!match) throw new TypeError('the database URL is not of the form postgres://user:password@host:port/database')
  const [, user = '', password = '', authority = '', database = '', query = ''] = match
  const settings = new URLSearchParams(query)
  for (const name of settings.keys()) {
    if (!UNDERSTOOD.has(name) && !WITHOUT_EFFECT.has(name))
      throw new TypeError(`the database URL sets ${name}, which is unknown`)
  }
  const parameters: Record<string, string> = {}
  for (const name of ['application_name', 'options']) {
    const value = settings.get(name)
    if (value) parameters[name] = value
  }
  const name = decodeURIComponent(user)
  return {
    hosts: (settings.get('host') ?? authority).split(',').map(parseHost),
    user: name,
    password: decodeURIComponent(password),
    database: decodeURIComponent(database) || name,
    tls: tlsDemand(settings),
    parameters,
  }
}

function parseHost(text: string): DatabaseHost {
  const match = HOST_SHAPE.exec(text)
  if (!match) throw new TypeError('a host of the database URL is not of the form name:port')
  const [, name = '', port = '5432'] = match
  return { name: decodeURIComponent(name.replace(/^\[|\]$/g, '')) || 'localhost', port: Number(port) }
}

function tlsDemand(settings: URLSearchParams): TlsDemand | null {
  const mode = settings.get('sslmode') ?? 'disable'
  const file = settings.get('sslrootcert')
  const ca = file && file !== 'system' ? readFileSync(file, 'utf8') : null
  switch (mode) {
    case 'disable':
    case 'allow':
      return null
    case 'require':
      // As libpq does: naming an issuer asks for it to be checked.
      return { mode: ca ? 'verify-ca' : 'require', ca }
    case 'prefer':
    case 'verify-ca':
    case 'verify-full':
      return { mode, ca }
    default:
      throw new TypeError(`the database URL sets sslmode=${mode}, which is unknown`)
  }
}
