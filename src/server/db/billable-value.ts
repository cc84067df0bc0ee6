import { type SQL, sql } from 'drizzle-orm'
import { billableUnits } from './billable-units'
import { liveLinesOfItem } from './live-lines'

/**
 * What billing the `billableUnits` of item `i`, by task or by counter, would come to, in cents: `lineAmount` as SQL, for lists
 * that add it up. The tests hold the two against each other. Expects the alias `i`; answers null when nothing is billable.
 */
export const billableValue: SQL = sql`(
  select case when share.units = 0 then null
      when i.units_invoiced + i.counter_invoiced + share.units = i.unit_count and abs(i.total_cents - billed.cents - share.cents) <= billed.lines
        then i.total_cents - billed.cents
      else share.cents end
  from (
    select units, (2 * net + i.unit_count) / (2 * i.unit_count)
        - case when (2 * net + i.unit_count) % (2 * i.unit_count) = 0 and ((2 * net + i.unit_count) / (2 * i.unit_count)) % 2 = 1 then 1 else 0 end as cents
    from (select units, i.total_cents * units as net from (select ${billableUnits} as units offset 0) counted) exact
  ) share,
  lateral (
    select coalesce(sum(l.amount_cents), 0)::bigint as cents, count(*) as lines
    from ${liveLinesOfItem} and i.units_invoiced + i.counter_invoiced > 0
  ) billed)`
