import { foldAccents } from '@/lib/accent-fold'
import { groupBy } from '@/lib/group-by'
import table from './municipalities.json'
import { searchReference } from './search-reference'

/** A Brazilian municipality: IBGE code of seven digits, state (UF) and name. */
export type Municipality = { code: string; state: string; name: string }

const municipalities: readonly Municipality[] = table.rows.map(([code = '', state = '', name = '']) => ({
  code,
  state,
  name,
}))
const byCode = new Map(municipalities.map((municipality) => [municipality.code, municipality]))
const byName = groupBy(municipalities, ({ name }) => nameKey(name))
const search = searchReference(municipalities, {
  codeOf: ({ code }) => code,
  textOf: ({ name }) => name,
  detailOf: ({ state }) => state,
})

/** The municipality of an IBGE code, or null when the table does not have it. */
export const municipalityOf = (code: string): Municipality | null => byCode.get(code) ?? null

/** By name, name and state ("bom jesus pi") or code; at most 20. */
export const municipalitiesMatching = (query: string): Municipality[] => search(query)

/** Those of exactly this name, accents, case and punctuation aside; in the state, when one is given. */
export function municipalitiesNamed(name: string, state = ''): Municipality[] {
  const named = byName.get(nameKey(name)) ?? []
  return state === '' ? named : named.filter((municipality) => municipality.state === state.toUpperCase())
}

function nameKey(name: string): string {
  return foldAccents(name).replace(/[^a-z0-9]/g, '')
}
