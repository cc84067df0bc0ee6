const shown = ['to', 'from', 'number', 'because', 'dueOn', 'scheduledAt', 'unitNos'] as const

/**
 * What a history tells of an event to everybody who may read it: names, numbers and days. Amounts and whatever else an event
 * keeps stay behind, for a history has readers who may not see values.
 */
export function shownEventData(data: unknown): Record<string, unknown> {
  if (typeof data !== 'object' || data === null) return {}
  return Object.fromEntries(shown.filter((key) => key in data).map((key) => [key, Reflect.get(data, key)]))
}
