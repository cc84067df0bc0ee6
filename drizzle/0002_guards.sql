-- Row security, grants and the triggers that guard or derive. Derived columns are written here and nowhere else:
-- guards run as the caller, so that "is this the application?" is a question about current_user; derivations run as the owner.
ALTER TABLE opportunities ADD CONSTRAINT opportunity_sales_order FOREIGN KEY (company_id, sales_order_id) REFERENCES sales_orders (company_id, id);--> statement-breakpoint
ALTER TABLE opportunities ADD CONSTRAINT opportunity_customer FOREIGN KEY (company_id, customer_id) REFERENCES customers (company_id, id);--> statement-breakpoint
ALTER TABLE opportunities ADD CONSTRAINT opportunity_project FOREIGN KEY (company_id, project_id) REFERENCES projects (company_id, id);--> statement-breakpoint
ALTER TABLE opportunities ADD CONSTRAINT opportunity_contract FOREIGN KEY (company_id, contract_id) REFERENCES contracts (company_id, id);--> statement-breakpoint
ALTER TABLE opportunities ADD CONSTRAINT opportunity_type FOREIGN KEY (company_id, opportunity_type_id) REFERENCES opportunity_types (company_id, id);--> statement-breakpoint
ALTER TABLE opportunities ADD CONSTRAINT opportunity_source FOREIGN KEY (company_id, source_id) REFERENCES sources (company_id, id);--> statement-breakpoint
ALTER TABLE opportunities ADD CONSTRAINT opportunity_loss_reason FOREIGN KEY (company_id, loss_reason_id) REFERENCES loss_reasons (company_id, id);--> statement-breakpoint
ALTER TABLE opportunities ADD CONSTRAINT opportunity_priority FOREIGN KEY (company_id, priority_id) REFERENCES priorities (company_id, id);--> statement-breakpoint
ALTER TABLE sales_orders ADD CONSTRAINT sales_order_quote FOREIGN KEY (company_id, quote_id) REFERENCES quotes (company_id, id);--> statement-breakpoint
CREATE UNIQUE INDEX one_live_opportunity_per_order ON opportunities (company_id, sales_order_id) WHERE undone_at IS NULL AND sales_order_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX tasks_to_bill ON tasks (company_id, sales_order_item_id, concluded_at, unit_no) WHERE status = 'concluded' AND invoice_id IS NULL;--> statement-breakpoint
CREATE INDEX tasks_open_by_due ON tasks (company_id, due_on, id) WHERE status NOT IN ('concluded', 'cancelled');--> statement-breakpoint
CREATE INDEX sales_orders_to_bill ON sales_orders (company_id, issued_on DESC, number DESC) WHERE units_billable > 0;--> statement-breakpoint
CREATE UNIQUE INDEX user_email_once_whatever_case ON users (lower(email));--> statement-breakpoint
CREATE INDEX sessions_by_user ON sessions (user_id);--> statement-breakpoint

ALTER TABLE memberships ADD CONSTRAINT membership_roles CHECK (cardinality(roles) >= 1 AND roles <@ ARRAY['admin', 'manager', 'seller', 'coordinator', 'technician', 'biller']);--> statement-breakpoint
ALTER TABLE companies ADD CONSTRAINT company_tax_regime CHECK (tax_regime IN ('simples_nacional', 'mei', 'lucro_presumido', 'lucro_real'));--> statement-breakpoint
ALTER TABLE services ADD CONSTRAINT service_kind CHECK (kind IN ('service', 'goods'));--> statement-breakpoint
ALTER TABLE services ADD CONSTRAINT service_granularity CHECK (granularity IN ('per_unit', 'per_item', 'none'));--> statement-breakpoint
ALTER TABLE services ADD CONSTRAINT service_price CHECK (unit_price_cents >= 0);--> statement-breakpoint
ALTER TABLE services ADD CONSTRAINT service_iss_rate CHECK (iss_rate_basis_points BETWEEN 0 AND 1000);--> statement-breakpoint
ALTER TABLE order_settings ADD CONSTRAINT order_settings_limits CHECK (max_units_per_item BETWEEN 1 AND 5000 AND max_units_per_order BETWEEN 1 AND 20000);--> statement-breakpoint
ALTER TABLE order_settings ADD CONSTRAINT order_settings_words CHECK (
  granularity IN ('per_unit', 'per_item', 'none') AND opportunity_owner IN ('seller', 'fixed', 'creator') AND task_assignee IN ('none', 'fixed', 'seller')
  AND expected_close IN ('delivery', 'days') AND due_from IN ('order', 'delivery') AND due_counting IN ('business', 'calendar')
  AND initial_opportunity_status IN ('open', 'won') AND initial_task_status IN ('to_do', 'scheduled'));--> statement-breakpoint
ALTER TABLE opportunities ADD CONSTRAINT opportunity_status CHECK (status IN ('open', 'won', 'lost'));--> statement-breakpoint
ALTER TABLE opportunities ADD CONSTRAINT opportunity_lost_has_reason CHECK (status <> 'lost' OR loss_reason_id IS NOT NULL);--> statement-breakpoint
ALTER TABLE quotes ADD CONSTRAINT quote_status CHECK (status IN ('draft', 'sent', 'approved', 'converted', 'lost'));--> statement-breakpoint
ALTER TABLE quotes ADD CONSTRAINT quote_converted_has_order CHECK ((status = 'converted') = (sales_order_id IS NOT NULL));--> statement-breakpoint
ALTER TABLE quote_items ADD CONSTRAINT quote_item_amounts CHECK (quantity > 0 AND unit_price_cents >= 0 AND discount_cents >= 0 AND total_cents >= 0);--> statement-breakpoint
ALTER TABLE sales_orders ADD CONSTRAINT sales_order_status CHECK (status IN ('open', 'in_progress', 'ready_to_invoice', 'partly_invoiced', 'invoiced', 'closed', 'cancelled'));--> statement-breakpoint
ALTER TABLE sales_orders ADD CONSTRAINT sales_order_cancelled_has_reason CHECK (cancelled_at IS NULL OR cancel_reason IS NOT NULL);--> statement-breakpoint
ALTER TABLE sales_orders ADD CONSTRAINT cancelled_order_has_no_note CHECK (cancelled_at IS NULL OR units_invoiced = 0);--> statement-breakpoint
ALTER TABLE sales_order_items ADD CONSTRAINT unit_chain CHECK (0 <= units_invoiced AND units_invoiced <= units_concluded AND units_concluded <= units_generated AND units_generated <= unit_count);--> statement-breakpoint
ALTER TABLE sales_order_items ADD CONSTRAINT counter_chain CHECK (0 <= counter_authorised AND counter_authorised <= counter_invoiced AND counter_invoiced <= unit_count);--> statement-breakpoint
ALTER TABLE sales_order_items ADD CONSTRAINT authorised_is_invoiced CHECK (0 <= units_authorised AND units_authorised <= units_invoiced);--> statement-breakpoint
ALTER TABLE sales_order_items ADD CONSTRAINT counter_or_units CHECK (counter_invoiced = 0 OR units_generated = 0);--> statement-breakpoint
ALTER TABLE sales_order_items ADD CONSTRAINT item_units CHECK (unit_count BETWEEN 1 AND 5000 AND unit_quantity > 0 AND units_generated <= 5000);--> statement-breakpoint
ALTER TABLE sales_order_items ADD CONSTRAINT item_granularity CHECK (granularity IN ('per_unit', 'per_item', 'none'));--> statement-breakpoint
ALTER TABLE sales_order_items ADD CONSTRAINT item_per_item_has_one_unit CHECK (granularity <> 'per_item' OR unit_count = 1);--> statement-breakpoint
ALTER TABLE sales_order_items ADD CONSTRAINT item_kind CHECK (kind IN ('service', 'goods'));--> statement-breakpoint
ALTER TABLE sales_order_items ADD CONSTRAINT item_goods_have_no_units CHECK (kind = 'service' OR (units_generated = 0 AND counter_invoiced = 0));--> statement-breakpoint
ALTER TABLE sales_order_items ADD CONSTRAINT item_amounts CHECK (unit_price_cents >= 0 AND discount_cents >= 0 AND total_cents >= 0
  AND abs(total_cents + discount_cents - unit_count * unit_quantity * unit_price_cents) <= 0.5);--> statement-breakpoint
ALTER TABLE sales_order_items ADD CONSTRAINT removed_item_is_untouched CHECK (removed_at IS NULL OR (units_concluded = 0 AND counter_invoiced = 0));--> statement-breakpoint
ALTER TABLE tasks ADD CONSTRAINT task_status CHECK (status IN ('to_do', 'scheduled', 'en_route', 'in_progress', 'paused', 'not_done', 'concluded', 'cancelled'));--> statement-breakpoint
ALTER TABLE tasks ADD CONSTRAINT task_origin CHECK (origin IN ('generated', 'manual', 'history', 'rework'));--> statement-breakpoint
ALTER TABLE tasks ADD CONSTRAINT task_is_unit_or_manual CHECK (num_nulls(sales_order_item_id, unit_no) IN (0, 2) AND (sales_order_item_id IS NULL) = (origin IN ('manual', 'rework')));--> statement-breakpoint
ALTER TABLE tasks ADD CONSTRAINT task_unit_has_order CHECK (sales_order_item_id IS NULL OR (sales_order_id IS NOT NULL AND unit_no >= 1));--> statement-breakpoint
ALTER TABLE tasks ADD CONSTRAINT billed_is_concluded CHECK (invoice_id IS NULL OR status = 'concluded');--> statement-breakpoint
ALTER TABLE tasks ADD CONSTRAINT billed_is_unit CHECK (invoice_id IS NULL OR sales_order_item_id IS NOT NULL);--> statement-breakpoint
ALTER TABLE tasks ADD CONSTRAINT waived_is_not_billed CHECK (waived_at IS NULL OR invoice_id IS NULL);--> statement-breakpoint
ALTER TABLE tasks ADD CONSTRAINT task_concluded_has_time CHECK ((status = 'concluded') = (concluded_at IS NOT NULL));--> statement-breakpoint
ALTER TABLE tasks ADD CONSTRAINT task_cancelled_has_reason CHECK (status <> 'cancelled' OR cancel_reason IS NOT NULL);--> statement-breakpoint
ALTER TABLE tasks ADD CONSTRAINT task_not_done_has_reason CHECK (status <> 'not_done' OR not_done_reason IS NOT NULL);--> statement-breakpoint
ALTER TABLE invoices ADD CONSTRAINT invoice_status CHECK (status IN ('draft', 'processing', 'authorised', 'rejected', 'cancellation_requested', 'cancelled', 'replaced'));--> statement-breakpoint
ALTER TABLE invoices ADD CONSTRAINT dps_pair CHECK (num_nulls(dps_series, dps_number) IN (0, 2));--> statement-breakpoint
ALTER TABLE invoices ADD CONSTRAINT invoice_is_numbered CHECK (status IN ('draft', 'cancelled') OR dps_number IS NOT NULL);--> statement-breakpoint
ALTER TABLE invoices ADD CONSTRAINT invoice_authorised_has_document CHECK (status NOT IN ('authorised', 'cancellation_requested', 'replaced') OR (nfse_number IS NOT NULL AND authorised_at IS NOT NULL));--> statement-breakpoint
ALTER TABLE invoices ADD CONSTRAINT invoice_cancel_code CHECK (cancel_code IN (1, 2, 9));--> statement-breakpoint
ALTER TABLE invoices ADD CONSTRAINT invoice_amounts CHECK (total_cents > 0 AND iss_cents >= 0 AND net_cents >= 0 AND net_cents <= total_cents);--> statement-breakpoint
ALTER TABLE invoice_items ADD CONSTRAINT invoice_item_units CHECK (planned_units >= 1 AND counter_units >= 0 AND units >= 0 AND units + counter_units <= planned_units);--> statement-breakpoint
ALTER TABLE invoice_items ADD CONSTRAINT invoice_item_amount CHECK (amount_cents >= 0 AND amount_cents <= planned_units * unit_quantity * unit_price_cents + 1);--> statement-breakpoint
ALTER TABLE commands ADD CONSTRAINT command_outcome CHECK (outcome IN ('pending', 'done', 'refused'));--> statement-breakpoint
ALTER TABLE nfse_messages ADD CONSTRAINT nfse_message_words CHECK (kind IN ('issue', 'query', 'cancellation', 'replacement') AND outcome IN ('sent', 'accepted', 'rejected', 'unknown'));--> statement-breakpoint

-- Row security: every table with a company, forced, one policy with both clauses.
DO $$
DECLARE
  tenant text;
BEGIN
  FOR tenant IN
    SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'company_id' AND NOT a.attisdropped
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname NOT IN ('memberships', 'sessions', 'access_tokens')
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tenant);
    EXECUTE format('CREATE POLICY tenant ON %I USING (company_id = (SELECT nullif(current_setting(''app.company_id'', true), '''')::uuid)) WITH CHECK (company_id = (SELECT nullif(current_setting(''app.company_id'', true), '''')::uuid))', tenant);
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I FOREIGN KEY (company_id) REFERENCES companies (id)', tenant, tenant || '_company');
    EXECUTE format('GRANT SELECT ON %I TO empreita_app', tenant);
  END LOOP;
END $$;--> statement-breakpoint

-- Global tables: a transaction of a company sees its own company, its members and its tokens; sign-in sees all of them.
DO $$
DECLARE
  shared text;
BEGIN
  FOREACH shared IN ARRAY ARRAY['companies', 'users', 'memberships', 'sessions', 'access_tokens'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', shared);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', shared);
    EXECUTE format('CREATE POLICY identity ON %I TO empreita_auth USING (true) WITH CHECK (true)', shared);
    EXECUTE format('CREATE POLICY ownership ON %I TO %I USING (true) WITH CHECK (true)', shared, current_user);
  END LOOP;
END $$;--> statement-breakpoint
CREATE POLICY tenant ON companies TO empreita_app USING (id = (SELECT nullif(current_setting('app.company_id', true), '')::uuid)) WITH CHECK (id = (SELECT nullif(current_setting('app.company_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY tenant ON memberships TO empreita_app USING (company_id = (SELECT nullif(current_setting('app.company_id', true), '')::uuid)) WITH CHECK (company_id = (SELECT nullif(current_setting('app.company_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY tenant ON access_tokens TO empreita_app USING (company_id = (SELECT nullif(current_setting('app.company_id', true), '')::uuid)) WITH CHECK (company_id = (SELECT nullif(current_setting('app.company_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY tenant ON users FOR SELECT TO empreita_app USING (EXISTS (SELECT 1 FROM memberships m WHERE m.user_id = users.id));--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON companies, users, memberships, access_tokens TO empreita_auth;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON sessions TO empreita_auth;--> statement-breakpoint
GRANT SELECT ON companies, memberships TO empreita_app;--> statement-breakpoint
GRANT SELECT (id, company_id, name, token_hint, permissions, created_by, created_at, expires_at, revoked_at, revoked_by, last_used_at) ON access_tokens TO empreita_app;--> statement-breakpoint
GRANT INSERT ON access_tokens TO empreita_app;--> statement-breakpoint
GRANT UPDATE (revoked_at, revoked_by) ON access_tokens TO empreita_app;--> statement-breakpoint
GRANT SELECT (id, name, email, disabled_at) ON users TO empreita_app;--> statement-breakpoint
GRANT UPDATE (name, legal_name, tax_id, municipal_registration, tax_regime, street, street_number, complement, district, city, state, postal_code, municipality_code, email, phone) ON companies TO empreita_app;--> statement-breakpoint
GRANT UPDATE (roles, disabled_at) ON memberships TO empreita_app;--> statement-breakpoint

-- What the application may write. Registers and their like wholly; the ledgers by column.
GRANT INSERT, UPDATE ON opportunity_types, sources, loss_reasons, priorities, task_types, payment_terms, order_settings, counters, customers, customer_addresses, customer_contacts,
  projects, contracts, units_of_measure, services, pipelines, stages, opportunities, quotes, nfse_series TO empreita_app;--> statement-breakpoint
GRANT INSERT, UPDATE, DELETE ON holidays, quote_items, task_photos TO empreita_app;--> statement-breakpoint
GRANT INSERT ON events, files, task_evidence, nfse_messages, sales_orders, sales_order_items, tasks, invoices, invoice_items, invoice_units, commands TO empreita_app;--> statement-breakpoint
GRANT UPDATE (outcome, result) ON commands TO empreita_app;--> statement-breakpoint
GRANT UPDATE (customer_id, contact_id, address_id, place, issued_on, due_on, seller_id, payment_term_id, project_id, contract_id, quote_id, notes, cancelled_at, cancelled_by, cancel_reason, cancel_batch_id, closed_at, closed_by) ON sales_orders TO empreita_app;--> statement-breakpoint
GRANT UPDATE (position, description, unit_count, unit_quantity, unit_price_cents, discount_cents, total_cents, removed_at) ON sales_order_items TO empreita_app;--> statement-breakpoint
GRANT UPDATE (opportunity_id, task_type_id, priority_id, subject, is_subject_edited, location, place, complement, status, assignee_id, due_on, scheduled_at, duration_minutes, reminder_minutes,
  requires_report, required_photos, requires_signature, requires_location, checklist, started_at, concluded_at, concluded_by, concluded_on_device_at, is_concluded_by_office, conclusion_reason,
  report, attempts, not_done_reason, cancelled_at, cancel_reason, cancel_batch_id, generation_batch_id, waived_at, waived_reason, invoice_id) ON tasks TO empreita_app;--> statement-breakpoint
GRANT DELETE ON tasks TO empreita_app;--> statement-breakpoint
GRANT UPDATE (status, is_awaiting_authority, national_service_code, place_of_incidence, iss_rate_basis_points, iss_withheld, tax_regime, competence_on, due_on, text, total_cents, iss_cents, net_cents,
  dps_series, dps_number, nfse_number, access_key, issued_at, authorised_at, rejection_code, rejection_message, cancel_code, cancel_reason, cancel_reopens_task_ids, cancel_requested_at,
  cancel_requested_by, cancelled_at) ON invoices TO empreita_app;--> statement-breakpoint
GRANT UPDATE (description, amount_cents, counter_units), DELETE ON invoice_items TO empreita_app;--> statement-breakpoint
GRANT DELETE ON invoice_units TO empreita_app;--> statement-breakpoint

CREATE FUNCTION is_application() RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT current_user = 'empreita_app' OR NOT pg_has_role(current_user, (SELECT relowner FROM pg_class WHERE oid = 'public.tasks'::regclass), 'MEMBER')
$$;--> statement-breakpoint
CREATE FUNCTION raise_rule(rule text, detail text DEFAULT NULL) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%', rule USING ERRCODE = '23514', CONSTRAINT = rule, DETAIL = coalesce(detail, '');
END $$;--> statement-breakpoint

-- Versions rise with what people change, not with what the database derives: a conclusion is no edit of the order.
CREATE FUNCTION bump_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF is_application() THEN NEW.version := OLD.version + 1; END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
DO $$
DECLARE
  versioned text;
BEGIN
  FOR versioned IN
    SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'version' AND NOT a.attisdropped
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
  LOOP
    EXECUTE format('CREATE TRIGGER a_version BEFORE UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION bump_version()', versioned);
  END LOOP;
END $$;--> statement-breakpoint

CREATE FUNCTION fill_search_key() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  whole jsonb := to_jsonb(NEW);
BEGIN
  NEW.search_key := search_text(concat_ws(' ', whole ->> 'name', whole ->> 'legal_name', whole ->> 'description', whole ->> 'code', whole ->> 'tax_id', whole ->> 'number'));
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER search_key BEFORE INSERT OR UPDATE ON customers FOR EACH ROW EXECUTE FUNCTION fill_search_key();--> statement-breakpoint
CREATE TRIGGER search_key BEFORE INSERT OR UPDATE ON services FOR EACH ROW EXECUTE FUNCTION fill_search_key();--> statement-breakpoint
CREATE TRIGGER search_key BEFORE INSERT OR UPDATE ON projects FOR EACH ROW EXECUTE FUNCTION fill_search_key();--> statement-breakpoint
CREATE TRIGGER search_key BEFORE INSERT OR UPDATE ON contracts FOR EACH ROW EXECUTE FUNCTION fill_search_key();--> statement-breakpoint

-- Orders -------------------------------------------------------------------------------------------------------------
CREATE FUNCTION order_status(o sales_orders) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE
    WHEN o.cancelled_at IS NOT NULL THEN 'cancelled'
    WHEN o.closed_at IS NOT NULL THEN 'closed'
    WHEN o.units_total > 0 AND o.units_authorised >= o.units_total THEN 'invoiced'
    WHEN o.units_authorised > 0 THEN 'partly_invoiced'
    WHEN o.units_generated > 0 AND o.items_incomplete = 0 THEN 'ready_to_invoice'
    WHEN o.units_started > 0 THEN 'in_progress'
    ELSE 'open'
  END
$$;--> statement-breakpoint
CREATE FUNCTION guard_sales_order() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    NEW.total_cents := 0; NEW.invoiced_cents := 0; NEW.item_count := 0; NEW.units_total := 0; NEW.units_generated := 0; NEW.units_started := 0; NEW.units_concluded := 0;
    NEW.units_billable := 0; NEW.units_invoiced := 0; NEW.units_authorised := 0; NEW.items_incomplete := 0; NEW.version := 1;
  ELSIF is_application() AND OLD.customer_id <> NEW.customer_id AND EXISTS (
    SELECT 1 FROM invoices v WHERE v.company_id = NEW.company_id AND v.sales_order_id = NEW.id AND v.status IN ('processing', 'authorised', 'cancellation_requested')) THEN
    PERFORM raise_rule('customer_frozen_by_note');
  END IF;
  NEW.status := order_status(NEW);
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON sales_orders FOR EACH ROW EXECUTE FUNCTION guard_sales_order();--> statement-breakpoint

-- Items --------------------------------------------------------------------------------------------------------------
CREATE FUNCTION guard_sales_order_item() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    NEW.units_generated := 0; NEW.units_started := 0; NEW.units_concluded := 0; NEW.units_waived := 0; NEW.units_invoiced := 0; NEW.units_authorised := 0;
    NEW.counter_invoiced := 0; NEW.counter_authorised := 0; NEW.invoiced_cents := 0; NEW.version := 1;
    RETURN NEW;
  END IF;
  IF NOT is_application() THEN RETURN NEW; END IF;
  IF NEW.unit_quantity <> OLD.unit_quantity AND (OLD.units_concluded > 0 OR OLD.counter_invoiced > 0) THEN PERFORM raise_rule('unit_quantity_frozen'); END IF;
  IF (NEW.unit_count, NEW.unit_quantity, NEW.unit_price_cents, NEW.discount_cents, NEW.total_cents) IS DISTINCT FROM (OLD.unit_count, OLD.unit_quantity, OLD.unit_price_cents, OLD.discount_cents, OLD.total_cents)
    AND EXISTS (SELECT 1 FROM invoice_items i JOIN invoices v ON v.company_id = i.company_id AND v.id = i.invoice_id
      WHERE i.company_id = NEW.company_id AND i.sales_order_item_id = NEW.id AND v.status = 'processing') THEN
    PERFORM raise_rule('item_frozen_by_note');
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON sales_order_items FOR EACH ROW EXECUTE FUNCTION guard_sales_order_item();--> statement-breakpoint
CREATE FUNCTION derive_sales_orders(company uuid, orders uuid[]) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  UPDATE sales_orders o SET
    total_cents = s.total_cents, invoiced_cents = s.invoiced_cents, item_count = s.item_count, units_total = s.units_total, units_generated = s.units_generated,
    units_started = s.units_started, units_concluded = s.units_concluded, units_billable = s.units_billable, units_invoiced = s.units_invoiced,
    units_authorised = s.units_authorised, items_incomplete = s.items_incomplete
  FROM (
    SELECT o2.id,
      coalesce(sum(i.total_cents), 0) AS total_cents,
      coalesce(sum(i.invoiced_cents), 0) AS invoiced_cents,
      count(i.id) AS item_count,
      coalesce(sum(i.unit_count) FILTER (WHERE i.kind = 'service'), 0) AS units_total,
      coalesce(sum(i.units_generated), 0) AS units_generated,
      coalesce(sum(i.units_started), 0) AS units_started,
      coalesce(sum(i.units_concluded), 0) AS units_concluded,
      coalesce(sum(i.units_concluded - i.units_waived - i.units_invoiced), 0) AS units_billable,
      coalesce(sum(i.units_invoiced + i.counter_invoiced), 0) AS units_invoiced,
      coalesce(sum(i.units_authorised + i.counter_authorised), 0) AS units_authorised,
      count(i.id) FILTER (WHERE i.kind = 'service' AND i.granularity <> 'none' AND i.units_concluded < i.unit_count) AS items_incomplete
    FROM unnest(orders) o2 (id)
    LEFT JOIN sales_order_items i ON i.company_id = company AND i.sales_order_id = o2.id AND i.removed_at IS NULL
    GROUP BY o2.id
  ) s
  WHERE o.company_id = company AND o.id = s.id
    AND (o.total_cents, o.invoiced_cents, o.item_count, o.units_total, o.units_generated, o.units_started, o.units_concluded, o.units_billable, o.units_invoiced, o.units_authorised, o.items_incomplete)
      IS DISTINCT FROM (s.total_cents, s.invoiced_cents, s.item_count, s.units_total, s.units_generated, s.units_started, s.units_concluded, s.units_billable, s.units_invoiced, s.units_authorised, s.items_incomplete)
$$;--> statement-breakpoint
CREATE FUNCTION derive_from_items() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  touched record;
BEGIN
  FOR touched IN SELECT company_id, array_agg(DISTINCT sales_order_id ORDER BY sales_order_id) AS orders FROM changed GROUP BY company_id LOOP
    PERFORM derive_sales_orders(touched.company_id, touched.orders);
  END LOOP;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER derive_insert AFTER INSERT ON sales_order_items REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION derive_from_items();--> statement-breakpoint
CREATE TRIGGER derive_update AFTER UPDATE ON sales_order_items REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION derive_from_items();--> statement-breakpoint

-- Tasks --------------------------------------------------------------------------------------------------------------
CREATE FUNCTION guard_task() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  open_states CONSTANT text[] := ARRAY['to_do', 'scheduled', 'en_route', 'in_progress', 'paused', 'not_done'];
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.origin <> 'manual' OR OLD.status <> ALL (open_states) THEN PERFORM raise_rule('unit_is_never_deleted'); END IF;
    RETURN OLD;
  END IF;
  NEW.updated_at := now();
  IF TG_OP = 'INSERT' THEN
    NEW.version := 1;
    IF is_application() AND (NEW.invoice_id IS NOT NULL OR NEW.status NOT IN ('to_do', 'scheduled') OR NEW.origin = 'history' OR NEW.waived_at IS NOT NULL) THEN PERFORM raise_rule('unit_is_born_open'); END IF;
    RETURN NEW;
  END IF;
  IF (NEW.company_id, NEW.id, NEW.sales_order_id, NEW.sales_order_item_id, NEW.unit_no, NEW.origin) IS DISTINCT FROM (OLD.company_id, OLD.id, OLD.sales_order_id, OLD.sales_order_item_id, OLD.unit_no, OLD.origin)
    OR (OLD.opportunity_id IS NOT NULL AND NEW.opportunity_id IS DISTINCT FROM OLD.opportunity_id) THEN PERFORM raise_rule('unit_is_not_moved'); END IF;
  IF NEW.status <> OLD.status AND NOT (
    (OLD.status = ANY (open_states) AND (NEW.status = ANY (open_states) OR NEW.status IN ('concluded', 'cancelled')))
    OR (OLD.status IN ('concluded', 'cancelled') AND NEW.status IN ('to_do', 'scheduled'))) THEN PERFORM raise_rule('task_transition', OLD.status || ' > ' || NEW.status); END IF;
  IF NEW.invoice_id IS DISTINCT FROM OLD.invoice_id AND OLD.invoice_id IS NOT NULL AND NEW.invoice_id IS NOT NULL AND is_application() THEN PERFORM raise_rule('unit_billed_once'); END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER guard BEFORE INSERT OR UPDATE OR DELETE ON tasks FOR EACH ROW EXECUTE FUNCTION guard_task();--> statement-breakpoint
CREATE FUNCTION is_started(status text) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT (status IN ('en_route', 'in_progress', 'paused', 'not_done', 'concluded'))::int
$$;--> statement-breakpoint
CREATE FUNCTION derive_from_new_tasks() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE sales_order_items i SET units_generated = i.units_generated + n.generated, units_started = i.units_started + n.started, units_concluded = i.units_concluded + n.concluded,
    units_invoiced = i.units_invoiced + n.invoiced, units_authorised = i.units_authorised + n.authorised
  FROM (
    SELECT t.company_id, t.sales_order_item_id, count(*) FILTER (WHERE t.status <> 'cancelled') AS generated, coalesce(sum(is_started(t.status)), 0) AS started,
      count(*) FILTER (WHERE t.status = 'concluded') AS concluded, count(t.invoice_id) AS invoiced,
      count(*) FILTER (WHERE v.status IN ('authorised', 'cancellation_requested')) AS authorised
    FROM changed t LEFT JOIN invoices v ON v.company_id = t.company_id AND v.id = t.invoice_id
    WHERE t.sales_order_item_id IS NOT NULL GROUP BY 1, 2
  ) n
  WHERE i.company_id = n.company_id AND i.id = n.sales_order_item_id;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER derive_insert AFTER INSERT ON tasks REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION derive_from_new_tasks();--> statement-breakpoint
CREATE FUNCTION derive_from_changed_tasks() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM changed n JOIN former o ON o.company_id = n.company_id AND o.id = n.id WHERE n.invoice_id IS DISTINCT FROM o.invoice_id) THEN
    -- The notes that gain or lose a unit: locked first, a gaining one must be a draft (or take over by replacement), a losing one must have let go.
    PERFORM 1 FROM invoices v WHERE (v.company_id, v.id) IN (
      SELECT n.company_id, link.id FROM changed n JOIN former o ON o.company_id = n.company_id AND o.id = n.id, LATERAL (VALUES (n.invoice_id), (o.invoice_id)) link (id)
      WHERE n.invoice_id IS DISTINCT FROM o.invoice_id AND link.id IS NOT NULL) ORDER BY v.company_id, v.id FOR NO KEY UPDATE;
    IF EXISTS (
      SELECT 1 FROM changed n JOIN former o ON o.company_id = n.company_id AND o.id = n.id
      LEFT JOIN invoices gaining ON gaining.company_id = n.company_id AND gaining.id = n.invoice_id
      LEFT JOIN invoices losing ON losing.company_id = o.company_id AND losing.id = o.invoice_id
      WHERE n.invoice_id IS DISTINCT FROM o.invoice_id AND (
        (gaining.id IS NOT NULL AND losing.id IS NULL AND gaining.status <> 'draft')
        OR (gaining.id IS NULL AND losing.status NOT IN ('draft', 'rejected', 'cancelled', 'replaced'))
        OR (gaining.id IS NOT NULL AND losing.id IS NOT NULL AND NOT (gaining.replaces_invoice_id = losing.id AND gaining.status = 'processing' AND losing.status = 'authorised')))
    ) THEN PERFORM raise_rule('note_is_frozen'); END IF;
    IF EXISTS (SELECT 1 FROM changed n JOIN former o ON o.company_id = n.company_id AND o.id = n.id WHERE n.invoice_id IS NOT NULL AND n.invoice_id IS DISTINCT FROM o.invoice_id AND n.waived_at IS NOT NULL)
    THEN PERFORM raise_rule('waived_is_not_billed'); END IF;

    UPDATE invoice_items l SET units = l.units + d.units FROM (
      SELECT company_id, invoice_id, sales_order_item_id, sum(one) AS units FROM (
        SELECT n.company_id, n.invoice_id, n.sales_order_item_id, 1 AS one FROM changed n JOIN former o ON o.company_id = n.company_id AND o.id = n.id WHERE n.invoice_id IS NOT NULL AND n.invoice_id IS DISTINCT FROM o.invoice_id
        UNION ALL
        SELECT o.company_id, o.invoice_id, o.sales_order_item_id, -1 FROM changed n JOIN former o ON o.company_id = n.company_id AND o.id = n.id WHERE o.invoice_id IS NOT NULL AND n.invoice_id IS DISTINCT FROM o.invoice_id
      ) moves GROUP BY 1, 2, 3
    ) d WHERE l.company_id = d.company_id AND l.invoice_id = d.invoice_id AND l.sales_order_item_id = d.sales_order_item_id;
    UPDATE invoice_units u SET released_at = now() FROM changed n JOIN former o ON o.company_id = n.company_id AND o.id = n.id
    WHERE o.invoice_id IS NOT NULL AND n.invoice_id IS DISTINCT FROM o.invoice_id AND u.company_id = o.company_id AND u.invoice_id = o.invoice_id AND u.task_id = o.id;
    INSERT INTO invoice_units (company_id, invoice_id, task_id, sales_order_item_id, unit_no)
    SELECT n.company_id, n.invoice_id, n.id, n.sales_order_item_id, n.unit_no FROM changed n JOIN former o ON o.company_id = n.company_id AND o.id = n.id
    WHERE n.invoice_id IS NOT NULL AND n.invoice_id IS DISTINCT FROM o.invoice_id
    ON CONFLICT (company_id, invoice_id, task_id) DO UPDATE SET linked_at = now(), released_at = NULL;
  END IF;
  UPDATE sales_order_items i SET units_generated = i.units_generated + d.generated, units_started = i.units_started + d.started, units_concluded = i.units_concluded + d.concluded,
    units_waived = i.units_waived + d.waived, units_invoiced = i.units_invoiced + d.invoiced, units_authorised = i.units_authorised + d.authorised
  FROM (
    SELECT n.company_id, n.sales_order_item_id,
      sum((n.status <> 'cancelled')::int - (o.status <> 'cancelled')::int) AS generated,
      sum(is_started(n.status) - is_started(o.status)) AS started,
      sum((n.status = 'concluded')::int - (o.status = 'concluded')::int) AS concluded,
      sum((n.status = 'concluded' AND n.waived_at IS NOT NULL)::int - (o.status = 'concluded' AND o.waived_at IS NOT NULL)::int) AS waived,
      sum((n.invoice_id IS NOT NULL)::int - (o.invoice_id IS NOT NULL)::int) AS invoiced,
      sum(coalesce(gaining.status IN ('authorised', 'cancellation_requested'), false)::int - coalesce(losing.status IN ('authorised', 'cancellation_requested'), false)::int) AS authorised
    FROM changed n JOIN former o ON o.company_id = n.company_id AND o.id = n.id
    LEFT JOIN invoices gaining ON n.invoice_id IS DISTINCT FROM o.invoice_id AND gaining.company_id = n.company_id AND gaining.id = n.invoice_id
    LEFT JOIN invoices losing ON n.invoice_id IS DISTINCT FROM o.invoice_id AND losing.company_id = o.company_id AND losing.id = o.invoice_id
    WHERE n.sales_order_item_id IS NOT NULL GROUP BY 1, 2
  ) d
  WHERE i.company_id = d.company_id AND i.id = d.sales_order_item_id AND (d.generated, d.started, d.concluded, d.waived, d.invoiced, d.authorised) <> (0, 0, 0, 0, 0, 0);
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER derive_update AFTER UPDATE ON tasks REFERENCING NEW TABLE AS changed OLD TABLE AS former FOR EACH STATEMENT EXECUTE FUNCTION derive_from_changed_tasks();--> statement-breakpoint

-- Notes --------------------------------------------------------------------------------------------------------------
CREATE FUNCTION guard_invoice() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    NEW.version := 1;
    IF is_application() AND (NEW.status <> 'draft' OR NEW.dps_number IS NOT NULL OR NEW.nfse_number IS NOT NULL) THEN PERFORM raise_rule('invoice_transition', 'born ' || NEW.status); END IF;
    RETURN NEW;
  END IF;
  IF (NEW.company_id, NEW.id, NEW.number, NEW.sales_order_id, NEW.replaces_invoice_id, NEW.environment) IS DISTINCT FROM (OLD.company_id, OLD.id, OLD.number, OLD.sales_order_id, OLD.replaces_invoice_id, OLD.environment) THEN PERFORM raise_rule('invoice_identity'); END IF;
  IF OLD.dps_number IS NOT NULL AND (NEW.dps_series, NEW.dps_number) IS DISTINCT FROM (OLD.dps_series, OLD.dps_number) THEN PERFORM raise_rule('dps_number_is_final'); END IF;
  IF OLD.nfse_number IS NOT NULL AND (NEW.nfse_number, NEW.access_key, NEW.authorised_at) IS DISTINCT FROM (OLD.nfse_number, OLD.access_key, OLD.authorised_at) THEN PERFORM raise_rule('nfse_number_is_final'); END IF;
  IF OLD.status <> 'draft' AND (NEW.customer_id, NEW.national_service_code, NEW.place_of_incidence, NEW.iss_rate_basis_points, NEW.iss_withheld, NEW.tax_regime, NEW.competence_on, NEW.text, NEW.total_cents, NEW.iss_cents, NEW.net_cents)
    IS DISTINCT FROM (OLD.customer_id, OLD.national_service_code, OLD.place_of_incidence, OLD.iss_rate_basis_points, OLD.iss_withheld, OLD.tax_regime, OLD.competence_on, OLD.text, OLD.total_cents, OLD.iss_cents, OLD.net_cents)
  THEN PERFORM raise_rule('note_is_frozen'); END IF;
  IF NEW.status <> OLD.status THEN
    IF (OLD.status, NEW.status) NOT IN (('draft', 'processing'), ('processing', 'authorised'), ('processing', 'rejected'), ('rejected', 'draft'), ('draft', 'cancelled'), ('rejected', 'cancelled'),
      ('authorised', 'cancellation_requested'), ('cancellation_requested', 'cancelled'), ('cancellation_requested', 'authorised'), ('authorised', 'replaced')) THEN
      PERFORM raise_rule('invoice_transition', OLD.status || ' > ' || NEW.status);
    END IF;
    IF NEW.status = 'processing' AND (
      NOT EXISTS (SELECT 1 FROM invoice_items i WHERE i.company_id = NEW.company_id AND i.invoice_id = NEW.id)
      OR NEW.total_cents <> (SELECT sum(i.amount_cents) FROM invoice_items i WHERE i.company_id = NEW.company_id AND i.invoice_id = NEW.id)
      OR (NEW.replaces_invoice_id IS NULL AND EXISTS (SELECT 1 FROM invoice_items i WHERE i.company_id = NEW.company_id AND i.invoice_id = NEW.id AND i.units + i.counter_units <> i.planned_units))) THEN
      PERFORM raise_rule('invoice_is_whole');
    END IF;
    IF OLD.status = 'cancellation_requested' AND NEW.status = 'cancelled' AND NOT EXISTS (
      SELECT 1 FROM nfse_messages m WHERE m.company_id = NEW.company_id AND m.invoice_id = NEW.id AND m.kind = 'cancellation' AND m.outcome = 'accepted') THEN
      PERFORM raise_rule('document_is_freed_by_event');
    END IF;
    IF NEW.status = 'authorised' AND OLD.status = 'processing' AND NOT EXISTS (
      SELECT 1 FROM nfse_messages m WHERE m.company_id = NEW.company_id AND m.invoice_id = NEW.id AND m.kind IN ('issue', 'query') AND m.outcome = 'accepted') THEN
      PERFORM raise_rule('document_is_authorised_by_answer');
    END IF;
    IF NEW.status = 'authorised' AND OLD.status = 'processing' AND EXISTS (
      SELECT 1 FROM invoice_items i WHERE i.company_id = NEW.company_id AND i.invoice_id = NEW.id AND i.units + i.counter_units <> i.planned_units) THEN
      PERFORM raise_rule('invoice_is_whole');
    END IF;
    IF NEW.status = 'replaced' AND NOT EXISTS (
      SELECT 1 FROM invoices n WHERE n.company_id = NEW.company_id AND n.replaces_invoice_id = NEW.id AND n.status = 'authorised') THEN
      PERFORM raise_rule('invoice_transition', 'replaced without replacement');
    END IF;
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON invoices FOR EACH ROW EXECUTE FUNCTION guard_invoice();--> statement-breakpoint
CREATE FUNCTION derive_from_invoice() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  was integer := (OLD.status IN ('authorised', 'cancellation_requested'))::int;
  is_now integer := (NEW.status IN ('authorised', 'cancellation_requested'))::int;
BEGIN
  IF is_now <> was THEN
    UPDATE sales_order_items i SET units_authorised = i.units_authorised + (is_now - was) * l.units, counter_authorised = i.counter_authorised + (is_now - was) * l.counter_units,
      invoiced_cents = i.invoiced_cents + (is_now - was) * l.amount_cents
    FROM invoice_items l WHERE l.company_id = NEW.company_id AND l.invoice_id = NEW.id AND i.company_id = l.company_id AND i.id = l.sales_order_item_id;
  END IF;
  IF NEW.status IN ('rejected', 'cancelled', 'replaced') THEN
    UPDATE tasks SET invoice_id = NULL WHERE company_id = NEW.company_id AND invoice_id = NEW.id;
    UPDATE invoice_items SET counter_units = 0 WHERE company_id = NEW.company_id AND invoice_id = NEW.id AND counter_units > 0;
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER derive_status AFTER UPDATE ON invoices FOR EACH ROW WHEN (NEW.status <> OLD.status) EXECUTE FUNCTION derive_from_invoice();--> statement-breakpoint
CREATE FUNCTION guard_invoice_item() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  note_status text;
BEGIN
  IF NOT is_application() THEN RETURN coalesce(NEW, OLD); END IF;
  SELECT status INTO note_status FROM invoices WHERE company_id = coalesce(NEW.company_id, OLD.company_id) AND id = coalesce(NEW.invoice_id, OLD.invoice_id) FOR NO KEY UPDATE;
  IF note_status IS DISTINCT FROM 'draft' THEN PERFORM raise_rule('note_is_frozen'); END IF;
  IF TG_OP = 'INSERT' THEN
    NEW.units := 0;
    SELECT unit_quantity, unit_price_cents INTO NEW.unit_quantity, NEW.unit_price_cents FROM sales_order_items WHERE company_id = NEW.company_id AND id = NEW.sales_order_item_id;
    IF EXISTS (SELECT 1 FROM sales_order_items WHERE company_id = NEW.company_id AND id = NEW.sales_order_item_id AND (kind <> 'service' OR removed_at IS NOT NULL)) THEN PERFORM raise_rule('only_services_are_billed'); END IF;
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;--> statement-breakpoint
CREATE TRIGGER guard BEFORE INSERT OR UPDATE OR DELETE ON invoice_items FOR EACH ROW EXECUTE FUNCTION guard_invoice_item();--> statement-breakpoint
CREATE FUNCTION derive_counter_units() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  line invoice_items := coalesce(NEW, OLD);
  delta integer := coalesce(NEW.counter_units, 0) - coalesce(OLD.counter_units, 0);
  is_authorised boolean := (SELECT status IN ('authorised', 'cancellation_requested') FROM invoices WHERE company_id = line.company_id AND id = line.invoice_id);
BEGIN
  IF delta > 0 AND EXISTS (SELECT 1 FROM tasks WHERE company_id = line.company_id AND sales_order_item_id = line.sales_order_item_id) THEN PERFORM raise_rule('counter_or_units'); END IF;
  IF delta <> 0 THEN
    UPDATE sales_order_items SET counter_invoiced = counter_invoiced + delta, counter_authorised = counter_authorised + CASE WHEN is_authorised THEN delta ELSE 0 END
    WHERE company_id = line.company_id AND id = line.sales_order_item_id;
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER derive_counter AFTER INSERT OR UPDATE OF counter_units OR DELETE ON invoice_items FOR EACH ROW EXECUTE FUNCTION derive_counter_units();--> statement-breakpoint

-- G13/D2: units already billed by the counter become tasks born concluded and billed. The only path by which a unit is born so.
CREATE FUNCTION adopt_billed_units(item uuid, opportunity uuid, task_type uuid, batch uuid) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  company uuid := nullif(current_setting('app.company_id', true), '')::uuid;
  target sales_order_items;
  note_ids uuid[];
  note_units integer[];
  billed_at timestamptz[];
  next_no integer;
BEGIN
  SELECT * INTO target FROM sales_order_items WHERE company_id = company AND id = item FOR NO KEY UPDATE;
  SELECT array_agg(l.invoice_id ORDER BY v.number), array_agg(l.counter_units ORDER BY v.number), array_agg(coalesce(v.authorised_at, v.issued_at, v.created_at) ORDER BY v.number)
    INTO note_ids, note_units, billed_at
    FROM invoice_items l JOIN invoices v ON v.company_id = l.company_id AND v.id = l.invoice_id
    WHERE l.company_id = company AND l.sales_order_item_id = item AND l.counter_units > 0;
  IF note_ids IS NULL THEN RETURN 0; END IF;
  UPDATE invoice_items SET counter_units = 0 WHERE company_id = company AND sales_order_item_id = item AND counter_units > 0;
  SELECT coalesce(max(unit_no), 0) + 1 INTO next_no FROM tasks WHERE company_id = company AND sales_order_item_id = item;
  INSERT INTO tasks (company_id, id, origin, sales_order_id, sales_order_item_id, unit_no, opportunity_id, customer_id, generation_batch_id, task_type_id, subject, status, concluded_at, invoice_id)
  SELECT company, uuid_v7(), 'history', target.sales_order_id, item, next_no - 1 + row_number() OVER (ORDER BY note.place, unit), opportunity,
    (SELECT customer_id FROM sales_orders WHERE company_id = company AND id = target.sales_order_id), batch, task_type, target.description, 'concluded', note.billed_at, note.id
  FROM unnest(note_ids, note_units, billed_at) WITH ORDINALITY note (id, units, billed_at, place), generate_series(1, note.units) unit;
  UPDATE invoice_items l SET units = l.units + note.units FROM unnest(note_ids, note_units) note (id, units)
    WHERE l.company_id = company AND l.invoice_id = note.id AND l.sales_order_item_id = item;
  INSERT INTO invoice_units (company_id, invoice_id, task_id, sales_order_item_id, unit_no)
    SELECT t.company_id, t.invoice_id, t.id, t.sales_order_item_id, t.unit_no FROM tasks t WHERE t.company_id = company AND t.sales_order_item_id = item AND t.origin = 'history';
  RETURN (SELECT sum(n) FROM unnest(note_units) n);
END $$;--> statement-breakpoint

-- F12/D3: once the authority authorised a replacement, its recorded units move from the old note to it in one statement.
CREATE FUNCTION take_over_units(replacement uuid) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  company uuid := nullif(current_setting('app.company_id', true), '')::uuid;
  former uuid;
  moved integer;
BEGIN
  SELECT replaces_invoice_id INTO former FROM invoices WHERE company_id = company AND id = replacement AND status = 'processing' FOR NO KEY UPDATE;
  IF former IS NULL THEN PERFORM raise_rule('note_is_frozen'); END IF;
  UPDATE tasks t SET invoice_id = replacement FROM invoice_units u
    WHERE u.company_id = company AND u.invoice_id = replacement AND t.company_id = company AND t.id = u.task_id AND t.invoice_id = former;
  GET DIAGNOSTICS moved = ROW_COUNT;
  UPDATE invoice_items l SET counter_units = 0 WHERE l.company_id = company AND l.invoice_id = former AND l.counter_units > 0;
  UPDATE invoice_items l SET counter_units = l.planned_units - l.units
    FROM sales_order_items i WHERE l.company_id = company AND l.invoice_id = replacement AND l.units < l.planned_units
      AND i.company_id = company AND i.id = l.sales_order_item_id AND i.units_generated = 0;
  RETURN moved;
END $$;--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION adopt_billed_units(uuid, uuid, uuid, uuid), take_over_units(uuid), derive_sales_orders(uuid, uuid[]), derive_from_items(), derive_from_new_tasks(), derive_from_changed_tasks(),
  derive_from_invoice(), derive_counter_units() FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION adopt_billed_units(uuid, uuid, uuid, uuid), take_over_units(uuid) TO empreita_app;
