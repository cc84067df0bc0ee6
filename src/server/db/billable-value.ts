import { type SQL, sql } from 'drizzle-orm'
import { billableUnits } from './billable-units'
import { liveLinesOfItem } from './live-lines'

/**
 * What billing the `billableUnits` of item `i`, by task or by counter, would come to, in cents: `lineAmount` as SQL, for lists
 * that add it up. The tests hold the two against each other. Expects the alias `i`; answers null when nothing is billable.
 */
export const billableValue: SQL = sql`(
  select case when share.units = 0 then null
      when not billed.is_same_price or i.total_cents < billed.cents or i.unit_count < billed.units + share.units then share.cents
      else least(greatest(share.cents, i.total_cents - billed.cents - ceil(i.unit_quantity * (i.unit_count - billed.units - share.units) * i.unit_price_cents)),
        i.total_cents - billed.cents, ceil(i.unit_quantity * share.units * i.unit_price_cents))::bigint end
  from (
    select units, (2 * net + i.unit_count) / (2 * i.unit_count)
        - case when (2 * net + i.unit_count) % (2 * i.unit_count) = 0 and ((2 * net + i.unit_count) / (2 * i.unit_count)) % 2 = 1 then 1 else 0 end as cents
    from (select units, i.total_cents * units as net from (select ${billableUnits} as units offset 0) counted) exact
  ) share,
  lateral (
    select coalesce(sum(l.amount_cents), 0)::bigint as cents, coalesce(sum(l.units + l.counter_units), 0)::bigint as units,
      coalesce(bool_and(l.unit_price_cents = i.unit_price_cents), true) as is_same_price
    from ${liveLinesOfItem} and i.units_invoiced + i.counter_invoiced > 0
  ) billed)`
