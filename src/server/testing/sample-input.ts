import { z } from 'zod'
import { uuidv7 } from '@/lib/uuid'

type JsonSchema = {
  type?: string | string[]
  const?: unknown
  enum?: unknown[]
  anyOf?: JsonSchema[]
  oneOf?: JsonSchema[]
  allOf?: JsonSchema[]
  $ref?: string
  properties?: Record<string, JsonSchema>
  required?: string[]
  items?: JsonSchema
  minItems?: number
  minimum?: number
  exclusiveMinimum?: number
  minLength?: number
  format?: string
  pattern?: string
}

// What no schema of shapes can say: values with check digits or of a fixed form, by the name of their field.
const byName: Record<string, unknown> = {
  taxId: '11222333000181',
  postalCode: '13010000',
  municipalityCode: '3509502',
  state: 'SP',
  phone: '19987654321',
  email: 'pessoa@exemplo.com.br',
  password: 'o portão azul range',
  quantity: '1',
  confirmation: 'remover',
  dayOffsets: [0],
  granularity: 'per_unit',
  observedOn: '2027-01-15',
}

/** A value that a contract schema accepts, for tests that call every procedure. As many optional fields as fit are filled. */
export function sampleInput(schema: z.ZodType): unknown {
  const root = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', cycles: 'ref' }) as JsonSchema
  const whole = sampleOf(root, '')
  const least = sampleOf(root, '', true)
  const fitting = [whole, ...withoutOne(whole), least].find((sample) => schema.safeParse(sample).success)
  if (!fitting) throw new Error(`no sample fits: ${schema.safeParse(least).error?.message}`)
  return fitting
}

// Some fields exclude each other.
function withoutOne(whole: unknown): unknown[] {
  if (typeof whole !== 'object' || whole === null) return []
  const entries = Object.entries(whole)
  return entries.map(([left]) => Object.fromEntries(entries.filter(([name]) => name !== left)))
}

function sampleOf(schema: JsonSchema, name: string, onlyRequired = false): unknown {
  const alternatives = schema.anyOf ?? schema.oneOf
  if (schema.const !== undefined) return schema.const
  if (name in byName && schema.type !== 'null') return byName[name]
  if (schema.enum) return schema.enum[0]
  if (schema.allOf?.[0]) return Object.assign({}, ...schema.allOf.map((part) => sampleOf(part, name, onlyRequired)))
  if (alternatives?.[0]) {
    return sampleOf(alternatives.find(({ type }) => type !== 'null') ?? alternatives[0], name, onlyRequired)
  }
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type
  if (type === 'object') return sampleObject(schema, onlyRequired)
  if (type === 'array') {
    const count = Math.max(schema.minItems ?? 0, 1)
    return Array.from({ length: count }, () => sampleOf(schema.items ?? {}, name.replace(/s$/, ''), onlyRequired))
  }
  if (type === 'integer' || type === 'number') return Math.max(schema.minimum ?? 1, (schema.exclusiveMinimum ?? 0) + 1)
  if (type === 'boolean') return false
  if (type === 'null') return null
  return sampleText(schema)
}

function sampleObject(schema: JsonSchema, onlyRequired: boolean): unknown {
  const names = Object.keys(schema.properties ?? {}).filter((name) => !onlyRequired || schema.required?.includes(name))
  return Object.fromEntries(names.map((name) => [name, sampleOf(schema.properties?.[name] ?? {}, name, onlyRequired)]))
}

function sampleText({ format, pattern, minLength = 1 }: JsonSchema): string {
  if (format === 'uuid') return uuidv7()
  if (format === 'date') return '2027-01-15'
  if (format === 'date-time') return '2027-01-15T12:00:00.000Z'
  if (format === 'email') return 'pessoa@exemplo.com.br'
  const digits = /^\^\\d\{(\d+)\}\$$/.exec(pattern ?? '')
  if (digits) return '1'.repeat(Number(digits[1]))
  return 'texto'.padEnd(minLength, 'o')
}
