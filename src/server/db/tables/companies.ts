import { boolean, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { createdAt, instant, version } from './columns'

/** A company that uses the product; also the provider of its notes. Global: the policy shows a transaction its own company. */
export const companies = pgTable('companies', {
  id: uuid('id').primaryKey(),
  name: text('name').notNull(),
  legalName: text('legal_name').notNull(),
  taxId: text('tax_id').notNull(),
  municipalRegistration: text('municipal_registration'),
  taxRegime: text('tax_regime').notNull().default('simples_nacional'),
  street: text('street'),
  streetNumber: text('street_number'),
  complement: text('complement'),
  district: text('district'),
  city: text('city'),
  state: text('state'),
  postalCode: text('postal_code'),
  municipalityCode: text('municipality_code'),
  email: text('email'),
  phone: text('phone'),
  /** The picture at the head of its papers, among its files. */
  logoFileId: uuid('logo_file_id'),
  timeZone: text('time_zone').notNull().default('America/Sao_Paulo'),
  isDemonstration: boolean('is_demonstration').notNull().default(false),
  /** Of the first steps: when somebody looked at the configuration of orders, and when the list was put away. */
  orderSettingsSeenAt: instant('order_settings_seen_at'),
  onboardingDismissedAt: instant('onboarding_dismissed_at'),
  version: version(),
  createdAt: createdAt(),
})

/** A person who signs in. One person may belong to several companies. */
export const users = pgTable(
  'users',
  {
    id: uuid('id').primaryKey(),
    name: text('name').notNull(),
    email: text('email').notNull(),
    passwordHash: text('password_hash').notNull(),
    isDemonstration: boolean('is_demonstration').notNull().default(false),
    disabledAt: instant('disabled_at'),
    createdAt: createdAt(),
  },
  (t) => [unique('user_email_once').on(t.email)],
)

export const memberships = pgTable(
  'memberships',
  {
    companyId: uuid('company_id')
      .notNull()
      .references(() => companies.id),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    roles: text('roles').array().notNull(),
    disabledAt: instant('disabled_at'),
    version: version(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ name: 'memberships_pk', columns: [t.companyId, t.userId] })],
)

/** A signed-in browser. The cookie holds a random value; only its hash is here. */
export const sessions = pgTable('sessions', {
  id: uuid('id').primaryKey(),
  tokenHash: text('token_hash').notNull().unique('session_token_once'),
  userId: uuid('user_id')
    .notNull()
    .references(() => users.id),
  companyId: uuid('company_id')
    .notNull()
    .references(() => companies.id),
  userAgent: text('user_agent'),
  createdAt: createdAt(),
  lastSeenAt: instant('last_seen_at').notNull().defaultNow(),
  expiresAt: instant('expires_at').notNull(),
  idleSeconds: integer('idle_seconds').notNull(),
  revokedAt: instant('revoked_at'),
})

/** A key that an internal tool uses. Shown once, stored hashed, limited to permissions and an expiry. */
export const accessTokens = pgTable('access_tokens', {
  id: uuid('id').primaryKey(),
  companyId: uuid('company_id')
    .notNull()
    .references(() => companies.id),
  name: text('name').notNull(),
  tokenHash: text('token_hash').notNull().unique('access_token_once'),
  tokenHint: text('token_hint').notNull(),
  permissions: text('permissions').array().notNull(),
  createdBy: uuid('created_by')
    .notNull()
    .references(() => users.id),
  createdAt: createdAt(),
  expiresAt: instant('expires_at').notNull(),
  revokedAt: instant('revoked_at'),
  revokedBy: uuid('revoked_by').references(() => users.id),
  lastUsedAt: instant('last_used_at'),
})

/** The one row says that this installation has had its first run; it is the lock against a second one. */
export const installations = pgTable('installations', {
  isOnly: boolean('is_only').primaryKey().default(true),
  commandId: uuid('command_id').notNull(),
  createdAt: createdAt(),
})

/** Tries to sign in, per account and per address. `key` is a hash: the table names nobody. */
export const signInLimits = pgTable('sign_in_limits', {
  key: text('key').primaryKey(),
  attempts: integer('attempts').notNull(),
  /** Before this instant no further try is looked at. */
  freeAt: instant('free_at').notNull(),
  /** From this instant on earlier tries are forgotten. */
  forgottenAt: instant('forgotten_at').notNull(),
})
