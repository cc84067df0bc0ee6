CREATE TABLE "audit_findings" (
	"company_id" uuid DEFAULT nullif(current_setting('app.company_id', true), '')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"audit_id" uuid NOT NULL,
	"invariant" text NOT NULL,
	"record_id" uuid NOT NULL,
	"repaired_at" timestamp with time zone,
	"repaired_by" uuid,
	CONSTRAINT "audit_findings_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
CREATE TABLE "audits" (
	"company_id" uuid DEFAULT nullif(current_setting('app.company_id', true), '')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"requested_by" uuid,
	"finished_at" timestamp with time zone,
	"duration_ms" integer,
	"divergence_count" integer,
	CONSTRAINT "audits_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
CREATE TABLE "backups" (
	"id" uuid PRIMARY KEY NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone DEFAULT now() NOT NULL,
	"bytes" bigint NOT NULL,
	"row_count" bigint NOT NULL,
	"file_count" integer NOT NULL,
	"product_version" text NOT NULL,
	"taken_by" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "audit_findings" ADD CONSTRAINT "audit_finding_audit" FOREIGN KEY ("company_id","audit_id") REFERENCES "public"."audits"("company_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_findings_by_audit" ON "audit_findings" USING btree ("company_id","audit_id");--> statement-breakpoint
CREATE INDEX "audits_recent" ON "audits" USING btree ("company_id","requested_at");--> statement-breakpoint
DO $$
DECLARE
  tenant text;
BEGIN
  FOREACH tenant IN ARRAY ARRAY['audits', 'audit_findings'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tenant);
    EXECUTE format('CREATE POLICY tenant ON %I USING (company_id = (SELECT nullif(current_setting(''app.company_id'', true), '''')::uuid)) WITH CHECK (company_id = (SELECT nullif(current_setting(''app.company_id'', true), '''')::uuid))', tenant);
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I FOREIGN KEY (company_id) REFERENCES companies (id)', tenant, tenant || '_company');
  END LOOP;
END $$;--> statement-breakpoint
ALTER TABLE audits ADD CONSTRAINT audit_finished_has_result CHECK (num_nulls(finished_at, duration_ms, divergence_count) IN (0, 3));--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON audits, audit_findings TO empreita_app;--> statement-breakpoint
GRANT UPDATE (finished_at, duration_ms, divergence_count) ON audits TO empreita_app;--> statement-breakpoint
GRANT UPDATE (repaired_at, repaired_by) ON audit_findings TO empreita_app;--> statement-breakpoint
GRANT SELECT ON backups TO empreita_app;--> statement-breakpoint

-- How far the tables are: the migrations that were applied.
CREATE FUNCTION schema_version() RETURNS integer LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN (SELECT count(*) FROM drizzle.__drizzle_migrations);
END $$;--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION schema_version() FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION schema_version() TO empreita_app;--> statement-breakpoint

-- Everything that is derived of one order, made anew from its tasks and notes: lines first, then items, then the order itself.
CREATE FUNCTION rebuild_sales_order(sales_order uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  company CONSTANT uuid := nullif(current_setting('app.company_id', true), '')::uuid;
BEGIN
  PERFORM FROM sales_orders WHERE company_id = company AND id = sales_order FOR NO KEY UPDATE;
  PERFORM FROM invoices WHERE company_id = company AND sales_order_id = sales_order ORDER BY id FOR NO KEY UPDATE;
  PERFORM FROM sales_order_items WHERE company_id = company AND sales_order_id = sales_order ORDER BY id FOR NO KEY UPDATE;
  UPDATE invoice_items l SET units = n.units FROM (
    SELECT l2.invoice_id, l2.sales_order_item_id, (SELECT count(*) FROM tasks t WHERE t.company_id = company AND t.invoice_id = l2.invoice_id AND t.sales_order_item_id = l2.sales_order_item_id) AS units
    FROM invoice_items l2 WHERE l2.company_id = company AND l2.sales_order_id = sales_order
  ) n WHERE l.company_id = company AND l.invoice_id = n.invoice_id AND l.sales_order_item_id = n.sales_order_item_id AND l.units <> n.units;
  UPDATE sales_order_items i SET units_generated = n.generated, units_started = n.started, units_concluded = n.concluded, units_waived = n.waived, units_invoiced = n.invoiced,
    units_authorised = n.authorised, counter_invoiced = n.counter_invoiced, counter_authorised = n.counter_authorised, invoiced_cents = n.invoiced_cents
  FROM (
    SELECT i2.id, u.*, c.* FROM sales_order_items i2
    CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE t.status <> 'cancelled') AS generated, coalesce(sum(is_started(t.status)), 0) AS started, count(*) FILTER (WHERE t.status = 'concluded') AS concluded,
        count(*) FILTER (WHERE t.status = 'concluded' AND t.waived_at IS NOT NULL) AS waived, count(t.invoice_id) AS invoiced,
        count(*) FILTER (WHERE v.status IN ('authorised', 'cancellation_requested')) AS authorised
      FROM tasks t LEFT JOIN invoices v ON v.company_id = t.company_id AND v.id = t.invoice_id WHERE t.company_id = company AND t.sales_order_item_id = i2.id) u
    CROSS JOIN LATERAL (
      SELECT coalesce(sum(l.counter_units), 0) AS counter_invoiced, coalesce(sum(l.counter_units) FILTER (WHERE v.status IN ('authorised', 'cancellation_requested')), 0) AS counter_authorised,
        coalesce(sum(l.amount_cents) FILTER (WHERE v.status IN ('authorised', 'cancellation_requested')), 0) AS invoiced_cents
      FROM invoice_items l JOIN invoices v ON v.company_id = l.company_id AND v.id = l.invoice_id WHERE l.company_id = company AND l.sales_order_item_id = i2.id) c
    WHERE i2.company_id = company AND i2.sales_order_id = sales_order
  ) n
  WHERE i.company_id = company AND i.id = n.id
    AND (i.units_generated, i.units_started, i.units_concluded, i.units_waived, i.units_invoiced, i.units_authorised, i.counter_invoiced, i.counter_authorised, i.invoiced_cents)
      IS DISTINCT FROM (n.generated, n.started, n.concluded, n.waived, n.invoiced, n.authorised, n.counter_invoiced, n.counter_authorised, n.invoiced_cents);
  PERFORM derive_sales_orders(company, ARRAY[sales_order]);
  -- The status follows from the other columns whenever the row is written.
  UPDATE sales_orders o SET total_cents = total_cents WHERE company_id = company AND id = sales_order AND status <> order_status(o);
END $$;--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION rebuild_sales_order(uuid) FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION rebuild_sales_order(uuid) TO empreita_app;
