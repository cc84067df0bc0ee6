/** Only the digits of a CEP. */
export function normalizePostalCode(text: string): string {
  return text.replace(/\D/g, '')
}

/** Whether the text has the eight digits of a CEP. */
export function isPostalCode(text: string): boolean {
  return /^\d{8}$/.test(normalizePostalCode(text))
}

/** `13015904` → `13015-904`; what is no CEP comes back as digits. */
export function formatPostalCode(text: string): string {
  return normalizePostalCode(text).replace(/^(\d{5})(\d{3})$/, '$1-$2')
}
