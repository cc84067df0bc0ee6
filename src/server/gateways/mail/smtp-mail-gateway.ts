import { createTransport } from 'nodemailer'
import type { MailSettings } from '@/lib/mail-settings'
import { type Mail, type MailGateway, MailRefusedError } from './mail-gateway'

const CONNECT_MS = 10_000
const SILENCE_MS = 20_000

/** Mails through the SMTP server of `settings`, one connection for each: they are few. */
export function smtpMailGateway({ smtpUrl, from }: Pick<MailSettings, 'smtpUrl' | 'from'>): MailGateway {
  return {
    async send(mail, signal) {
      const transport = createTransport({
        url: smtpUrl,
        connectionTimeout: CONNECT_MS,
        greetingTimeout: CONNECT_MS,
        socketTimeout: SILENCE_MS,
        disableFileAccess: true,
        disableUrlAccess: true,
      })
      const close = () => transport.close()
      signal.addEventListener('abort', close, { once: true })
      try {
        await transport.sendMail(messageOf(mail, from))
      } catch (error) {
        throw failureOf(error)
      } finally {
        signal.removeEventListener('abort', close)
        close()
      }
    },
  }
}

function messageOf({ to, replyTo, subject, text, html, attachments = [] }: Mail, from: string) {
  return {
    from,
    to,
    replyTo,
    subject,
    text,
    html,
    // Nobody is to answer a mail that a machine sent with another one.
    headers: { 'Auto-Submitted': 'auto-generated' },
    attachments: attachments.map(({ fileName, contentType, content }) => ({
      filename: fileName,
      contentType,
      content: Buffer.from(content),
    })),
  }
}

// The server's own words name the recipient: they go no further.
function failureOf(error: unknown): Error {
  const { code, responseCode } = (error ?? {}) as { code?: unknown; responseCode?: unknown }
  const isAboutMail = code === 'EENVELOPE' || code === 'EMESSAGE'
  const isFinal = typeof responseCode === 'number' && responseCode >= 500
  const answer = `${typeof code === 'string' ? code : 'unknown'} ${typeof responseCode === 'number' ? responseCode : ''}`
  return isAboutMail && isFinal
    ? new MailRefusedError(`the mail server refused the mail: ${answer.trim()}`)
    : new Error(`the mail could not be handed over: ${answer.trim()}`)
}
