/** What is declared about one service. The gateway sends it as it is; a repetition sends the very same. */
export type NfseDocument = {
  dpsId: string
  series: number
  number: number
  emitterMunicipality: string
  providerTaxId: string
  recipient: { taxId: string | null; name: string }
  nationalServiceCode: string
  placeOfIncidence: string
  competenceOn: string
  issuedAt: string
  text: string
  totalCents: number
  issCents: number
  netCents: number
  replacesAccessKey: string | null
}

/** The note that the authority holds. `digest` is the one of the document for which it was made. */
export type AcceptedNote = { outcome: 'accepted'; number: string; accessKey: string; at: Date; digest: string }

/** A refusal for a reason of the document: nothing was created. */
export type RejectedByAuthority = { outcome: 'rejected'; code: string; message: string }

/** No answer that can be relied on: the document may or may not exist. */
export type NoAnswer = { outcome: 'unknown'; detail: string }

/** The authority that issues notes. No method throws for what the authority or the network does; each keeps to `signal`. */
export type NfseGateway = {
  /** Milliseconds during which an accepted document may still be invisible to `query`. */
  readonly visibilityMs: number
  /** Sends a document once. One that exists already under its DPS id answers the note that exists. */
  send: (
    document: NfseDocument,
    digest: string,
    signal: AbortSignal,
  ) => Promise<AcceptedNote | RejectedByAuthority | NoAnswer>
  /** What exists under a DPS id. */
  query: (dpsId: string, signal: AbortSignal) => Promise<AcceptedNote | { outcome: 'notFound' } | NoAnswer>
  /** Cancels a note; one that is cancelled already answers as accepted. `code` is 1, 2 or 9; `text` has 15 to 255 characters. */
  cancel: (
    request: { accessKey: string; code: number; text: string },
    signal: AbortSignal,
  ) => Promise<{ outcome: 'accepted'; at: Date } | RejectedByAuthority | NoAnswer>
}
