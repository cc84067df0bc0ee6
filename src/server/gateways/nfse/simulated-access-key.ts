import { createHash } from 'node:crypto'

/**
 * An access key of 50 characters: municipality (7), generator 2, kind of registration (1), registration (14), number of the
 * note (13), year and month (4), nine digits that follow from the DPS id, check digit.
 */
export function simulatedAccessKey(document: {
  dpsId: string
  number: number
  emitterMunicipality: string
  providerTaxId: string
  issuedAt: string
}): string {
  const registration = `${document.providerTaxId.length === 11 ? 1 : 2}${document.providerTaxId.padStart(14, '0')}`
  const month = document.issuedAt.slice(2, 7).replace('-', '')
  const fingerprint = createHash('sha256').update(document.dpsId).digest().readUIntBE(0, 6) % 1_000_000_000
  const body = [
    document.emitterMunicipality,
    '2',
    registration,
    String(document.number).padStart(13, '0'),
    month,
    String(fingerprint).padStart(9, '0'),
  ].join('')
  return body + checkDigit(body)
}

/** Modulo 11, weights 2 to 9 from the right, each character worth its code less 48; a rest of 0 or 1 gives 0. */
export function checkDigit(body: string): number {
  const sum = [...body]
    .reverse()
    .reduce((total, letter, place) => total + (letter.charCodeAt(0) - 48) * (2 + (place % 8)), 0)
  const rest = sum % 11
  return rest < 2 ? 0 : 11 - rest
}
