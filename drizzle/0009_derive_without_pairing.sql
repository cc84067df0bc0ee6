-- What a change of tasks means for their items is the sum of the rows after it less the sum of the rows before it. Pairing the two
-- sets by id instead took time with the square of their number: a plan is kept for the session, and made when the sets were small.
CREATE TYPE unit_move AS (company_id uuid, task_id uuid, sales_order_item_id uuid, unit_no integer, is_waived boolean, gaining uuid, losing uuid);--> statement-breakpoint
CREATE OR REPLACE FUNCTION derive_from_changed_tasks() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  moves unit_move[];
BEGIN
  IF EXISTS (SELECT company_id, id, invoice_id FROM changed EXCEPT SELECT company_id, id, invoice_id FROM former) THEN
    SELECT array_agg(ROW(m.company_id, m.id, m.sales_order_item_id, m.unit_no, m.is_waived, m.gaining, m.losing)::unit_move) INTO moves FROM (
      SELECT company_id, id, sales_order_item_id, unit_no, bool_or(is_new AND waived_at IS NOT NULL) AS is_waived,
        (array_agg(invoice_id) FILTER (WHERE is_new))[1] AS gaining, (array_agg(invoice_id) FILTER (WHERE NOT is_new))[1] AS losing
      FROM (
        SELECT company_id, id, sales_order_item_id, unit_no, waived_at, invoice_id, true AS is_new FROM changed
        UNION ALL
        SELECT company_id, id, sales_order_item_id, unit_no, waived_at, invoice_id, false FROM former
      ) both_times GROUP BY company_id, id, sales_order_item_id, unit_no
    ) m WHERE m.gaining IS DISTINCT FROM m.losing;
    -- The notes that gain or lose a unit: locked first, a gaining one must be a draft (or take over by replacement), a losing one must have let go.
    PERFORM 1 FROM invoices v WHERE (v.company_id, v.id) IN (
      SELECT m.company_id, link.id FROM unnest(moves) m, LATERAL (VALUES (m.gaining), (m.losing)) link (id) WHERE link.id IS NOT NULL) ORDER BY v.company_id, v.id FOR NO KEY UPDATE;
    IF EXISTS (
      SELECT 1 FROM unnest(moves) m
      LEFT JOIN invoices gaining ON gaining.company_id = m.company_id AND gaining.id = m.gaining
      LEFT JOIN invoices losing ON losing.company_id = m.company_id AND losing.id = m.losing
      WHERE (gaining.id IS NOT NULL AND losing.id IS NULL AND gaining.status <> 'draft')
        OR (gaining.id IS NULL AND losing.status NOT IN ('draft', 'rejected', 'cancelled', 'replaced'))
        OR (gaining.id IS NOT NULL AND losing.id IS NOT NULL AND NOT (gaining.replaces_invoice_id = losing.id AND gaining.status = 'processing' AND losing.status = 'authorised'))
    ) THEN PERFORM raise_rule('note_is_frozen'); END IF;
    IF EXISTS (SELECT 1 FROM unnest(moves) m WHERE m.gaining IS NOT NULL AND m.is_waived) THEN PERFORM raise_rule('waived_is_not_billed'); END IF;

    UPDATE invoice_items l SET units = l.units + d.units FROM (
      SELECT company_id, invoice_id, sales_order_item_id, sum(one) AS units FROM (
        SELECT m.company_id, m.gaining AS invoice_id, m.sales_order_item_id, 1 AS one FROM unnest(moves) m WHERE m.gaining IS NOT NULL
        UNION ALL
        SELECT m.company_id, m.losing, m.sales_order_item_id, -1 FROM unnest(moves) m WHERE m.losing IS NOT NULL
      ) links GROUP BY 1, 2, 3
    ) d WHERE l.company_id = d.company_id AND l.invoice_id = d.invoice_id AND l.sales_order_item_id = d.sales_order_item_id;
    UPDATE invoice_units u SET released_at = now() FROM unnest(moves) m
    WHERE m.losing IS NOT NULL AND u.company_id = m.company_id AND u.invoice_id = m.losing AND u.task_id = m.task_id;
    INSERT INTO invoice_units (company_id, invoice_id, task_id, sales_order_item_id, unit_no)
    SELECT m.company_id, m.gaining, m.task_id, m.sales_order_item_id, m.unit_no FROM unnest(moves) m WHERE m.gaining IS NOT NULL
    ON CONFLICT (company_id, invoice_id, task_id) DO UPDATE SET linked_at = now(), released_at = NULL;
  END IF;
  UPDATE sales_order_items i SET units_generated = i.units_generated + d.generated, units_started = i.units_started + d.started, units_concluded = i.units_concluded + d.concluded,
    units_waived = i.units_waived + d.waived, units_invoiced = i.units_invoiced + d.invoiced, units_authorised = i.units_authorised + d.authorised
  FROM (
    SELECT company_id, sales_order_item_id, sum(generated) AS generated, sum(started) AS started, sum(concluded) AS concluded, sum(waived) AS waived, sum(invoiced) AS invoiced, sum(authorised) AS authorised
    FROM (
      SELECT company_id, sales_order_item_id, (status <> 'cancelled')::int AS generated, is_started(status) AS started, (status = 'concluded')::int AS concluded,
        (status = 'concluded' AND waived_at IS NOT NULL)::int AS waived, (invoice_id IS NOT NULL)::int AS invoiced, 0 AS authorised FROM changed WHERE sales_order_item_id IS NOT NULL
      UNION ALL
      SELECT company_id, sales_order_item_id, -(status <> 'cancelled')::int, -is_started(status), -(status = 'concluded')::int,
        -(status = 'concluded' AND waived_at IS NOT NULL)::int, -(invoice_id IS NOT NULL)::int, 0 FROM former WHERE sales_order_item_id IS NOT NULL
      UNION ALL
      SELECT m.company_id, m.sales_order_item_id, 0, 0, 0, 0, 0,
        coalesce(gaining.status IN ('authorised', 'cancellation_requested'), false)::int - coalesce(losing.status IN ('authorised', 'cancellation_requested'), false)::int
      FROM unnest(moves) m
      LEFT JOIN invoices gaining ON gaining.company_id = m.company_id AND gaining.id = m.gaining
      LEFT JOIN invoices losing ON losing.company_id = m.company_id AND losing.id = m.losing
    ) times GROUP BY company_id, sales_order_item_id
  ) d
  WHERE i.company_id = d.company_id AND i.id = d.sales_order_item_id AND (d.generated, d.started, d.concluded, d.waived, d.invoiced, d.authorised) <> (0, 0, 0, 0, 0, 0);
  RETURN NULL;
END $$;
