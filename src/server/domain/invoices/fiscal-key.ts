import { placeOfIncidence } from '../nfse/place-of-incidence'

/** What must be equal in all lines of one note (F7). Rates in basis points; places are IBGE municipality codes. */
export type FiscalKey = {
  nationalServiceCode: string
  placeOfIncidence: string
  issRateBasisPoints: number
  issWithheld: boolean
  taxRegime: string
}

/** What a line's key is made from. */
export type FiscalFacts = {
  service: { nationalServiceCode: string | null; issRateBasisPoints: number | null; issWithheld: boolean }
  provider: { municipalityCode: string | null; taxRegime: string }
  /** Where the service is rendered, and where the customer is. */
  serviceMunicipality: string | null
  customerMunicipality: string | null
}

/** The fiscal key of one line. Missing data gives empty parts, which `missingFiscalData` names before anything is sent (F17). */
export function fiscalKeyOf({ service, provider, ...places }: FiscalFacts): FiscalKey {
  const nationalServiceCode = service.nationalServiceCode ?? ''
  return {
    nationalServiceCode,
    placeOfIncidence:
      placeOfIncidence(nationalServiceCode, {
        provider: provider.municipalityCode,
        service: places.serviceMunicipality,
        customer: places.customerMunicipality,
      }) ?? '',
    issRateBasisPoints: service.issRateBasisPoints ?? 0,
    // A MEI's ISS is never withheld (E0583).
    issWithheld: service.issWithheld && provider.taxRegime !== 'mei',
    taxRegime: provider.taxRegime,
  }
}

/** A note to be: its key, the text by which a screen names it, and its lines. */
export type FiscalGroup<Line> = { key: string; fiscal: FiscalKey; lines: Line[] }

/**
 * Lines by fiscal key, in the order in which their first line came (F7): one note per group. With `groups` off each line
 * is a note of its own.
 */
export function groupByFiscalKey<Line extends { itemId: string; fiscal: FiscalKey }>(
  lines: readonly Line[],
  groups: boolean,
): FiscalGroup<Line>[] {
  const notes = new Map<string, FiscalGroup<Line>>()
  for (const line of lines) {
    const key = groups ? textOf(line.fiscal) : `${textOf(line.fiscal)}|${line.itemId}`
    const note = notes.get(key)
    if (note) note.lines.push(line)
    else notes.set(key, { key, fiscal: line.fiscal, lines: [line] })
  }
  return [...notes.values()]
}

/** Whether two lines may stand on one note. */
export function isSameFiscalKey(a: FiscalKey, b: FiscalKey): boolean {
  return textOf(a) === textOf(b)
}

const textOf = (key: FiscalKey) =>
  [
    key.nationalServiceCode,
    key.placeOfIncidence,
    key.issRateBasisPoints,
    key.issWithheld ? 'withheld' : 'due',
    key.taxRegime,
  ].join('|')
