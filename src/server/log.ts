import pino from 'pino'

/** The server's log: one JSON line per event on standard output. Names of faults and ids only, no data of people. */
export const log = pino({ level: process.env.LOG_LEVEL ?? 'info', base: null })

/** A failure without its message, which may repeat what a person typed: names, codes, and where in the code it happened. */
export function describeFailure(failure: unknown, depth = 0): Record<string, unknown> {
  if (!(failure instanceof Error)) return { name: typeof failure }
  const { name, stack, cause } = failure
  const code = 'code' in failure && typeof failure.code === 'string' ? failure.code : undefined
  const constraint = 'constraint_name' in failure ? failure.constraint_name : undefined
  const frames = (stack ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '))
    .slice(0, depth === 0 ? 12 : 3)
  return { name, code, constraint, frames, ...(cause && depth < 4 ? { cause: describeFailure(cause, depth + 1) } : {}) }
}
