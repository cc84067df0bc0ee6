type FieldChange = { from: unknown; to: unknown }

/** What an edit changed, for its line of history: each field of `after` whose value differs, before and after. */
export function changedFields<Fields extends Record<string, unknown>>(
  before: Fields,
  after: Partial<Fields>,
): Record<string, FieldChange> {
  const changes: Record<string, FieldChange> = {}
  for (const [field, to] of Object.entries(after)) {
    const from = before[field]
    if (JSON.stringify(from) !== JSON.stringify(to)) changes[field] = { from, to }
  }
  return changes
}
