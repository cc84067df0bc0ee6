import { createTranslator } from 'use-intl/core'
import { locale } from '@/i18n/locale'
import mails from '@/i18n/pt-BR/mails.json'
import { type MailSettings, mailSettingsIn } from '@/lib/mail-settings'
import type { Mail } from '@/server/gateways/mail/mail-gateway'
import { smtpMailGateway } from '@/server/gateways/mail/smtp-mail-gateway'

/** The words of mails, by their key in the catalogue. */
export const mailWords = createTranslator({ locale, messages: { mails }, namespace: 'mails' })

/** What is configured for sending. Throws an Error when nothing is any more: the job is tried again later. */
export function requireMailSettings(): MailSettings {
  const settings = mailSettingsIn(process.env)
  if (!settings) throw new Error('no mail server is configured')
  return settings
}

/** What a mail says: sentences, and one link that they lead to. */
export type MailContent = { subject: string; paragraphs: readonly string[]; link?: { label: string; url: string } }

/** Sends one mail by what is configured. Rejects as MailGateway.send does. */
export async function sendMail(
  { content, ...rest }: Pick<Mail, 'to' | 'replyTo' | 'attachments'> & { content: MailContent },
  signal: AbortSignal,
): Promise<void> {
  await smtpMailGateway(requireMailSettings()).send({ ...rest, ...textsOf(content) }, signal)
}

/** The same content as plain text and as HTML. */
export function textsOf({ subject, paragraphs, link }: MailContent): Pick<Mail, 'subject' | 'text' | 'html'> {
  const signature = mailWords('signature')
  const lines = [...paragraphs, ...(link ? [`${link.label}:\n${link.url}`] : []), signature]
  const blocks = [
    ...paragraphs.map((paragraph) => `<p style="margin:0 0 16px">${escaped(paragraph)}</p>`),
    ...(link ? [linkBlock(link)] : []),
    `<p style="margin:24px 0 0;color:#5C6873;font-size:13px">${escaped(signature)}</p>`,
  ]
  return {
    subject,
    text: `${lines.join('\n\n')}\n`,
    html: `<!doctype html><html lang="${locale}"><body style="margin:0;padding:24px;background:#F4F6F7;color:#15202B;font:16px/24px system-ui,sans-serif"><div style="max-width:560px;margin:0 auto;padding:24px;background:#FFFFFF;border:1px solid #D6DCE1;border-radius:10px">${blocks.join('')}</div></body></html>`,
  }
}

function linkBlock({ label, url }: { label: string; url: string }): string {
  const button = `display:inline-block;padding:12px 20px;background:#0B5A70;color:#FFFFFF;border-radius:6px;text-decoration:none;font-weight:600`
  return `<p style="margin:0 0 16px"><a href="${escaped(url)}" style="${button}">${escaped(label)}</a></p><p style="margin:0 0 16px;color:#46525E;font-size:13px;overflow-wrap:anywhere">${escaped(url)}</p>`
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
}
