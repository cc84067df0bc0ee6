/** How mails leave this installation: by which server, from whom, and under which public address its links stand. */
export type MailSettings = { smtpUrl: string; from: string; siteUrl: string }

/**
 * What the environment says about sending mails, or null when something of it is missing. The public address has to be
 * configured: one taken from a request would let a stranger choose where the links of a mail lead.
 */
export function mailSettingsIn(env: Readonly<Record<string, string | undefined>>): MailSettings | null {
  const { EMPREITA_SMTP_URL: smtpUrl, EMPREITA_MAIL_FROM: from, NEXTAUTH_URL: siteUrl } = env
  return smtpUrl && from && siteUrl ? { smtpUrl, from, siteUrl } : null
}
