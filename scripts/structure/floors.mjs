/**
 * Imports point down only. The first floor whose `place` a file is under holds; `may` are places it may import from,
 * `mayTypes` those of which it may import types alone, `never` exceptions from `may`.
 */
const FLOORS = [
  {
    place: 'src/app/api/',
    may: ['src/server/api', 'src/server/auth', 'src/contract', 'src/lib', 'src/i18n'],
    advice: 'a route handler hands over to src/server/api',
  },
  {
    place: 'src/app/',
    may: ['src/app', 'src/features', 'src/ui', 'src/i18n', 'src/contract', 'src/trpc', 'src/server/auth'],
    advice: 'a page only parses, prefetches and renders: data comes through src/trpc, the rest lives in src/features',
  },
  {
    place: 'src/features/field/',
    may: ['src/features/field', 'src/contract', 'src/i18n', 'src/lib', 'src/trpc'],
    mayTypes: ['src/server/api'],
    never: ['src/trpc/server'],
    advice: 'the field screens work without the kit and without the server',
  },
  {
    place: 'src/features/',
    may: ['src/features', 'src/ui', 'src/contract', 'src/i18n', 'src/lib', 'src/trpc'],
    mayTypes: ['src/server/api'],
    never: ['src/trpc/server'],
    advice: 'screens ask the server through src/trpc',
  },
  {
    place: 'src/ui/',
    may: ['src/ui', 'src/lib', 'src/i18n'],
    advice: 'the kit knows no noun: what does belongs in src/features',
  },
  { place: 'src/contract/', may: ['src/contract', 'src/lib'], advice: 'the contract knows neither screen nor server' },
  { place: 'src/i18n/', may: ['src/i18n'], advice: 'words need nothing of ours' },
  {
    place: 'src/trpc/server',
    may: ['src/trpc', 'src/contract', 'src/i18n', 'src/ui', 'src/lib', 'src/server/api'],
    advice: 'it carries calls and does nothing else',
  },
  {
    place: 'src/trpc/',
    may: ['src/trpc', 'src/contract', 'src/i18n', 'src/ui', 'src/lib'],
    mayTypes: ['src/server/api'],
    advice: 'the browser knows the server by its types only',
  },
  { place: 'src/lib/', may: ['src/lib'], advice: 'a pure tool knows nothing of ours' },
  {
    place: 'src/server/api/',
    may: [
      'src/server/api',
      'src/contract',
      'src/lib',
      'src/i18n',
      'src/server/domain',
      'src/server/auth',
      'src/server/db',
      'src/server/documents',
      'src/server/gateways/storage',
      'src/server/gateways/postal-codes',
      'src/server/reference',
    ],
    never: ['src/server/db/tables'],
    advice: 'reception delegates: SQL and rules belong in src/server/domain/<noun>',
  },
  {
    place: 'src/server/domain/',
    may: [
      'src/server/domain',
      'src/contract',
      'src/lib',
      'src/server/db',
      'src/server/auth/authorize',
      'src/server/reference',
      'src/server/jobs/enqueue',
      'src/server/jobs/reactions',
    ],
    never: ['src/server/db/client', 'src/server/db/connection-pool'],
    advice: 'the workshop gets its transaction and its clock in ctx, and calls nobody outside',
  },
  {
    place: 'src/server/db/constraint-errors',
    may: ['src/server/db', 'src/lib', 'src/contract'],
    advice: 'it only says which error a constraint stands for',
  },
  { place: 'src/server/db/', may: ['src/server/db', 'src/lib'], advice: 'the foundation knows nothing above it' },
  {
    place: 'src/server/reference/',
    may: ['src/server/reference', 'src/lib'],
    advice: 'public registers, as they are published',
  },
  {
    place: 'src/server/documents/',
    may: ['src/server/documents', 'src/contract', 'src/lib', 'src/i18n'],
    mayTypes: ['src/server/domain/documents'],
    advice: 'a paper is printed from what it is given: it asks no database',
  },
  {
    place: 'src/server/auth/',
    may: [
      'src/server/auth',
      'src/server/db',
      'src/server/domain',
      'src/server/jobs/enqueue',
      'src/contract',
      'src/lib',
      'src/i18n',
    ],
    advice: 'who asks is settled before anything is done',
  },
  {
    place: 'src/server/jobs/',
    may: [
      'src/server/jobs',
      'src/server/domain',
      'src/server/gateways',
      'src/server/db',
      'src/server/auth/secret',
      'src/contract',
      'src/lib',
      'src/i18n',
    ],
    advice: 'after the commit: verbs and gateways, never api or app',
  },
  {
    place: 'src/server/gateways/',
    may: ['src/server/gateways', 'src/lib'],
    advice: 'a gateway talks to others and knows nothing of the business',
  },
  {
    place: 'src/server/demo/',
    may: [
      'src/server/demo',
      'src/server/domain',
      'src/server/db',
      'src/server/auth',
      'src/server/jobs',
      'src/server/api/storage-key',
      'src/server/gateways',
      'src/contract',
      'src/lib',
    ],
    advice: 'the demonstration is made through the verbs',
  },
]
// Every floor of the server may say what happened, except the workshop, whose answers say it.
const LOG = 'src/server/log'

const BANNED_PACKAGES = [
  { place: 'src/server/domain/', packages: /^(next|react|react-dom)(\/|$)/, advice: 'the workshop knows no framework' },
  { place: 'src/contract/', packages: /^(?!zod$|big\.js$)/, advice: 'the contract needs zod alone' },
  { place: 'src/features/', packages: /^@base-ui\//, advice: 'primitives are wrapped in src/ui' },
  { place: 'src/app/', packages: /^@base-ui\//, advice: 'primitives are wrapped in src/ui' },
]

/** Each floor imports only what stands below it, and only the floors that it was given. */
export function checkFloors(files) {
  return files.flatMap((file) => (file.isTest ? [] : file.imports.flatMap((used) => checkImport(file.path, used))))
}

function checkImport(path, used) {
  if (!used.from.startsWith('src/')) return checkPackage(path, used)
  if (path.startsWith('src/') && isUnder(used.from, 'src/server/testing')) {
    return [{ file: path, line: used.line, message: 'only tests import from src/server/testing' }]
  }
  const floor = FLOORS.find(({ place }) => path.startsWith(place))
  if (!floor) return []
  if (used.from === LOG && path.startsWith('src/server/') && !path.startsWith('src/server/domain/')) return []
  const places = used.isType ? [...floor.may, ...(floor.mayTypes ?? [])] : floor.may
  const isBanned = floor.never?.some((place) => isUnder(used.from, place))
  if (!isBanned && places.some((place) => isUnder(used.from, place))) return []
  return [{ file: path, line: used.line, message: `may not import ${used.from}: ${floor.advice}` }]
}

function checkPackage(path, used) {
  const ban = BANNED_PACKAGES.find(({ place, packages }) => path.startsWith(place) && packages.test(used.from))
  if (!ban || used.from.startsWith('.')) return []
  return [{ file: path, line: used.line, message: `may not import ${used.from}: ${ban.advice}` }]
}

function isUnder(file, place) {
  return file === place || file.startsWith(`${place}/`)
}
