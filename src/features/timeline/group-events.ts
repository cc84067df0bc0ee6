/** A line of the history, as the questions answer it. */
export type EventLine = {
  id: string
  name: string
  from: string | null
  to: string | null
  reason: string | null
  data: Record<string, unknown>
  who: string | null
  /** Who was made responsible, where the question names them. */
  toName?: string | null
  /** The unit that a line about a task names. */
  unit?: { no: number | null; of: number | null; subject: string } | null
  at: Date
}

export type EventGroup = { first: EventLine; count: number; units: UnitsOfSubject[] }

/** The units of one subject in a line: "3-5/15 · Instalação". */
export type UnitsOfSubject = { subject: string; of: number | null; nos: number[] }

const NEAR_MS = 60_000

/**
 * Neighbours that one gesture made become one line with a count: same event, person, reason and aim, within a minute.
 * `lines` keep their order.
 */
export function groupEvents(lines: readonly EventLine[]): EventGroup[] {
  const groups: { first: EventLine; last: EventLine; count: number; lines: EventLine[] }[] = []
  for (const line of lines) {
    const group = groups.at(-1)
    if (group && isOneGesture(group.last, line)) {
      group.count += 1
      group.last = line
      group.lines.push(line)
    } else groups.push({ first: line, last: line, count: 1, lines: [line] })
  }
  return groups.map(({ first, count, lines: same }) => ({
    first,
    units: unitsBySubject(same),
    count: first.name === 'task.generated' ? unitsOf(first, count) : count,
  }))
}

function isOneGesture(a: EventLine, b: EventLine): boolean {
  const isNear = Math.abs(a.at.getTime() - b.at.getTime()) <= NEAR_MS
  return (
    isNear &&
    a.name === b.name &&
    a.who === b.who &&
    a.reason === b.reason &&
    a.data.to === b.data.to &&
    a.name.startsWith('task.')
  )
}

function unitsOf({ data }: EventLine, count: number): number {
  return Array.isArray(data.unitNos) ? data.unitNos.length : count
}

function unitsBySubject(lines: readonly EventLine[]): UnitsOfSubject[] {
  const bySubject = new Map<string, UnitsOfSubject>()
  for (const { unit } of lines) {
    if (!unit) continue
    const key = `${unit.subject}\n${unit.of ?? ''}`
    const known = bySubject.get(key) ?? { subject: unit.subject, of: unit.of, nos: [] }
    bySubject.set(key, known)
    if (unit.no !== null) known.nos.push(unit.no)
  }
  return [...bySubject.values()]
}
