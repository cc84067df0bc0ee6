CREATE TABLE "saved_views" (
	"company_id" uuid DEFAULT nullif(current_setting('app.company_id', true), '')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"list" text NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"owner_id" uuid NOT NULL,
	"is_shared" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "saved_views_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_view_owner" FOREIGN KEY ("company_id","owner_id") REFERENCES "public"."memberships"("company_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "saved_view_name_once" ON "saved_views" USING btree ("company_id","list","owner_id",lower("name"));--> statement-breakpoint
ALTER TABLE saved_views ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE saved_views FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY tenant ON saved_views USING (company_id = (SELECT nullif(current_setting('app.company_id', true), '')::uuid)) WITH CHECK (company_id = (SELECT nullif(current_setting('app.company_id', true), '')::uuid));--> statement-breakpoint
ALTER TABLE saved_views ADD CONSTRAINT saved_view_company FOREIGN KEY (company_id) REFERENCES companies (id);--> statement-breakpoint
ALTER TABLE saved_views ADD CONSTRAINT saved_view_size CHECK (length(name) BETWEEN 1 AND 60 AND length(query) <= 2000);--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON saved_views TO empreita_app;--> statement-breakpoint
GRANT UPDATE (name, query, is_shared) ON saved_views TO empreita_app;
