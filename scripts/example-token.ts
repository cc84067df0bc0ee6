import { uuidv7 } from '../src/lib/uuid'
import { DEMONSTRATION_PASSWORD, demonstrationPeople } from '../src/server/demo/demonstration-people'

const DAY_MS = 86_400_000
const permissions = [
  'customers.read',
  'services.read',
  'salesOrders.read',
  'salesOrders.write',
  'opportunities.generate',
  'tasks.read',
  'tasks.conclude',
  'tasks.concludeForOthers',
  'invoices.read',
  'invoices.issue',
  'values.read',
]

// What an administrator of the demonstration does by hand under "Chaves de acesso".
const url = process.env.EMPREITA_URL ?? 'http://localhost:3000'
try {
  process.send?.({ token: await makeToken(await signIn()) })
} catch (error) {
  const reason = error instanceof Error ? error.message : String(error)
  console.error(
    `No token was made at ${url} (${reason}). Start Empreita with "npm start", or set EMPREITA_URL and EMPREITA_TOKEN.`,
  )
  process.exitCode = 1
}

async function signIn(): Promise<string> {
  const asked = await fetch(`${url}/api/auth/csrf`)
  const { csrfToken } = (await asked.json()) as { csrfToken: string }
  const { email } = demonstrationPeople.admin
  const answered = await fetch(`${url}/api/auth/callback/credentials`, {
    method: 'POST',
    headers: { cookie: cookiesOf(asked) },
    body: new URLSearchParams({ csrfToken, email, password: DEMONSTRATION_PASSWORD, json: 'true' }),
  })
  if (!answered.ok) throw new Error(`the demonstration's administrator was refused: ${answered.status}`)
  return cookiesOf(answered)
}

async function makeToken(cookie: string): Promise<string> {
  const expiresOn = new Date(Date.now() + DAY_MS).toISOString().slice(0, 10)
  const answered = await fetch(`${url}/api/trpc/tokens.create`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-empreita': 'example',
      'sec-fetch-site': 'same-origin',
      origin: new URL(url).origin,
      cookie,
    },
    body: JSON.stringify({
      json: { commandId: uuidv7(), name: 'Exemplo de ferramenta interna', permissions, expiresOn },
    }),
  })
  if (!answered.ok) throw new Error(`the token was refused: ${answered.status}`)
  const { result } = (await answered.json()) as { result: { data: { json: { secret: string } } } }
  return result.data.json.secret
}

function cookiesOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ')
}
