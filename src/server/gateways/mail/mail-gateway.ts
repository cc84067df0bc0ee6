/** A file that goes with a mail. */
export type MailAttachment = { fileName: string; contentType: string; content: Uint8Array }

/** One mail as it is sent: the same words twice, as plain text and as HTML. */
export type Mail = {
  to: { name: string; address: string }
  /** Where an answer goes, when not to the sender. */
  replyTo?: { name: string; address: string }
  subject: string
  text: string
  html: string
  attachments?: readonly MailAttachment[]
}

/** The way to people's mailboxes. */
export type MailGateway = {
  /**
   * Hands a mail over to the server of the sender. Rejects with MailRefusedError when that server will not take it, and with
   * any other error when it may be tried again: it cannot be told whether a mail that was cut off arrived.
   */
  send: (mail: Mail, signal: AbortSignal) => Promise<void>
}

/** The server of the sender refused the mail for good, for example an address that does not exist. */
export class MailRefusedError extends Error {
  override name = 'MailRefusedError'
}
