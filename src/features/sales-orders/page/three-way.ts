/** What is typed over what another person saved meanwhile: fields that nobody typed in follow the stored ones (E13). */
export function merged<Values extends object>(opened: Values, stored: Values, mine: Values): Values {
  const typed = keysOf(mine).filter((key) => mine[key] !== opened[key])
  return { ...stored, ...Object.fromEntries(typed.map((key) => [key, mine[key]])) }
}

/** The fields that were typed here and saved otherwise by another person: of these somebody has to choose. */
export function conflictsOf<Values extends object>(opened: Values, stored: Values, mine: Values): (keyof Values)[] {
  return keysOf(mine).filter(
    (key) => mine[key] !== opened[key] && stored[key] !== opened[key] && mine[key] !== stored[key],
  )
}

const keysOf = <Values extends object>(values: Values) => Object.keys(values) as (keyof Values & string)[]
