-- E10: while no note forbids it, another customer of the order is another customer of its units that are not concluded.
GRANT UPDATE (customer_id) ON tasks TO empreita_app;--> statement-breakpoint
-- The order centre: "Meus", and sorting by value.
CREATE INDEX sales_orders_by_seller ON sales_orders (company_id, seller_id, issued_on DESC, number DESC);--> statement-breakpoint
CREATE INDEX sales_orders_by_total ON sales_orders (company_id, total_cents DESC, number DESC);
