import { sql } from 'drizzle-orm'
import { boolean, foreignKey, index, pgTable, primaryKey, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { companyId, createdAt, id, instant } from './columns'
import { memberships, users } from './companies'

/**
 * Somebody asked to join a company. Two secrets may open it, of which only hashes are here: the one shown to who invited, and
 * the one that was sent by e-mail.
 */
export const invitations = pgTable(
  'invitations',
  {
    companyId: companyId(),
    id: id(),
    email: text('email').notNull(),
    name: text('name').notNull(),
    roles: text('roles').array().notNull(),
    tokenHash: text('token_hash').notNull(),
    mailTokenHash: text('mail_token_hash'),
    isMailed: boolean('is_mailed').notNull().default(false),
    mailedAt: instant('mailed_at'),
    mailFailedAt: instant('mail_failed_at'),
    createdBy: uuid('created_by').references(() => users.id),
    createdAt: createdAt(),
    expiresAt: instant('expires_at').notNull(),
    acceptedAt: instant('accepted_at'),
    acceptedBy: uuid('accepted_by').references(() => users.id),
    revokedAt: instant('revoked_at'),
  },
  (t) => [
    primaryKey({ name: 'invitations_pk', columns: [t.companyId, t.id] }),
    unique('invitation_token_once').on(t.tokenHash),
    unique('invitation_mail_token_once').on(t.mailTokenHash),
    uniqueIndex('one_open_invitation_per_email')
      .on(t.companyId, sql`lower(${t.email})`)
      .where(sql`accepted_at is null and revoked_at is null`),
  ],
)

/** A link by which a person sets a new password, once. Made by an administrator, or by the job that sends it by e-mail. */
export const passwordLinks = pgTable(
  'password_links',
  {
    companyId: companyId(),
    id: id(),
    userId: uuid('user_id').notNull(),
    tokenHash: text('token_hash').notNull(),
    createdBy: uuid('created_by').references(() => users.id),
    createdAt: createdAt(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
    revokedAt: instant('revoked_at'),
  },
  (t) => [
    primaryKey({ name: 'password_links_pk', columns: [t.companyId, t.id] }),
    unique('password_link_token_once').on(t.tokenHash),
    index('password_links_by_user').on(t.userId),
    foreignKey({
      name: 'password_link_member',
      columns: [t.companyId, t.userId],
      foreignColumns: [memberships.companyId, memberships.userId],
    }),
  ],
)
