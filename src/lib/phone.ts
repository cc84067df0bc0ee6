/** Only the digits, area code first, without the country's 55. */
export function normalizePhone(text: string): string {
  const digits = text.replace(/\D/g, '').replace(/^0+/, '')
  return digits.length > 11 && digits.startsWith('55') ? digits.slice(2) : digits
}

/** A Brazilian landline (10 digits) or mobile (11 digits, the third is 9). */
export function isPhone(text: string): boolean {
  return /^[1-9]{2}(?:9\d{8}|[2-5]\d{7})$/.test(normalizePhone(text))
}

/** `11912345678` → `(11) 91234-5678`; what is no phone comes back as digits. */
export function formatPhone(text: string): string {
  const digits = normalizePhone(text)
  const parts = /^(\d{2})(\d{4,5})(\d{4})$/.exec(digits)
  return parts ? `(${parts[1]}) ${parts[2]}-${parts[3]}` : digits
}
