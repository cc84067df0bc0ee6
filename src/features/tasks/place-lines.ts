import type { PlaceOfService } from '@/lib/place-of-service'
import { formatPostalCode } from '@/lib/postal-code'

/** The address of a place of service, a line each. */
export function placeLines(place: PlaceOfService | null): string[] {
  if (!place) return []
  const { label, street, streetNumber, complement, district, city, state, postalCode } = place
  const said = (...parts: (string | undefined)[]) => parts.filter(Boolean)
  return [
    label,
    said([street, streetNumber].filter(Boolean).join(', '), complement, district).join(' · '),
    said(city && state ? `${city}/${state}` : city, postalCode && formatPostalCode(postalCode)).join(' · '),
  ].filter(Boolean)
}
