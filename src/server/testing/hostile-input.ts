import { uuidv7 } from '@/lib/uuid'

type Random = () => number

const LONG_TEXT = 'á'.repeat(20_000)

/** Values that no form sends: of a wrong type, size, nesting or alphabet, or made to reach something else. */
const values: readonly (() => unknown)[] = [
  () => null,
  () => undefined,
  () => '',
  () => ' ',
  () => LONG_TEXT,
  () => 'nul \u0000 no meio',
  () => '\ud800 metade de um par',
  () => '\u202eoãçnem',
  () => "'; drop table tasks; --",
  () => '%_\\',
  () => '{{constructor.constructor("return process")()}}',
  () => '=cmd|/c calc',
  () => 0,
  () => -1,
  () => 1.5,
  () => 2 ** 31,
  () => 2 ** 53,
  () => -(2 ** 63),
  () => 1e308,
  () => Number.NaN,
  () => Number.POSITIVE_INFINITY,
  () => true,
  () => [],
  () => Array.from({ length: 3_000 }, () => uuidv7()),
  () => [[[[[[[[[[]]]]]]]]]],
  () => ({}),
  () => JSON.parse('{"__proto__":{"isAdmin":true},"constructor":{"prototype":{}}}'),
  () => nested(200),
  () => uuidv7(),
  () => '00000000-0000-0000-0000-000000000000',
  () => 'not-a-uuid',
  () => '9999-12-31',
  () => '0000-00-00',
  () => '2026-02-30',
  () => '-271821-04-20',
  () => new Date(Number.NaN),
  () => 12n,
]

/** An input made hostile at one or more places: a value replaced, left out or added, or the whole of it. */
export function hostileInput(sample: unknown, random: Random): unknown {
  if (random() < 0.08) return pick(values, random)()
  let input = structuredClone(sample)
  for (let count = 0; count < 1 + Math.floor(random() * 3); count++) input = spoil(input, random)
  return input
}

function spoil(input: unknown, random: Random): unknown {
  const hostile = pick(values, random)()
  if (typeof input !== 'object' || input === null) return hostile
  if (Array.isArray(input)) {
    if (input.length === 0 || random() < 0.2) return [...input, hostile]
    return input.map((element, index) => (index === 0 ? spoil(element, random) : element))
  }
  const names = Object.keys(input)
  const name = pick(names.length > 0 ? names : ['value'], random)
  const fields = { ...(input as Record<string, unknown>) }
  if (random() < 0.1) return { ...fields, [`${name}Extra`]: hostile }
  if (random() < 0.1) return Object.fromEntries(Object.entries(fields).filter(([key]) => key !== name))
  return { ...fields, [name]: random() < 0.4 ? spoil(fields[name], random) : hostile }
}

function nested(depth: number): unknown {
  return depth === 0 ? 'fundo' : { dentro: nested(depth - 1) }
}

function pick<T>(from: readonly T[], random: Random): T {
  const picked = from[Math.floor(random() * from.length)]
  if (picked === undefined) throw new Error('nothing to pick from')
  return picked
}
