import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterEach, expect, it } from 'vitest'
import { type Mail, MailRefusedError } from './mail-gateway'
import { smtpMailGateway } from './smtp-mail-gateway'

const mail: Mail = {
  to: { name: 'Davi Rocha', address: 'davi@exemplo.com.br' },
  subject: 'Convite: acesso à Brisa Norte',
  text: 'Olá, Davi. Este é o seu convite.',
  html: '<p>Olá, Davi.</p>',
  attachments: [
    { fileName: 'orçamento.pdf', contentType: 'application/pdf', content: new Uint8Array([37, 80, 68, 70]) },
  ],
}

let server: SMTPServer | null = null
afterEach(async () => {
  await new Promise<void>((closed) => (server ? server.close(closed) : closed()))
})

/** A mail server on this machine; `refusal` is what it answers to a recipient, or null. */
async function listen(refusal: { responseCode: number } | null): Promise<{ url: string; received: string[] }> {
  const received: string[] = []
  const listening = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo: (_address, _session, done) => done(refusal ? Object.assign(new Error('no'), refusal) : null),
    onData: (stream, _session, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        received.push(Buffer.concat(parts).toString())
        done()
      })
    },
  })
  server = listening
  await new Promise<void>((ready) => listening.listen(0, '127.0.0.1', ready))
  return { url: `smtp://127.0.0.1:${(listening.server.address() as AddressInfo).port}`, received }
}

const send = (smtpUrl: string) =>
  smtpMailGateway({ smtpUrl, from: 'Empreita <avisos@exemplo.com.br>' }).send(mail, AbortSignal.timeout(10_000))

it('hands a mail over with both texts and its attachment', async () => {
  const { url, received } = await listen(null)
  await send(url)
  expect(received).toHaveLength(1)
  expect(received[0]).toMatch(/^From: Empreita <avisos@exemplo\.com\.br>/m)
  expect(received[0]).toMatch(/^To: Davi Rocha <davi@exemplo\.com\.br>/m)
  expect(received[0]).toMatch(/^Auto-Submitted: auto-generated/m)
  expect(received[0]).toContain('text/plain')
  expect(received[0]).toContain('text/html')
  expect(received[0]).toContain('JVBERg==')
})

it('tells a refusal for good from one that may pass', async () => {
  const gone = await listen({ responseCode: 550 })
  await expect(send(gone.url)).rejects.toBeInstanceOf(MailRefusedError)
  await new Promise<void>((closed) => server?.close(closed))
  const busy = await listen({ responseCode: 451 })
  await expect(send(busy.url)).rejects.not.toBeInstanceOf(MailRefusedError)
})

it('fails where nobody listens', async () => {
  await expect(send('smtp://127.0.0.1:9')).rejects.not.toBeInstanceOf(MailRefusedError)
})
