/** Tables that a noun alone writes. A new table gets its line here before anybody may write it. */
export const tablesOf = {
  audits: ['audits', 'audit_findings'],
  documents: ['document_links'],
  quotes: ['quotes', 'quote_items'],
  invoices: ['invoices', 'invoice_items', 'invoice_units'],
  'sales-orders': ['sales_orders', 'sales_order_items'],
  opportunities: ['opportunities', 'pipelines', 'stages'],
  tasks: ['tasks', 'task_evidence', 'task_photos', 'files'],
  nfse: ['nfse', 'nfse_messages', 'nfse_series', 'simulated_nfse'],
  customers: ['customers', 'customer_addresses', 'customer_contacts'],
  services: ['services', 'units_of_measure'],
  projects: ['projects'],
  contracts: ['contracts'],
  members: ['memberships', 'invitations', 'password_links'],
  tokens: ['access_tokens'],
  companies: ['companies'],
  settings: [
    'order_settings',
    'task_types',
    'task_subjects',
    'priorities',
    'opportunity_types',
    'sources',
    'loss_reasons',
    'cancellation_reasons',
    'holidays',
    'payment_terms',
    'registers',
  ],
  'saved-views': ['saved_views'],
  events: ['events'],
  commands: ['commands'],
}

/** Places beside a noun's own folder that may write some tables. */
export const otherWriters = [
  {
    place: 'src/server/auth/',
    tables: [
      'users',
      'sessions',
      'companies',
      'memberships',
      'access_tokens',
      'sign_in_limits',
      'password_links',
      'document_links',
    ],
  },
  { place: 'src/server/db/next-number.ts', tables: ['counters'] },
  // The small registers are edited on one page, by one set of verbs, whichever noun they serve.
  {
    place: 'src/server/domain/registers/',
    tables: [
      'pipelines',
      'stages',
      'units_of_measure',
      'task_types',
      'priorities',
      'opportunity_types',
      'sources',
      'loss_reasons',
      'holidays',
      'payment_terms',
    ],
  },
  // A company begins with its registers: one verb lays the first rows of all of them.
  {
    place: 'src/server/domain/settings/',
    tables: ['pipelines', 'stages', 'units_of_measure', 'services', 'nfse_series', 'counters'],
  },
]

/** Who may call whom: downwards only; nouns on one line may call each other as long as no circle arises. */
export const levels = [
  // They read the records of several nouns for one screen, and write none.
  ['home', 'search'],
  // They look at what the others keep.
  ['audits', 'system'],
  ['documents'],
  ['quotes'],
  ['invoices'],
  ['sales-orders'],
  ['opportunities'],
  ['tasks'],
  ['nfse'],
  ['imports'],
  [
    'customers',
    'services',
    'projects',
    'contracts',
    'registers',
    'members',
    'tokens',
    'companies',
    'settings',
    'saved-views',
  ],
  ['events', 'commands'],
]

/** @param {string} noun @returns {number} how far up it stands; -1 when it is not one of ours */
export function levelOf(noun) {
  return levels.findIndex((level) => level.includes(noun))
}

/** @param {string} file @param {string} floor as in `src/server/domain` @returns {string | undefined} the folder below it */
export function nounIn(file, floor) {
  const [, noun] = new RegExp(`^${floor}/([^/]+)/`).exec(file) ?? []
  return noun
}
