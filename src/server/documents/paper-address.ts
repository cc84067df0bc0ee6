import { formatPostalCode } from '@/lib/postal-code'

type Parts = {
  street: string | null
  streetNumber: string | null
  complement: string | null
  district: string | null
  city: string | null
  state: string | null
  postalCode: string | null
}

/** An address in at most two lines, of whatever is known: street, number and complement; then district, city and CEP. */
export function paperAddress(parts: Parts): string[] {
  const { street, streetNumber, complement, district, city, state, postalCode } = parts
  const first = joined([street, streetNumber, complement], ', ')
  const second = joined(
    [district, joined([city, state], '/'), postalCode ? `CEP ${formatPostalCode(postalCode)}` : null],
    ' · ',
  )
  return [first, second].filter((line) => line !== '')
}

function joined(parts: readonly (string | null)[], separator: string): string {
  return parts.filter((part) => part !== null && part.trim() !== '').join(separator)
}
