import table from './nbs-codes.json'
import { searchReference } from './search-reference'

/** A leaf of the Brazilian nomenclature of services (NBS 2.0): nine digits and what it stands for. */
export type NbsCode = { code: string; description: string }

const nbsCodes: readonly NbsCode[] = table.rows.map(([code = '', description = '']) => ({ code, description }))
const byCode = new Map(nbsCodes.map((entry) => [entry.code, entry]))
const search = searchReference(nbsCodes, { codeOf: (entry) => entry.code, textOf: (entry) => entry.description })

/** The entry of a code of nine digits, or null when the table does not have it. */
export const nbsCodeOf = (code: string): NbsCode | null => byCode.get(code) ?? null

/** By words of the description or by code, with or without dots; at most 20. */
export const nbsCodesMatching = (query: string): NbsCode[] => search(query)
