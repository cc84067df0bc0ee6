import { foreignKey, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { companyId, id, instant } from './columns'

/** One look at all invariants of a company; without an end it waits or is under way. */
export const audits = pgTable(
  'audits',
  {
    companyId: companyId(),
    id: id(),
    requestedAt: instant('requested_at').notNull(),
    /** Null for the nightly one. */
    requestedBy: uuid('requested_by'),
    finishedAt: instant('finished_at'),
    durationMs: integer('duration_ms'),
    /** How many records break an invariant, also those beyond what is kept. */
    divergenceCount: integer('divergence_count'),
  },
  (t) => [
    primaryKey({ name: 'audits_pk', columns: [t.companyId, t.id] }),
    index('audits_recent').on(t.companyId, t.requestedAt),
  ],
)

/** A record that broke an invariant when it was looked at. */
export const auditFindings = pgTable(
  'audit_findings',
  {
    companyId: companyId(),
    id: id(),
    auditId: uuid('audit_id').notNull(),
    invariant: text('invariant').notNull(),
    recordId: uuid('record_id').notNull(),
    repairedAt: instant('repaired_at'),
    repairedBy: uuid('repaired_by'),
  },
  (t) => [
    primaryKey({ name: 'audit_findings_pk', columns: [t.companyId, t.id] }),
    foreignKey({
      name: 'audit_finding_audit',
      columns: [t.companyId, t.auditId],
      foreignColumns: [audits.companyId, audits.id],
    }).onDelete('cascade'),
    index('audit_findings_by_audit').on(t.companyId, t.auditId),
  ],
)
