import table from './national-service-codes.json'
import { searchReference } from './search-reference'

/**
 * A service of the national list (cTribNac: item, sub-item and split of LC 116/2003). Where the ISS is due is a suggestion:
 * `EP` the provider's establishment, `LP` the place of service, `ET` the customer's; the authority's answer prevails.
 */
export type NationalServiceCode = {
  code: string
  description: string
  placeOfIncidence: 'EP' | 'LP' | 'ET' | null
  /** The group that a note of this code must carry: works or events. */
  requiredGroup: 'obra' | 'atvEvento' | null
}

const nationalServiceCodes: readonly NationalServiceCode[] = table.rows.map(
  ([code = '', description = '', place = '', group = '']) => ({
    code,
    description,
    placeOfIncidence: place === 'EP' || place === 'LP' || place === 'ET' ? place : null,
    requiredGroup: group === 'obra' || group === 'atvEvento' ? group : null,
  }),
)
const byCode = new Map(nationalServiceCodes.map((entry) => [entry.code, entry]))
const search = searchReference(nationalServiceCodes, {
  codeOf: (entry) => entry.code,
  textOf: (entry) => entry.description,
})

/** The entry of a code of six digits, or null when the national list does not have it. */
export const nationalServiceCodeOf = (code: string): NationalServiceCode | null => byCode.get(code) ?? null

/** By words of the description or by code, with or without dots ("14.06"); at most 20. */
export const nationalServiceCodesMatching = (query: string): NationalServiceCode[] => search(query)
