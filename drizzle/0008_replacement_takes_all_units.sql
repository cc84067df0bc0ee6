-- F12/D3: a replacement bills what the note it replaces bills, so it takes every unit of that note: those too that were generated,
-- already billed, between its request and its authorisation (G13), which it could not name when it was written.
CREATE OR REPLACE FUNCTION take_over_units(replacement uuid) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  company uuid := nullif(current_setting('app.company_id', true), '')::uuid;
  former uuid;
  moved integer;
BEGIN
  SELECT replaces_invoice_id INTO former FROM invoices WHERE company_id = company AND id = replacement AND status = 'processing' FOR NO KEY UPDATE;
  IF former IS NULL THEN PERFORM raise_rule('note_is_frozen'); END IF;
  UPDATE tasks SET invoice_id = replacement WHERE company_id = company AND invoice_id = former;
  GET DIAGNOSTICS moved = ROW_COUNT;
  UPDATE invoice_items l SET counter_units = 0 WHERE l.company_id = company AND l.invoice_id = former AND l.counter_units > 0;
  UPDATE invoice_items l SET counter_units = l.planned_units - l.units
    FROM sales_order_items i WHERE l.company_id = company AND l.invoice_id = replacement AND l.units < l.planned_units
      AND i.company_id = company AND i.id = l.sales_order_item_id AND i.units_generated = 0;
  RETURN moved;
END $$;
