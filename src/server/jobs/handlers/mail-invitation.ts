import { formatDateTime } from '@/lib/calendar-date'
import { hashOfSecret, newSecret } from '@/server/auth/secret'
import { claimInvitationMail } from '@/server/domain/members/claim-invitation-mail'
import { recordInvitationMail } from '@/server/domain/members/record-invitation-mail'
import { MailRefusedError } from '@/server/gateways/mail/mail-gateway'
import type { JobHandler, JobRun } from '../job-run'
import { mailWords, requireMailSettings, sendMail } from '../send-mail'

/**
 * Sends the link of an invitation. Its secret is made here and stands nowhere but in the mail: of two mails that a repetition
 * may send, the later one counts.
 */
export const mailInvitation: JobHandler<'mail-invitation'> = async (run, { invitationId }) => {
  const secret = newSecret()
  const mail = await run.transaction((ctx) => claimInvitationMail(ctx, invitationId, hashOfSecret(secret)))
  if (!mail) return
  const record = (outcome: 'sent' | 'failed') =>
    run.transaction((ctx) => recordInvitationMail(ctx, invitationId, outcome))
  try {
    await send(run, mail, secret)
  } catch (error) {
    await record('failed')
    if (error instanceof MailRefusedError) return
    throw error
  }
  await record('sent')
}

type Claimed = NonNullable<Awaited<ReturnType<typeof claimInvitationMail>>>

function send(
  { signal }: JobRun,
  { email, name, company, inviter, expiresAt }: Claimed,
  secret: string,
): Promise<void> {
  const url = new URL(`/invitation#${secret}`, requireMailSettings().siteUrl).href
  const content = {
    subject: mailWords('invitation.subject', { company }),
    paragraphs: [
      mailWords('invitation.greeting', { name }),
      mailWords('invitation.body', { company, inviter: inviter ?? company }),
      mailWords('invitation.until', { until: formatDateTime(expiresAt) }),
    ],
    link: { label: mailWords('invitation.link'), url },
  }
  return sendMail({ to: { name, address: email }, content }, signal)
}
