DROP INDEX "invoices_recent";--> statement-breakpoint
DROP INDEX "opportunities_recent";--> statement-breakpoint
DROP INDEX "quotes_recent";--> statement-breakpoint
DROP INDEX "sales_orders_recent";--> statement-breakpoint
DROP INDEX "tasks_by_due";--> statement-breakpoint
DROP INDEX "invoices_by_status";--> statement-breakpoint
DROP INDEX "sales_orders_by_status";--> statement-breakpoint
DROP INDEX "sales_orders_by_customer";--> statement-breakpoint
ALTER TABLE "sales_orders" ADD COLUMN "has_opportunity" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "sales_orders" ADD COLUMN "counters_billable" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "sales_orders" ADD COLUMN "billable_cents" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "sales_orders" ADD COLUMN "billable_since" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "quotes_by_issue" ON "quotes" USING btree ("company_id","issued_on","number");--> statement-breakpoint
CREATE INDEX "sales_orders_by_issue" ON "sales_orders" USING btree ("company_id","issued_on","number");--> statement-breakpoint
CREATE INDEX "tasks_by_customer" ON "tasks" USING btree ("company_id","customer_id");--> statement-breakpoint
CREATE INDEX "invoices_by_status" ON "invoices" USING btree ("company_id","status","number");--> statement-breakpoint
CREATE INDEX "sales_orders_by_status" ON "sales_orders" USING btree ("company_id","status","issued_on","number");--> statement-breakpoint
CREATE INDEX "sales_orders_by_customer" ON "sales_orders" USING btree ("company_id","customer_id","number");--> statement-breakpoint

-- The lists of tasks: by day with those without a day last, each index holding all that its counts ask. The day is no COALESCE,
-- which row security takes for leaky: no range of it would be looked up in an index.
DROP INDEX tasks_open_by_day;--> statement-breakpoint
CREATE INDEX tasks_open_by_day ON tasks (company_id, (CASE WHEN due_on IS NULL THEN '9999-12-31'::date ELSE due_on END), id) INCLUDE (due_on, assignee_id) WHERE status NOT IN ('concluded', 'cancelled');--> statement-breakpoint
CREATE INDEX tasks_unassigned_by_day ON tasks (company_id, (CASE WHEN due_on IS NULL THEN '9999-12-31'::date ELSE due_on END), id) INCLUDE (due_on) WHERE status NOT IN ('concluded', 'cancelled') AND assignee_id IS NULL;--> statement-breakpoint
CREATE INDEX tasks_by_day ON tasks (company_id, (CASE WHEN due_on IS NULL THEN '9999-12-31'::date ELSE due_on END), id) INCLUDE (due_on);--> statement-breakpoint

-- The lists of orders: what can be billed, since when, and whether an opportunity lives stand in the order's row.
DROP INDEX sales_orders_to_bill;--> statement-breakpoint
CREATE INDEX sales_orders_to_bill ON sales_orders (company_id, billable_since, number) INCLUDE (units_billable, counters_billable, billable_cents) WHERE billable_since IS NOT NULL AND cancelled_at IS NULL;--> statement-breakpoint
CREATE INDEX sales_orders_billable ON sales_orders (company_id, issued_on, number) WHERE billable_since IS NOT NULL AND cancelled_at IS NULL;--> statement-breakpoint
CREATE INDEX sales_orders_without_opportunity ON sales_orders (company_id, issued_on, number) WHERE NOT has_opportunity AND status NOT IN ('cancelled', 'closed', 'invoiced');--> statement-breakpoint

-- What billing the rest of an item would come to: the concluded units, or those of its counter (G14), and their cents (D4, E9, F15).
CREATE FUNCTION billing_of_item(i sales_order_items) RETURNS TABLE (units integer, cents bigint) LANGUAGE sql STABLE AS $$
  SELECT share.units, CASE
      WHEN share.units = 0 THEN NULL
      WHEN NOT billed.is_same_price OR i.total_cents < billed.cents OR i.unit_count < billed.units + share.units THEN share.cents
      ELSE least(greatest(share.cents, i.total_cents - billed.cents - ceil(i.unit_quantity * (i.unit_count - billed.units - share.units) * i.unit_price_cents)),
        i.total_cents - billed.cents, ceil(i.unit_quantity * share.units * i.unit_price_cents))::bigint END
  FROM (
    SELECT exact.units, (2 * net + i.unit_count) / (2 * i.unit_count)
        - CASE WHEN (2 * net + i.unit_count) % (2 * i.unit_count) = 0 AND ((2 * net + i.unit_count) / (2 * i.unit_count)) % 2 = 1 THEN 1 ELSE 0 END AS cents
    FROM (
      SELECT counted.units, i.total_cents * counted.units AS net FROM (
        SELECT i.units_concluded - i.units_waived - i.units_invoiced + CASE
          WHEN i.kind = 'service' AND i.units_generated = 0 AND i.counter_invoiced < i.unit_count
            AND (i.granularity = 'none' OR NOT EXISTS (SELECT FROM opportunities y WHERE y.company_id = i.company_id AND y.sales_order_id = i.sales_order_id AND y.undone_at IS NULL))
            AND NOT EXISTS (SELECT FROM tasks t WHERE t.company_id = i.company_id AND t.sales_order_item_id = i.id)
            AND EXISTS (SELECT FROM sales_orders o WHERE o.company_id = i.company_id AND o.id = i.sales_order_id AND o.cancelled_at IS NULL AND o.closed_at IS NULL)
          THEN i.unit_count - i.counter_invoiced ELSE 0 END AS units OFFSET 0
      ) counted
    ) exact
  ) share,
  LATERAL (
    SELECT coalesce(sum(l.amount_cents), 0)::bigint AS cents, coalesce(sum(l.units + l.counter_units), 0)::bigint AS units, coalesce(bool_and(l.unit_price_cents = i.unit_price_cents), true) AS is_same_price
    FROM invoice_items l JOIN invoices v ON v.company_id = l.company_id AND v.id = l.invoice_id
    WHERE l.company_id = i.company_id AND l.sales_order_item_id = i.id AND l.units + l.counter_units > 0 AND v.status IN ('draft', 'processing', 'authorised', 'cancellation_requested')
      AND share.units > 0 AND i.units_invoiced + i.counter_invoiced > 0
  ) billed
$$;--> statement-breakpoint

CREATE OR REPLACE FUNCTION guard_sales_order() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    NEW.total_cents := 0; NEW.invoiced_cents := 0; NEW.item_count := 0; NEW.units_total := 0; NEW.units_generated := 0; NEW.units_started := 0; NEW.units_concluded := 0;
    NEW.units_billable := 0; NEW.units_invoiced := 0; NEW.units_authorised := 0; NEW.items_incomplete := 0; NEW.version := 1;
    NEW.has_opportunity := false; NEW.counters_billable := 0; NEW.billable_cents := 0; NEW.billable_since := NULL;
  ELSIF is_application() AND OLD.customer_id <> NEW.customer_id AND EXISTS (
    SELECT 1 FROM invoices v WHERE v.company_id = NEW.company_id AND v.sales_order_id = NEW.id AND v.status IN ('processing', 'authorised', 'cancellation_requested')) THEN
    PERFORM raise_rule('customer_frozen_by_note');
  END IF;
  NEW.status := order_status(NEW);
  RETURN NEW;
END $$;--> statement-breakpoint
-- The orders are locked by a statement of its own, so that the sums are read after whoever changed them before has committed.
-- One plan for all: making one for each number of orders takes longer than running it.
CREATE OR REPLACE FUNCTION derive_sales_orders(company uuid, orders uuid[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  PERFORM FROM sales_orders o WHERE o.company_id = company AND o.id = ANY (orders) ORDER BY o.id FOR NO KEY UPDATE;
  UPDATE sales_orders o SET
    total_cents = s.total_cents, invoiced_cents = s.invoiced_cents, item_count = s.item_count, units_total = s.units_total, units_generated = s.units_generated,
    units_started = s.units_started, units_concluded = s.units_concluded, units_billable = s.units_billable, units_invoiced = s.units_invoiced,
    units_authorised = s.units_authorised, items_incomplete = s.items_incomplete, has_opportunity = s.has_opportunity,
    counters_billable = s.counters_billable, billable_cents = s.billable_cents, billable_since = s.billable_since
  FROM (
    SELECT o2.id, coalesce(n.total_cents, 0) AS total_cents, coalesce(n.invoiced_cents, 0) AS invoiced_cents, n.item_count, coalesce(n.units_total, 0) AS units_total,
      coalesce(n.units_generated, 0) AS units_generated, coalesce(n.units_started, 0) AS units_started, coalesce(n.units_concluded, 0) AS units_concluded,
      coalesce(n.units_billable, 0) AS units_billable, coalesce(n.units_invoiced, 0) AS units_invoiced, coalesce(n.units_authorised, 0) AS units_authorised, n.items_incomplete,
      EXISTS (SELECT FROM opportunities y WHERE y.company_id = company AND y.sales_order_id = o2.id AND y.undone_at IS NULL) AS has_opportunity,
      coalesce(n.all_billable, 0) - coalesce(n.units_billable, 0) AS counters_billable, coalesce(n.billable_cents, 0) AS billable_cents,
      CASE WHEN n.all_billable > 0 THEN coalesce(n.oldest, o2.issued_on::timestamp AT TIME ZONE (SELECT time_zone FROM companies WHERE id = company)) END AS billable_since
    FROM sales_orders o2
    CROSS JOIN LATERAL (
      SELECT sum(i.total_cents) AS total_cents, sum(i.invoiced_cents) AS invoiced_cents, count(*) AS item_count, sum(i.unit_count) FILTER (WHERE i.kind = 'service') AS units_total,
        sum(i.units_generated) AS units_generated, sum(i.units_started) AS units_started, sum(i.units_concluded) AS units_concluded,
        sum(i.units_concluded - i.units_waived - i.units_invoiced) AS units_billable, sum(i.units_invoiced + i.counter_invoiced) AS units_invoiced,
        sum(i.units_authorised + i.counter_authorised) AS units_authorised,
        count(*) FILTER (WHERE i.kind = 'service' AND i.granularity <> 'none' AND i.units_concluded < i.unit_count) AS items_incomplete,
        sum(b.units) AS all_billable, sum(b.cents) AS billable_cents, min(w.oldest) AS oldest
      FROM sales_order_items i
      CROSS JOIN LATERAL billing_of_item(i) b
      CROSS JOIN LATERAL (
        SELECT min(t.concluded_at) AS oldest FROM tasks t
        WHERE b.units > 0 AND t.company_id = i.company_id AND t.sales_order_item_id = i.id AND t.status = 'concluded' AND t.invoice_id IS NULL AND t.waived_at IS NULL) w
      WHERE i.company_id = company AND i.sales_order_id = o2.id AND i.removed_at IS NULL
    ) n
    WHERE o2.company_id = company AND o2.id = ANY (orders)
  ) s
  WHERE o.company_id = company AND o.id = s.id
    AND (o.total_cents, o.invoiced_cents, o.item_count, o.units_total, o.units_generated, o.units_started, o.units_concluded, o.units_billable, o.units_invoiced, o.units_authorised, o.items_incomplete,
        o.has_opportunity, o.counters_billable, o.billable_cents, o.billable_since)
      IS DISTINCT FROM (s.total_cents, s.invoiced_cents, s.item_count, s.units_total, s.units_generated, s.units_started, s.units_concluded, s.units_billable, s.units_invoiced, s.units_authorised, s.items_incomplete,
        s.has_opportunity, s.counters_billable, s.billable_cents, s.billable_since);
END $$;--> statement-breakpoint

CREATE FUNCTION derive_from_order() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM derive_sales_orders(NEW.company_id, ARRAY[NEW.id]);
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER derive_billing AFTER UPDATE OF issued_on, cancelled_at, closed_at ON sales_orders FOR EACH ROW
  WHEN ((OLD.issued_on, OLD.cancelled_at, OLD.closed_at) IS DISTINCT FROM (NEW.issued_on, NEW.cancelled_at, NEW.closed_at)) EXECUTE FUNCTION derive_from_order();--> statement-breakpoint
CREATE FUNCTION derive_from_opportunity() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM derive_sales_orders(NEW.company_id, array_remove(ARRAY[OLD.sales_order_id, NEW.sales_order_id], NULL));
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER derive_insert AFTER INSERT ON opportunities FOR EACH ROW WHEN (NEW.sales_order_id IS NOT NULL) EXECUTE FUNCTION derive_from_opportunity();--> statement-breakpoint
CREATE TRIGGER derive_update AFTER UPDATE OF sales_order_id, undone_at ON opportunities FOR EACH ROW
  WHEN ((OLD.sales_order_id, OLD.undone_at) IS DISTINCT FROM (NEW.sales_order_id, NEW.undone_at)) EXECUTE FUNCTION derive_from_opportunity();--> statement-breakpoint
-- What a line holds decides what the rest of its item comes to, also where no counter of the item moves.
CREATE FUNCTION derive_from_lines() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  touched record;
BEGIN
  FOR touched IN SELECT company_id, array_agg(DISTINCT sales_order_id ORDER BY sales_order_id) AS orders FROM changed GROUP BY company_id LOOP
    PERFORM derive_sales_orders(touched.company_id, touched.orders);
  END LOOP;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER derive_billing AFTER UPDATE ON invoice_items REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION derive_from_lines();--> statement-breakpoint
-- Which conclusion is the oldest may change while as many units wait as before; otherwise the item has told its order.
CREATE FUNCTION derive_waiting_since() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  touched record;
BEGIN
  FOR touched IN
    SELECT company_id, array_agg(DISTINCT sales_order_id ORDER BY sales_order_id) AS orders FROM (
      SELECT company_id, sales_order_id FROM (
        SELECT company_id, sales_order_id, sales_order_item_id, 1 AS one FROM changed WHERE status = 'concluded' AND invoice_id IS NULL AND waived_at IS NULL AND sales_order_item_id IS NOT NULL
        UNION ALL
        SELECT company_id, sales_order_id, sales_order_item_id, -1 FROM former WHERE status = 'concluded' AND invoice_id IS NULL AND waived_at IS NULL AND sales_order_item_id IS NOT NULL
      ) waiting GROUP BY company_id, sales_order_id, sales_order_item_id HAVING sum(one) = 0
    ) kept GROUP BY company_id
  LOOP
    PERFORM derive_sales_orders(touched.company_id, touched.orders);
  END LOOP;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER derive_waiting AFTER UPDATE ON tasks REFERENCING NEW TABLE AS changed OLD TABLE AS former FOR EACH STATEMENT EXECUTE FUNCTION derive_waiting_since();--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION derive_from_order(), derive_from_opportunity(), derive_from_lines(), derive_waiting_since() FROM PUBLIC;--> statement-breakpoint
-- Words find tasks by trigrams. No operator for them is leakproof, so under row security their index is not used: they are asked
-- inside one function with a condition of its own on the company, whose role reads the searched columns and nothing else.
CREATE EXTENSION IF NOT EXISTS pg_trgm;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "search_key" text DEFAULT '' NOT NULL;--> statement-breakpoint
-- Filled by rewriting the table, which neither row security nor triggers hold up.
ALTER TABLE tasks ALTER COLUMN search_key TYPE text USING search_text(subject || ' ' || location);--> statement-breakpoint
CREATE FUNCTION fill_task_search_key() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.search_key := search_text(NEW.subject || ' ' || NEW.location);
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER search_key BEFORE INSERT OR UPDATE OF subject, location, search_key ON tasks FOR EACH ROW EXECUTE FUNCTION fill_task_search_key();--> statement-breakpoint
CREATE INDEX tasks_by_words ON tasks USING gin (search_key gin_trgm_ops);--> statement-breakpoint
DO $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'empreita_search') THEN
    CREATE ROLE empreita_search NOLOGIN;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO empreita_search;--> statement-breakpoint
GRANT SELECT (company_id, id, search_key, customer_id, sales_order_id) ON tasks TO empreita_search;--> statement-breakpoint
GRANT SELECT (company_id, id, search_key) ON customers TO empreita_search;--> statement-breakpoint
GRANT SELECT (company_id, id, number) ON sales_orders TO empreita_search;--> statement-breakpoint
CREATE POLICY search ON tasks FOR SELECT TO empreita_search USING (true);--> statement-breakpoint
CREATE POLICY search ON customers FOR SELECT TO empreita_search USING (true);--> statement-breakpoint
CREATE POLICY search ON sales_orders FOR SELECT TO empreita_search USING (true);--> statement-breakpoint

-- The tasks of the transaction's company that hold every word: in subject or location, in the customer's key, or as the order's
-- number. Null where the words are so common that walking a list finds them sooner, and where more than `most` tasks hold them.
CREATE FUNCTION find_tasks(words text[], most integer) RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET max_parallel_workers_per_gather = 0 AS $$
DECLARE
  company CONSTANT uuid := nullif(current_setting('app.company_id', true), '')::uuid;
  probed CONSTANT integer := 400;
  word text;
  pattern text;
  holders uuid[];
  conditions text := '';
  found uuid[];
  held integer;
BEGIN
  FOREACH word IN ARRAY words LOOP
    pattern := '%' || regexp_replace(search_text(word), '([\\%_])', '\\\1', 'g') || '%';
    conditions := conditions || format(' AND (t.search_key LIKE %L', pattern);
    holders := ARRAY(SELECT c.id FROM customers c WHERE c.company_id = company AND c.search_key LIKE pattern);
    IF cardinality(holders) > 0 THEN conditions := conditions || format(' OR t.customer_id = ANY (%L::uuid[])', holders); END IF;
    IF word ~ '^#?\d{1,9}$' THEN
      holders := ARRAY(SELECT o.id FROM sales_orders o WHERE o.company_id = company AND o.number = ltrim(word, '#')::integer);
      IF cardinality(holders) > 0 THEN conditions := conditions || format(' OR t.sales_order_id = ANY (%L::uuid[])', holders); END IF;
    END IF;
    conditions := conditions || ')';
  END LOOP;
  EXECUTE format('SELECT count(*) FROM (SELECT search_key, customer_id, sales_order_id FROM tasks WHERE company_id = %1$L ORDER BY company_id DESC, id DESC LIMIT %2$s) t WHERE true %3$s', company, probed, conditions) INTO held;
  IF held > probed / 20 THEN RETURN NULL; END IF;
  EXECUTE format('SELECT ARRAY(SELECT t.id FROM tasks t WHERE t.company_id = %L %s LIMIT %s)', company, conditions, most + 1) INTO found;
  RETURN CASE WHEN cardinality(found) <= most THEN found END;
END $$;--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION find_tasks(text[], integer) FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION find_tasks(text[], integer) TO empreita_app;--> statement-breakpoint
-- To hand a function over one must be a member of the role that gets it, which may create in its schema; both only for this moment.
GRANT empreita_search TO CURRENT_USER;--> statement-breakpoint
GRANT CREATE ON SCHEMA public TO empreita_search;--> statement-breakpoint
ALTER FUNCTION find_tasks(text[], integer) OWNER TO empreita_search;--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM empreita_search;--> statement-breakpoint
REVOKE empreita_search FROM CURRENT_USER;--> statement-breakpoint

DO $$
DECLARE
  company uuid;
BEGIN
  FOR company IN SELECT id FROM companies LOOP
    PERFORM set_config('app.company_id', company::text, true);
    PERFORM derive_sales_orders(company, ARRAY(SELECT id FROM sales_orders));
  END LOOP;
  PERFORM set_config('app.company_id', '', true);
END $$;
