CREATE TABLE "simulated_nfse" (
	"company_id" uuid DEFAULT nullif(current_setting('app.company_id', true), '')::uuid NOT NULL,
	"dps_id" text NOT NULL,
	"digest" text NOT NULL,
	"nfse_number" text NOT NULL,
	"access_key" text NOT NULL,
	"accepted_at" timestamp with time zone NOT NULL,
	"cancel_code" integer,
	"cancelled_at" timestamp with time zone,
	CONSTRAINT "simulated_nfse_pk" PRIMARY KEY("company_id","dps_id"),
	CONSTRAINT "simulated_access_key_once" UNIQUE("company_id","access_key")
);
--> statement-breakpoint
ALTER TABLE simulated_nfse ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE simulated_nfse FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY tenant ON simulated_nfse USING (company_id = (SELECT nullif(current_setting('app.company_id', true), '')::uuid)) WITH CHECK (company_id = (SELECT nullif(current_setting('app.company_id', true), '')::uuid));--> statement-breakpoint
ALTER TABLE simulated_nfse ADD CONSTRAINT simulated_nfse_company FOREIGN KEY (company_id) REFERENCES companies (id);--> statement-breakpoint
GRANT SELECT, INSERT ON simulated_nfse TO empreita_app;--> statement-breakpoint
GRANT UPDATE (cancel_code, cancelled_at) ON simulated_nfse TO empreita_app;
