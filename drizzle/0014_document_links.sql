CREATE TABLE "document_links" (
	"company_id" uuid DEFAULT nullif(current_setting('app.company_id', true), '')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"quote_id" uuid,
	"sales_order_id" uuid,
	"token_hash" text NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"revoked_by" uuid,
	"open_count" integer DEFAULT 0 NOT NULL,
	"last_opened_at" timestamp with time zone,
	CONSTRAINT "document_links_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "document_link_token_once" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "companies" ADD COLUMN "logo_file_id" uuid;--> statement-breakpoint
ALTER TABLE "document_links" ADD CONSTRAINT "document_link_quote" FOREIGN KEY ("company_id","quote_id") REFERENCES "public"."quotes"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_links" ADD CONSTRAINT "document_link_order" FOREIGN KEY ("company_id","sales_order_id") REFERENCES "public"."sales_orders"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "document_links_by_quote" ON "document_links" USING btree ("company_id","quote_id");--> statement-breakpoint
CREATE INDEX "document_links_by_order" ON "document_links" USING btree ("company_id","sales_order_id");--> statement-breakpoint
ALTER TABLE document_links ADD CONSTRAINT document_link_kind CHECK (kind IN ('quote', 'sales_order', 'service_report')
  AND (quote_id IS NOT NULL) = (kind = 'quote') AND (sales_order_id IS NULL) = (kind = 'quote') AND (revoked_at IS NULL) = (revoked_by IS NULL));--> statement-breakpoint
ALTER TABLE document_links ADD CONSTRAINT document_links_company FOREIGN KEY (company_id) REFERENCES companies (id);--> statement-breakpoint
-- A link is found by its secret before its company is known, as a session is: who looks a secret up sees all of them, a company its own.
ALTER TABLE document_links ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE document_links FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY tenant ON document_links USING (company_id = (SELECT nullif(current_setting('app.company_id', true), '')::uuid)) WITH CHECK (company_id = (SELECT nullif(current_setting('app.company_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY identity ON document_links TO empreita_auth USING (true) WITH CHECK (true);--> statement-breakpoint
GRANT SELECT (company_id, id, kind, quote_id, sales_order_id, created_by, created_at, expires_at, revoked_at, revoked_by, open_count, last_opened_at), INSERT,
  UPDATE (revoked_at, revoked_by) ON document_links TO empreita_app;--> statement-breakpoint
GRANT SELECT, UPDATE (open_count, last_opened_at) ON document_links TO empreita_auth;--> statement-breakpoint
ALTER TABLE companies ADD CONSTRAINT company_logo FOREIGN KEY (id, logo_file_id) REFERENCES files (company_id, id) ON DELETE SET NULL (logo_file_id);--> statement-breakpoint
GRANT UPDATE (logo_file_id) ON companies TO empreita_app;
