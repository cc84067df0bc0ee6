import type { Sql } from 'postgres'

/**
 * Makes the database itself note every change of state, so that a test can ask whether history tells each of them. Orders:
 * only their ends count, what else their status says is derived.
 */
export async function logStates(admin: Sql): Promise<void> {
  await admin.unsafe(`
    create table state_log (place bigserial, xid text, kind text, id uuid, was text, is_now text);
    create function log_state() returns trigger language plpgsql security definer set search_path = public as $$
    begin
      insert into state_log (xid, kind, id, was, is_now) values (pg_current_xact_id()::xid::text, tg_argv[0], new.id,
        coalesce(to_jsonb(old) ->> tg_argv[1], '-'), coalesce(to_jsonb(new) ->> tg_argv[1], '-'));
      return null;
    end $$;
    create trigger zz_log after update on tasks for each row when (new.status <> old.status) execute function log_state('task', 'status');
    create trigger zz_log after update on invoices for each row when (new.status <> old.status) execute function log_state('invoice', 'status');
    create trigger zz_log after update on quotes for each row when (new.status <> old.status) execute function log_state('quote', 'status');
    create trigger zz_log after update on opportunities for each row when (new.status <> old.status) execute function log_state('opportunity', 'status');
    create trigger zz_stage after update on opportunities for each row when (new.stage_id <> old.stage_id) execute function log_state('stage', 'stage_id');
    create trigger zz_undone after update on opportunities for each row when ((new.undone_at is null) <> (old.undone_at is null)) execute function log_state('undone', 'undone_at');
    create trigger zz_log after update on sales_orders for each row when ((new.cancelled_at, new.closed_at) is distinct from (old.cancelled_at, old.closed_at))
      execute function log_state('salesOrder', 'status')`)
}

/** A change of state, and how many lines of history tell it: same transaction, from, to, by whom, and why where somebody must say. */
export type LoggedChange = { kind: string; id: string; was: string; isNow: string; lines: number }

/**
 * The changes that history does not tell exactly once. A transaction is told by where it began and where it ended. The
 * verbs must have run without a savepoint: a line written inside one bears another number.
 */
export async function untoldChanges(admin: Sql): Promise<LoggedChange[]> {
  return admin<LoggedChange[]>`
    with net as (
      select xid, kind, id, (array_agg(was order by place))[1] as was, (array_agg(is_now order by place desc))[1] as is_now
      from state_log group by xid, kind, id)
    select n.kind, n.id::text, n.was, n.is_now as "isNow", told.lines::int from net n cross join lateral (
      select count(*) as lines from events e
      where e.entity_id = n.id and e.xmin::text = n.xid and e.actor_id is not null and case n.kind
        when 'stage' then e.name = 'opportunity.stageMoved' and e.data ->> 'from' = n.was and e.data ->> 'to' = n.is_now
        when 'undone' then e.name = case n.is_now when '-' then 'opportunity.revived' else 'opportunity.undone' end
        when 'salesOrder' then e.entity_kind = n.kind and (e.from_state = n.was or n.was not in ('cancelled', 'closed')) and (e.to_state = n.is_now or n.is_now not in ('cancelled', 'closed'))
          and (n.is_now not in ('cancelled', 'closed') or e.reason <> '')
        else e.entity_kind = n.kind and e.from_state = n.was and e.to_state = n.is_now and (e.reason <> '' or e.data ? 'lossReasonId'
          or (n.kind, n.is_now) not in (('task', 'cancelled'), ('task', 'not_done'), ('invoice', 'rejected'), ('invoice', 'cancellation_requested'), ('opportunity', 'lost'), ('quote', 'lost')))
      end) told
    where n.was <> n.is_now and told.lines <> 1`
}

/** Every change that was seen, as `kind: was > is`; stages and undoings without their values. */
export async function seenChanges(admin: Sql): Promise<string[]> {
  const rows = await admin<{ seen: string }[]>`
    select distinct case when kind in ('stage', 'undone') then kind else kind || ': ' || was || ' > ' || is_now end as seen from state_log order by 1`
  return rows.map(({ seen }) => seen)
}
