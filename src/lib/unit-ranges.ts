/** Numbers of units as people write them: `[1, 2, 3, 5]` → `1-3, 5`. */
export function unitRanges(unitNos: readonly number[]): string {
  const ranges: [number, number][] = []
  for (const no of [...new Set(unitNos)].sort((a, b) => a - b)) {
    const last = ranges.at(-1)
    if (last && last[1] === no - 1) last[1] = no
    else ranges.push([no, no])
  }
  return ranges.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`)).join(', ')
}
