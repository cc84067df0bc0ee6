import type { AddressInfo } from 'node:net'
import postgres from 'postgres'
import { SMTPServer } from 'smtp-server'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { uuidv7 } from '@/lib/uuid'
import { openInvitation } from '@/server/auth/invitation'
import { openPasswordLink } from '@/server/auth/password-link'
import { requestPasswordLink } from '@/server/auth/request-password-link'
import { hashOfSecret, newSecret } from '@/server/auth/secret'
import { appDoor, closeDoors } from '@/server/db/client'
import { inviteMember } from '@/server/domain/members/invite-member'
import { listMembers } from '@/server/domain/members/list-members'
import { revokeInvitation } from '@/server/domain/members/revoke-invitation'
import { freshDatabase } from '@/server/testing/fresh-database'
import { makeAccount } from '@/server/testing/make-account'
import { makeCompany, type TestCompany } from '@/server/testing/make-company'
import { runJobsNow } from './run-jobs-now'

const database = await freshDatabase()
const worker = postgres(database.worker, { max: 1, onnotice() {} })
let company: TestCompany
let server: SMTPServer
let mails: string[] = []
/** What the mail server answers to a recipient; null: it takes the mail. */
let refusal: { responseCode: number } | null = null

beforeAll(async () => {
  company = await makeCompany(appDoor())
  server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo: (_address, _session, done) => done(refusal ? Object.assign(new Error('no'), refusal) : null),
    onData: (stream, _session, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        mails.push(plainOf(Buffer.concat(parts).toString()))
        done()
      })
    },
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
})
beforeEach(() => {
  mails = []
  refusal = null
  vi.stubEnv('EMPREITA_SMTP_URL', `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`)
  vi.stubEnv('EMPREITA_MAIL_FROM', 'Empreita <avisos@exemplo.com.br>')
  vi.stubEnv('NEXTAUTH_URL', 'https://empreita.exemplo.com.br')
})
afterEach(() => vi.unstubAllEnvs())
afterAll(async () => {
  await new Promise<void>((closed) => server.close(closed))
  await worker.end()
  await closeDoors()
})

/** The plain part without the breaks of quoted-printable. */
function plainOf(raw: string): string {
  return raw
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
}
const secretIn = (mail: string | undefined) => /#([\w-]{43})/.exec(mail ?? '')?.[1] ?? ''
const invite = (email: string) => {
  const secret = newSecret()
  const input = { commandId: uuidv7(), name: 'Davi Rocha', email, roles: ['seller' as const] }
  const means = { secret, hash: hashOfSecret(secret), isMailed: true }
  return company.as('admin', (ctx) => inviteMember(ctx, input, means))
}
const mailState = async (email: string) =>
  (await company.as('admin', (ctx) => listMembers(ctx, { view: 'all' }))).invitations.find(
    (invitation) => invitation.email === email,
  )?.mail
const waiting = () => worker`select payload, last_error from graphile_worker._private_jobs`
const dropJobs = () => worker`delete from graphile_worker._private_jobs`

it('sends an invitation whose link opens it, beside the one that was shown, and stores the secret nowhere', async () => {
  const { secret } = await invite('davi@exemplo.com.br')
  expect(await mailState('davi@exemplo.com.br')).toBe('waiting')
  expect(JSON.stringify(await waiting())).not.toContain(secret)
  await runJobsNow()
  expect(mails).toHaveLength(1)
  expect(mails[0]).toContain('https://empreita.exemplo.com.br/invitation#')
  const mailed = secretIn(mails[0])
  expect(mailed).not.toBe(secret)
  for (const link of [mailed, secret])
    expect(await openInvitation(link)).toMatchObject({ email: 'davi@exemplo.com.br' })
  expect(await mailState('davi@exemplo.com.br')).toBe('sent')
})

it('says that a mail failed, tries again what may pass, and gives up what is refused for good', async () => {
  refusal = { responseCode: 550 }
  await invite('fim@exemplo.com.br')
  await runJobsNow()
  expect(await mailState('fim@exemplo.com.br')).toBe('failed')
  expect(await waiting()).toEqual([])

  refusal = { responseCode: 451 }
  await invite('depois@exemplo.com.br')
  await expect(runJobsNow()).rejects.toThrow('1 jobs failed')
  expect(await mailState('depois@exemplo.com.br')).toBe('failed')
  const [job] = await waiting()
  expect(job?.last_error).not.toContain('depois@')
  refusal = null
  await worker`update graphile_worker._private_jobs set run_at = now()`
  await runJobsNow()
  expect(await mailState('depois@exemplo.com.br')).toBe('sent')
})

it('sends nothing for an invitation that was taken back', async () => {
  const { invitationId } = await invite('nada@exemplo.com.br')
  await company.as('admin', (ctx) => revokeInvitation(ctx, { commandId: uuidv7(), invitationId }))
  await runJobsNow()
  expect(mails).toEqual([])
})

it('sends a link for a forgotten password, answers the same to a stranger, and is counted', async () => {
  const { email } = await makeAccount(appDoor(), [{ companyId: company.id, roles: ['seller'] }])
  expect(await requestPasswordLink(email, '192.0.2.1')).toBeUndefined()
  expect(await requestPasswordLink('ninguem@exemplo.com.br', '192.0.2.2')).toBeUndefined()
  await runJobsNow()
  expect(mails).toHaveLength(1)
  expect(await openPasswordLink(secretIn(mails[0]))).toMatchObject({ email })
  for (let count = 0; count < 4; count++) await requestPasswordLink(email, '192.0.2.3')
  await expect(requestPasswordLink(email, '192.0.2.3')).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' })
  await dropJobs()
})
