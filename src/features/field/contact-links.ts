import { normalizePhone } from '@/lib/phone'
import type { FieldGroup } from './field-client'

type Address = NonNullable<FieldGroup['place']>

/** `Rua das Acácias, 120 - Bloco B` */
export function streetLine({ street, streetNumber, complement }: Address): string {
  return [[street, streetNumber].filter(Boolean).join(', '), complement].filter(Boolean).join(' - ')
}

/** `Vila Mariana, São Paulo – SP` */
export function cityLine({ district, city, state }: Address): string {
  return [district, [city, state].filter(Boolean).join(' – ')].filter(Boolean).join(', ')
}

/** Opens the phone's own map at the address; iPhones know no `geo:`. */
export function routeLink(place: Address): string {
  const query = encodeURIComponent([streetLine(place), cityLine(place), place.postalCode].filter(Boolean).join(', '))
  const isApple = typeof navigator !== 'undefined' && /iPhone|iPad|Macintosh/.test(navigator.userAgent)
  return isApple ? `https://maps.apple.com/?q=${query}` : `geo:0,0?q=${query}`
}

/** `tel:` with the country's code. */
export const callLink = (phone: string): string => `tel:+55${normalizePhone(phone)}`

/** A WhatsApp conversation. */
export const whatsappLink = (phone: string): string => `https://wa.me/55${normalizePhone(phone)}`
