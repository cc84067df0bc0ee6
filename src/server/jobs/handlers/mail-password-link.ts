import { PASSWORD_LINK_MINUTES } from '@/contract/members'
import { hashOfSecret, newSecret } from '@/server/auth/secret'
import { claimPasswordMail } from '@/server/domain/members/claim-password-mail'
import { MailRefusedError } from '@/server/gateways/mail/mail-gateway'
import { log } from '@/server/log'
import type { JobHandler } from '../job-run'
import { mailWords, requireMailSettings, sendMail } from '../send-mail'

/** Sends a link by which a member sets a new password; as with an invitation, its secret is made here. */
export const mailPasswordLink: JobHandler<'mail-password-link'> = async (run, { userId }) => {
  const secret = newSecret()
  const person = await run.transaction((ctx) => claimPasswordMail(ctx, userId, hashOfSecret(secret)))
  if (!person) return
  const content = {
    subject: mailWords('passwordLink.subject'),
    paragraphs: [
      mailWords('passwordLink.greeting', { name: person.name }),
      mailWords('passwordLink.body', { minutes: PASSWORD_LINK_MINUTES }),
      mailWords('passwordLink.ignore'),
    ],
    link: {
      label: mailWords('passwordLink.link'),
      url: new URL(`/new-password#${secret}`, requireMailSettings().siteUrl).href,
    },
  }
  try {
    await sendMail({ to: { name: person.name, address: person.email }, content }, run.signal)
  } catch (error) {
    if (!(error instanceof MailRefusedError)) throw error
    log.warn({ userId }, 'the mail server refused a password link')
  }
}
