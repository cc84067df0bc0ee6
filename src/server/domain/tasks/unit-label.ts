/** How a sentence names a task: `#9` for a unit, else its subject. */
export function unitLabel(task: { unitNo: number | null; subject: string }): string {
  return task.unitNo === null ? task.subject : `#${task.unitNo}`
}

/** `#12, #13, #15`, by number; after `most` of them only how many more there are. */
export function unitLabels(units: readonly { unitNo: number | null; subject: string }[], most = 12): string {
  const sorted = units.toSorted((a, b) => (a.unitNo ?? 0) - (b.unitNo ?? 0))
  const named = sorted.slice(0, most).map(unitLabel).join(', ')
  return sorted.length > most ? `${named} +${sorted.length - most}` : named
}
