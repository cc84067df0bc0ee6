import { municipalityOf } from '@/server/reference/municipalities'
import { nationalServiceCodeOf } from '@/server/reference/national-service-codes'

/** How people read the codes of a note; null for a code that is missing or not in its table. */
export function fiscalNames({
  nationalServiceCode,
  placeOfIncidence,
}: {
  nationalServiceCode: string
  placeOfIncidence: string
}): { serviceName: string | null; placeName: string | null } {
  const place = municipalityOf(placeOfIncidence)
  return {
    serviceName: nationalServiceCodeOf(nationalServiceCode)?.description ?? null,
    placeName: place ? `${place.name}/${place.state}` : null,
  }
}
