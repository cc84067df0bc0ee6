/** What went wrong with a database, for whoever reads the terminal: a sentence, no stack. */
export function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if ('severity' in error) return `The database refused: ${error.message}`
  // Node names the addresses only in the parts of a failed connection.
  const reason = error instanceof AggregateError ? error.errors.map(String).join('; ') : error.message
  return 'syscall' in error || error instanceof AggregateError ? `The database cannot be reached: ${reason}` : reason
}
