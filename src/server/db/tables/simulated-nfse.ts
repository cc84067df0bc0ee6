import { integer, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core'
import { companyId, instant } from './columns'

/**
 * What the simulated authority remembers of the documents it accepted. It stands for a register outside the product: only
 * the jobs that play the authority write it, and no screen reads it.
 */
export const simulatedNfse = pgTable(
  'simulated_nfse',
  {
    companyId: companyId(),
    dpsId: text('dps_id').notNull(),
    digest: text('digest').notNull(),
    nfseNumber: text('nfse_number').notNull(),
    accessKey: text('access_key').notNull(),
    acceptedAt: instant('accepted_at').notNull(),
    cancelCode: integer('cancel_code'),
    cancelledAt: instant('cancelled_at'),
  },
  (t) => [
    primaryKey({ name: 'simulated_nfse_pk', columns: [t.companyId, t.dpsId] }),
    unique('simulated_access_key_once').on(t.companyId, t.accessKey),
  ],
)
