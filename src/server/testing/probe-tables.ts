import { bigint, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import postgres from 'postgres'

/** Each row says which transaction its writer meant to be in (`token`, company), and in which one it was written. */
export const probes = pgTable('probes', {
  companyId: uuid('company_id').notNull(),
  token: text().notNull(),
  n: integer().notNull(),
  padding: text(),
  txId: bigint('tx_id', { mode: 'number' }),
  writtenInCompany: text('written_in_company'),
  writtenInToken: text('written_in_token'),
})

/** Twenty rows for each company, to be read and updated by all of its transactions at once. */
export const accounts = pgTable('accounts', {
  companyId: uuid('company_id').notNull(),
  id: integer().notNull(),
  n: bigint({ mode: 'number' }).notNull(),
})

export const probeCompanies = Array.from(
  { length: 16 },
  (_, i) => `00000000-0000-7000-8000-${String(i).padStart(12, '0')}`,
)

/** Makes both tables in a database of the test's own, with the row security that every business table has. */
export async function makeProbeTables(adminUrl: string): Promise<void> {
  const admin = postgres(adminUrl, { max: 1, onnotice() {} })
  const policy = "company_id = (select nullif(current_setting('app.company_id', true), '')::uuid)"
  try {
    await admin.unsafe(`
      create table probes (company_id uuid not null, token text not null, n int not null constraint probe_n_not_negative check (n >= 0),
        padding text, tx_id bigint, written_in_company text, written_in_token text);
      create table accounts (company_id uuid not null, id int not null, n bigint not null, primary key (company_id, id));
      create function note_transaction() returns trigger language plpgsql as $body$ begin
        new.tx_id := txid_current();
        new.written_in_company := current_setting('app.company_id', true);
        new.written_in_token := current_setting('app.token', true);
        return new;
      end $body$;
      create trigger note_transaction before insert on probes for each row execute function note_transaction();
      alter table accounts enable row level security;
      alter table accounts force row level security;
      create policy own_company on accounts using (${policy}) with check (${policy});
      grant select, insert, update on probes, accounts to empreita_app`)
    await admin`insert into accounts select c::uuid, i, 0 from unnest(${probeCompanies}::text[]) c, generate_series(1, 20) i`
  } finally {
    await admin.end({ timeout: 5 })
  }
}
