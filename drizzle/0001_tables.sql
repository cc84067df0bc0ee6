CREATE TABLE "access_tokens" (
	"id" uuid PRIMARY KEY NOT NULL,
	"company_id" uuid NOT NULL,
	"name" text NOT NULL,
	"token_hash" text NOT NULL,
	"token_hint" text NOT NULL,
	"permissions" text[] NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"revoked_by" uuid,
	"last_used_at" timestamp with time zone,
	CONSTRAINT "access_token_once" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "companies" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"legal_name" text NOT NULL,
	"tax_id" text NOT NULL,
	"municipal_registration" text,
	"tax_regime" text DEFAULT 'simples_nacional' NOT NULL,
	"street" text,
	"street_number" text,
	"complement" text,
	"district" text,
	"city" text,
	"state" text,
	"postal_code" text,
	"municipality_code" text,
	"email" text,
	"phone" text,
	"time_zone" text DEFAULT 'America/Sao_Paulo' NOT NULL,
	"is_demonstration" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"company_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"roles" text[] NOT NULL,
	"disabled_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "memberships_pk" PRIMARY KEY("company_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"user_id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"user_agent" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"idle_seconds" integer NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "session_token_once" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"password_hash" text NOT NULL,
	"disabled_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "user_email_once" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "contracts" (
	"company_id" uuid DEFAULT nullif(current_setting('app.company_id', true), '')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"code" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"customer_id" uuid,
	"is_active" boolean DEFAULT true NOT NULL,
	"search_key" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "contracts_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "contract_code_once" UNIQUE("company_id","code")
);
--> statement-breakpoint
CREATE TABLE "customer_addresses" (
	"company_id" uuid DEFAULT nullif(current_setting('app.company_id', true), '')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"label" text DEFAULT '' NOT NULL,
	"street" text NOT NULL,
	"street_number" text NOT NULL,
	"complement" text DEFAULT '' NOT NULL,
	"district" text NOT NULL,
	"city" text NOT NULL,
	"state" text NOT NULL,
	"postal_code" text NOT NULL,
	"municipality_code" text NOT NULL,
	"is_billing" boolean DEFAULT false NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "customer_addresses_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "customer_addresses_of_customer" UNIQUE("company_id","customer_id","id")
);
--> statement-breakpoint
CREATE TABLE "customer_contacts" (
	"company_id" uuid DEFAULT nullif(current_setting('app.company_id', true), '')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"name" text NOT NULL,
	"job_title" text DEFAULT '' NOT NULL,
	"email" text,
	"phone" text,
	"is_active" boolean DEFAULT true NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "customer_contacts_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "customer_contacts_of_customer" UNIQUE("company_id","customer_id","id")
);
--> statement-breakpoint
CREATE TABLE "customers" (
	"company_id" uuid DEFAULT nullif(current_setting('app.company_id', true), '')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"number" integer NOT NULL,
	"name" text NOT NULL,
	"legal_name" text,
	"tax_id" text,
	"municipal_registration" text,
	"email" text,
	"phone" text,
	"notes" text DEFAULT '' NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"search_key" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "customers_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "customer_number_once" UNIQUE("company_id","number"),
	CONSTRAINT "customer_tax_id_once" UNIQUE("company_id","tax_id")
);
--> statement-breakpoint
CREATE TABLE "projects" (
	"company_id" uuid DEFAULT nullif(current_setting('app.company_id', true), '')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"number" integer NOT NULL,
	"name" text NOT NULL,
	"customer_id" uuid,
	"is_active" boolean DEFAULT true NOT NULL,
	"search_key" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "projects_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "project_number_once" UNIQUE("company_id","number")
);
--> statement-breakpoint
CREATE TABLE "commands" (
	"company_id" uuid DEFAULT nullif(current_setting('app.company_id', true), '')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"actor_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"request_hash" "bytea" NOT NULL,
	"outcome" text DEFAULT 'pending' NOT NULL,
	"result" jsonb,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "commands_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
CREATE TABLE "events" (
	"company_id" uuid DEFAULT nullif(current_setting('app.company_id', true), '')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"entity_kind" text NOT NULL,
	"entity_id" uuid NOT NULL,
	"sales_order_id" uuid,
	"actor_kind" text NOT NULL,
	"actor_id" uuid,
	"from_state" text,
	"to_state" text,
	"reason" text,
	"data" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "events_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
CREATE TABLE "invoice_items" (
	"company_id" uuid DEFAULT nullif(current_setting('app.company_id', true), '')::uuid NOT NULL,
	"invoice_id" uuid NOT NULL,
	"sales_order_id" uuid NOT NULL,
	"sales_order_item_id" uuid NOT NULL,
	"description" text NOT NULL,
	"planned_units" integer NOT NULL,
	"counter_units" integer DEFAULT 0 NOT NULL,
	"unit_quantity" numeric(15, 4) NOT NULL,
	"unit_price_cents" bigint NOT NULL,
	"amount_cents" bigint NOT NULL,
	"units" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "invoice_items_pk" PRIMARY KEY("company_id","invoice_id","sales_order_item_id")
);
--> statement-breakpoint
CREATE TABLE "invoices" (
	"company_id" uuid DEFAULT nullif(current_setting('app.company_id', true), '')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"number" integer NOT NULL,
	"sales_order_id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"status" text DEFAULT 'draft' NOT NULL,
	"is_awaiting_authority" boolean DEFAULT false NOT NULL,
	"national_service_code" text NOT NULL,
	"place_of_incidence" text NOT NULL,
	"iss_rate_basis_points" integer NOT NULL,
	"iss_withheld" boolean NOT NULL,
	"tax_regime" text NOT NULL,
	"competence_on" date NOT NULL,
	"due_on" date,
	"text" text NOT NULL,
	"total_cents" bigint NOT NULL,
	"iss_cents" bigint NOT NULL,
	"net_cents" bigint NOT NULL,
	"environment" text DEFAULT 'simulated' NOT NULL,
	"emitter_municipality" text NOT NULL,
	"dps_series" integer,
	"dps_number" integer,
	"nfse_number" text,
	"access_key" text,
	"issued_at" timestamp with time zone,
	"authorised_at" timestamp with time zone,
	"rejection_code" text,
	"rejection_message" text,
	"cancel_code" integer,
	"cancel_reason" text,
	"cancel_reopens_task_ids" jsonb,
	"cancel_requested_at" timestamp with time zone,
	"cancel_requested_by" uuid,
	"cancelled_at" timestamp with time zone,
	"replaces_invoice_id" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL,
	CONSTRAINT "invoices_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "invoice_number_once" UNIQUE("company_id","number"),
	CONSTRAINT "invoice_of_order" UNIQUE("company_id","sales_order_id","id"),
	CONSTRAINT "dps_number_once" UNIQUE("company_id","environment","emitter_municipality","dps_series","dps_number")
);
--> statement-breakpoint
CREATE TABLE "nfse_messages" (
	"company_id" uuid DEFAULT nullif(current_setting('app.company_id', true), '')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"invoice_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"outcome" text NOT NULL,
	"code" text,
	"detail" text,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "nfse_messages_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
CREATE TABLE "nfse_series" (
	"company_id" uuid DEFAULT nullif(current_setting('app.company_id', true), '')::uuid NOT NULL,
	"environment" text NOT NULL,
	"municipality_code" text NOT NULL,
	"series" integer NOT NULL,
	"last_number" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "nfse_series_pk" PRIMARY KEY("company_id","environment","municipality_code","series")
);
--> statement-breakpoint
CREATE TABLE "opportunities" (
	"company_id" uuid DEFAULT nullif(current_setting('app.company_id', true), '')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"number" integer NOT NULL,
	"title" text NOT NULL,
	"is_title_generated" boolean DEFAULT true NOT NULL,
	"customer_id" uuid NOT NULL,
	"sales_order_id" uuid,
	"project_id" uuid,
	"contract_id" uuid,
	"pipeline_id" uuid NOT NULL,
	"stage_id" uuid NOT NULL,
	"opportunity_type_id" uuid,
	"source_id" uuid,
	"priority_id" uuid,
	"owner_id" uuid,
	"status" text DEFAULT 'open' NOT NULL,
	"loss_reason_id" uuid,
	"status_reason" text,
	"probability" integer DEFAULT 0 NOT NULL,
	"expected_close_on" date,
	"value_cents" bigint DEFAULT 0 NOT NULL,
	"closed_at" timestamp with time zone,
	"undone_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	CONSTRAINT "opportunities_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "opportunity_number_once" UNIQUE("company_id","number"),
	CONSTRAINT "opportunity_of_order" UNIQUE("company_id","sales_order_id","id")
);
--> statement-breakpoint
CREATE TABLE "pipelines" (
	"company_id" uuid DEFAULT nullif(current_setting('app.company_id', true), '')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "pipelines_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
CREATE TABLE "stages" (
	"company_id" uuid DEFAULT nullif(current_setting('app.company_id', true), '')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"pipeline_id" uuid NOT NULL,
	"name" text NOT NULL,
	"probability" integer DEFAULT 0 NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "stages_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "stage_of_pipeline" UNIQUE("company_id","pipeline_id","id")
);
--> statement-breakpoint
CREATE TABLE "quote_items" (
	"company_id" uuid DEFAULT nullif(current_setting('app.company_id', true), '')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"quote_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"service_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"description" text NOT NULL,
	"unit_code" text NOT NULL,
	"quantity" numeric(15, 4) NOT NULL,
	"unit_price_cents" bigint NOT NULL,
	"discount_cents" bigint DEFAULT 0 NOT NULL,
	"total_cents" bigint NOT NULL,
	CONSTRAINT "quote_items_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
CREATE TABLE "quotes" (
	"company_id" uuid DEFAULT nullif(current_setting('app.company_id', true), '')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"number" integer NOT NULL,
	"status" text DEFAULT 'draft' NOT NULL,
	"customer_id" uuid NOT NULL,
	"contact_id" uuid,
	"address_id" uuid,
	"place" jsonb,
	"issued_on" date NOT NULL,
	"valid_until" date NOT NULL,
	"seller_id" uuid NOT NULL,
	"payment_term_id" uuid,
	"project_id" uuid,
	"contract_id" uuid,
	"opportunity_id" uuid,
	"sales_order_id" uuid,
	"loss_reason_id" uuid,
	"status_reason" text,
	"notes" text DEFAULT '' NOT NULL,
	"total_cents" bigint DEFAULT 0 NOT NULL,
	"converted_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL,
	CONSTRAINT "quotes_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "quote_number_once" UNIQUE("company_id","number"),
	CONSTRAINT "quote_converts_once" UNIQUE("company_id","sales_order_id")
);
--> statement-breakpoint
CREATE TABLE "sales_order_items" (
	"company_id" uuid DEFAULT nullif(current_setting('app.company_id', true), '')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"sales_order_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"service_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"description" text NOT NULL,
	"unit_code" text NOT NULL,
	"granularity" text NOT NULL,
	"unit_count" integer NOT NULL,
	"unit_quantity" numeric(15, 4) NOT NULL,
	"unit_price_cents" bigint NOT NULL,
	"discount_cents" bigint DEFAULT 0 NOT NULL,
	"total_cents" bigint NOT NULL,
	"removed_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"units_generated" integer DEFAULT 0 NOT NULL,
	"units_started" integer DEFAULT 0 NOT NULL,
	"units_concluded" integer DEFAULT 0 NOT NULL,
	"units_waived" integer DEFAULT 0 NOT NULL,
	"units_invoiced" integer DEFAULT 0 NOT NULL,
	"units_authorised" integer DEFAULT 0 NOT NULL,
	"counter_invoiced" integer DEFAULT 0 NOT NULL,
	"counter_authorised" integer DEFAULT 0 NOT NULL,
	"invoiced_cents" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "sales_order_items_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "sales_order_item_of_order" UNIQUE("company_id","sales_order_id","id")
);
--> statement-breakpoint
CREATE TABLE "sales_orders" (
	"company_id" uuid DEFAULT nullif(current_setting('app.company_id', true), '')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"number" integer NOT NULL,
	"customer_id" uuid NOT NULL,
	"contact_id" uuid,
	"address_id" uuid,
	"place" jsonb,
	"issued_on" date NOT NULL,
	"due_on" date,
	"seller_id" uuid NOT NULL,
	"payment_term_id" uuid,
	"project_id" uuid,
	"contract_id" uuid,
	"quote_id" uuid,
	"notes" text DEFAULT '' NOT NULL,
	"cancelled_at" timestamp with time zone,
	"cancelled_by" uuid,
	"cancel_reason" text,
	"cancel_batch_id" uuid,
	"closed_at" timestamp with time zone,
	"closed_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"total_cents" bigint DEFAULT 0 NOT NULL,
	"invoiced_cents" bigint DEFAULT 0 NOT NULL,
	"item_count" integer DEFAULT 0 NOT NULL,
	"units_total" integer DEFAULT 0 NOT NULL,
	"units_generated" integer DEFAULT 0 NOT NULL,
	"units_started" integer DEFAULT 0 NOT NULL,
	"units_concluded" integer DEFAULT 0 NOT NULL,
	"units_billable" integer DEFAULT 0 NOT NULL,
	"units_invoiced" integer DEFAULT 0 NOT NULL,
	"units_authorised" integer DEFAULT 0 NOT NULL,
	"items_incomplete" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "sales_orders_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "sales_order_number_once" UNIQUE("company_id","number")
);
--> statement-breakpoint
CREATE TABLE "services" (
	"company_id" uuid DEFAULT nullif(current_setting('app.company_id', true), '')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"code" text NOT NULL,
	"description" text NOT NULL,
	"kind" text DEFAULT 'service' NOT NULL,
	"unit_of_measure_id" uuid NOT NULL,
	"unit_price_cents" bigint NOT NULL,
	"national_service_code" text,
	"nbs_code" text,
	"iss_rate_basis_points" integer,
	"iss_withheld" boolean DEFAULT false NOT NULL,
	"task_type_id" uuid,
	"granularity" text,
	"requires_report" boolean,
	"required_photos" integer,
	"requires_signature" boolean,
	"requires_location" boolean,
	"checklist" jsonb,
	"duration_minutes" integer,
	"instructions" text DEFAULT '' NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"search_key" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "services_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "service_code_once" UNIQUE("company_id","code")
);
--> statement-breakpoint
CREATE TABLE "units_of_measure" (
	"company_id" uuid DEFAULT nullif(current_setting('app.company_id', true), '')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"allows_fractions" boolean DEFAULT false NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "units_of_measure_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "unit_of_measure_code_once" UNIQUE("company_id","code")
);
--> statement-breakpoint
CREATE TABLE "counters" (
	"company_id" uuid DEFAULT nullif(current_setting('app.company_id', true), '')::uuid NOT NULL,
	"kind" text NOT NULL,
	"last_number" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "counters_pk" PRIMARY KEY("company_id","kind")
);
--> statement-breakpoint
CREATE TABLE "holidays" (
	"company_id" uuid DEFAULT nullif(current_setting('app.company_id', true), '')::uuid NOT NULL,
	"observed_on" date NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "holidays_pk" PRIMARY KEY("company_id","observed_on")
);
--> statement-breakpoint
CREATE TABLE "loss_reasons" (
	"company_id" uuid DEFAULT nullif(current_setting('app.company_id', true), '')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "loss_reasons_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
CREATE TABLE "opportunity_types" (
	"company_id" uuid DEFAULT nullif(current_setting('app.company_id', true), '')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "opportunity_types_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
CREATE TABLE "order_settings" (
	"company_id" uuid DEFAULT nullif(current_setting('app.company_id', true), '')::uuid NOT NULL,
	"shows_project_and_contract" boolean DEFAULT false NOT NULL,
	"generates_opportunity" boolean DEFAULT false NOT NULL,
	"generates_by_default" boolean DEFAULT true NOT NULL,
	"pipeline_id" uuid,
	"stage_id" uuid,
	"opportunity_type_id" uuid,
	"source_id" uuid,
	"initial_opportunity_status" text DEFAULT 'open' NOT NULL,
	"probability" integer,
	"opportunity_priority_id" uuid,
	"opportunity_owner" text DEFAULT 'seller' NOT NULL,
	"opportunity_owner_id" uuid,
	"expected_close" text DEFAULT 'delivery' NOT NULL,
	"expected_close_days" integer DEFAULT 30 NOT NULL,
	"title_template" text DEFAULT 'Pedido {pedido} - {cliente} - {projeto}' NOT NULL,
	"concluded_stage_id" uuid,
	"wins_when_invoiced" boolean DEFAULT true NOT NULL,
	"cancellation_loss_reason_id" uuid,
	"task_type_id" uuid,
	"initial_task_status" text DEFAULT 'to_do' NOT NULL,
	"task_priority_id" uuid,
	"task_assignee" text DEFAULT 'none' NOT NULL,
	"task_assignee_id" uuid,
	"due_days" integer DEFAULT 7 NOT NULL,
	"due_from" text DEFAULT 'order' NOT NULL,
	"due_counting" text DEFAULT 'business' NOT NULL,
	"duration_minutes" integer DEFAULT 60 NOT NULL,
	"reminder_minutes" integer,
	"task_complement" text DEFAULT '' NOT NULL,
	"checklist" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"requires_report" boolean,
	"required_photos" integer,
	"requires_signature" boolean,
	"requires_location" boolean,
	"granularity" text DEFAULT 'per_unit' NOT NULL,
	"max_units_per_item" integer DEFAULT 500 NOT NULL,
	"max_units_per_order" integer DEFAULT 2000 NOT NULL,
	"groups_by_service_code" boolean DEFAULT true NOT NULL,
	"hides_values_from_coordinator" boolean DEFAULT true NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "order_settings_pk" PRIMARY KEY("company_id")
);
--> statement-breakpoint
CREATE TABLE "payment_terms" (
	"company_id" uuid DEFAULT nullif(current_setting('app.company_id', true), '')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"day_offsets" integer[] NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "payment_terms_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
CREATE TABLE "priorities" (
	"company_id" uuid DEFAULT nullif(current_setting('app.company_id', true), '')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "priorities_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
CREATE TABLE "sources" (
	"company_id" uuid DEFAULT nullif(current_setting('app.company_id', true), '')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sources_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
CREATE TABLE "task_types" (
	"company_id" uuid DEFAULT nullif(current_setting('app.company_id', true), '')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"requires_report" boolean DEFAULT false NOT NULL,
	"required_photos" integer DEFAULT 0 NOT NULL,
	"requires_signature" boolean DEFAULT false NOT NULL,
	"requires_location" boolean DEFAULT false NOT NULL,
	"checklist" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "task_types_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
CREATE TABLE "files" (
	"company_id" uuid DEFAULT nullif(current_setting('app.company_id', true), '')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"sha256" text NOT NULL,
	"media_type" text NOT NULL,
	"byte_size" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL,
	CONSTRAINT "files_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
CREATE TABLE "invoice_units" (
	"company_id" uuid DEFAULT nullif(current_setting('app.company_id', true), '')::uuid NOT NULL,
	"invoice_id" uuid NOT NULL,
	"task_id" uuid NOT NULL,
	"sales_order_item_id" uuid NOT NULL,
	"unit_no" integer NOT NULL,
	"linked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"released_at" timestamp with time zone,
	CONSTRAINT "invoice_units_pk" PRIMARY KEY("company_id","invoice_id","task_id")
);
--> statement-breakpoint
CREATE TABLE "task_evidence" (
	"company_id" uuid DEFAULT nullif(current_setting('app.company_id', true), '')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"task_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"report" text,
	"signature_file_id" uuid,
	"signer_name" text,
	"checklist" jsonb,
	"latitude" double precision,
	"longitude" double precision,
	"device_at" timestamp with time zone,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	"user_id" uuid NOT NULL,
	CONSTRAINT "task_evidence_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
CREATE TABLE "task_photos" (
	"company_id" uuid DEFAULT nullif(current_setting('app.company_id', true), '')::uuid NOT NULL,
	"task_id" uuid NOT NULL,
	"file_id" uuid NOT NULL,
	"taken_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "task_photos_pk" PRIMARY KEY("company_id","task_id","file_id")
);
--> statement-breakpoint
CREATE TABLE "tasks" (
	"company_id" uuid DEFAULT nullif(current_setting('app.company_id', true), '')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"origin" text NOT NULL,
	"sales_order_id" uuid,
	"sales_order_item_id" uuid,
	"unit_no" integer,
	"opportunity_id" uuid,
	"customer_id" uuid,
	"rework_of_task_id" uuid,
	"generation_batch_id" uuid,
	"task_type_id" uuid NOT NULL,
	"priority_id" uuid,
	"subject" text NOT NULL,
	"is_subject_edited" boolean DEFAULT false NOT NULL,
	"location" text DEFAULT '' NOT NULL,
	"place" jsonb,
	"complement" text DEFAULT '' NOT NULL,
	"status" text DEFAULT 'to_do' NOT NULL,
	"assignee_id" uuid,
	"due_on" date,
	"scheduled_at" timestamp with time zone,
	"duration_minutes" integer DEFAULT 60 NOT NULL,
	"reminder_minutes" integer,
	"requires_report" boolean DEFAULT false NOT NULL,
	"required_photos" integer DEFAULT 0 NOT NULL,
	"requires_signature" boolean DEFAULT false NOT NULL,
	"requires_location" boolean DEFAULT false NOT NULL,
	"checklist" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"started_at" timestamp with time zone,
	"concluded_at" timestamp with time zone,
	"concluded_by" uuid,
	"concluded_on_device_at" timestamp with time zone,
	"is_concluded_by_office" boolean DEFAULT false NOT NULL,
	"conclusion_reason" text,
	"report" text,
	"attempts" integer DEFAULT 0 NOT NULL,
	"not_done_reason" text,
	"cancelled_at" timestamp with time zone,
	"cancel_reason" text,
	"cancel_batch_id" uuid,
	"waived_at" timestamp with time zone,
	"waived_reason" text,
	"invoice_id" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "tasks_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "one_task_per_unit" UNIQUE("company_id","sales_order_item_id","unit_no")
);
--> statement-breakpoint
ALTER TABLE "access_tokens" ADD CONSTRAINT "access_tokens_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_tokens" ADD CONSTRAINT "access_tokens_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_tokens" ADD CONSTRAINT "access_tokens_revoked_by_users_id_fk" FOREIGN KEY ("revoked_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contracts" ADD CONSTRAINT "contract_customer" FOREIGN KEY ("company_id","customer_id") REFERENCES "public"."customers"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_addresses" ADD CONSTRAINT "customer_address_of" FOREIGN KEY ("company_id","customer_id") REFERENCES "public"."customers"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_contacts" ADD CONSTRAINT "customer_contact_of" FOREIGN KEY ("company_id","customer_id") REFERENCES "public"."customers"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects" ADD CONSTRAINT "project_customer" FOREIGN KEY ("company_id","customer_id") REFERENCES "public"."customers"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_items" ADD CONSTRAINT "invoice_item_invoice" FOREIGN KEY ("company_id","sales_order_id","invoice_id") REFERENCES "public"."invoices"("company_id","sales_order_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_items" ADD CONSTRAINT "invoice_item_order_item" FOREIGN KEY ("company_id","sales_order_id","sales_order_item_id") REFERENCES "public"."sales_order_items"("company_id","sales_order_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoice_sales_order" FOREIGN KEY ("company_id","sales_order_id") REFERENCES "public"."sales_orders"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoice_customer" FOREIGN KEY ("company_id","customer_id") REFERENCES "public"."customers"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoice_replaces" FOREIGN KEY ("company_id","sales_order_id","replaces_invoice_id") REFERENCES "public"."invoices"("company_id","sales_order_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nfse_messages" ADD CONSTRAINT "nfse_message_invoice" FOREIGN KEY ("company_id","invoice_id") REFERENCES "public"."invoices"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opportunities" ADD CONSTRAINT "opportunity_stage" FOREIGN KEY ("company_id","pipeline_id","stage_id") REFERENCES "public"."stages"("company_id","pipeline_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stages" ADD CONSTRAINT "stage_pipeline" FOREIGN KEY ("company_id","pipeline_id") REFERENCES "public"."pipelines"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quote_items" ADD CONSTRAINT "quote_item_quote" FOREIGN KEY ("company_id","quote_id") REFERENCES "public"."quotes"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quote_items" ADD CONSTRAINT "quote_item_service" FOREIGN KEY ("company_id","service_id") REFERENCES "public"."services"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quotes" ADD CONSTRAINT "quote_customer" FOREIGN KEY ("company_id","customer_id") REFERENCES "public"."customers"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quotes" ADD CONSTRAINT "quote_contact" FOREIGN KEY ("company_id","customer_id","contact_id") REFERENCES "public"."customer_contacts"("company_id","customer_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quotes" ADD CONSTRAINT "quote_address" FOREIGN KEY ("company_id","customer_id","address_id") REFERENCES "public"."customer_addresses"("company_id","customer_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quotes" ADD CONSTRAINT "quote_payment_term" FOREIGN KEY ("company_id","payment_term_id") REFERENCES "public"."payment_terms"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quotes" ADD CONSTRAINT "quote_project" FOREIGN KEY ("company_id","project_id") REFERENCES "public"."projects"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quotes" ADD CONSTRAINT "quote_contract" FOREIGN KEY ("company_id","contract_id") REFERENCES "public"."contracts"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quotes" ADD CONSTRAINT "quote_opportunity" FOREIGN KEY ("company_id","opportunity_id") REFERENCES "public"."opportunities"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quotes" ADD CONSTRAINT "quote_sales_order" FOREIGN KEY ("company_id","sales_order_id") REFERENCES "public"."sales_orders"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sales_order_items" ADD CONSTRAINT "sales_order_item_order" FOREIGN KEY ("company_id","sales_order_id") REFERENCES "public"."sales_orders"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sales_order_items" ADD CONSTRAINT "sales_order_item_service" FOREIGN KEY ("company_id","service_id") REFERENCES "public"."services"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sales_orders" ADD CONSTRAINT "sales_order_customer" FOREIGN KEY ("company_id","customer_id") REFERENCES "public"."customers"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sales_orders" ADD CONSTRAINT "sales_order_contact" FOREIGN KEY ("company_id","customer_id","contact_id") REFERENCES "public"."customer_contacts"("company_id","customer_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sales_orders" ADD CONSTRAINT "sales_order_address" FOREIGN KEY ("company_id","customer_id","address_id") REFERENCES "public"."customer_addresses"("company_id","customer_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sales_orders" ADD CONSTRAINT "sales_order_payment_term" FOREIGN KEY ("company_id","payment_term_id") REFERENCES "public"."payment_terms"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sales_orders" ADD CONSTRAINT "sales_order_project" FOREIGN KEY ("company_id","project_id") REFERENCES "public"."projects"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sales_orders" ADD CONSTRAINT "sales_order_contract" FOREIGN KEY ("company_id","contract_id") REFERENCES "public"."contracts"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "services" ADD CONSTRAINT "service_unit_of_measure" FOREIGN KEY ("company_id","unit_of_measure_id") REFERENCES "public"."units_of_measure"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "services" ADD CONSTRAINT "service_task_type" FOREIGN KEY ("company_id","task_type_id") REFERENCES "public"."task_types"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_settings" ADD CONSTRAINT "order_settings_pipeline" FOREIGN KEY ("company_id","pipeline_id") REFERENCES "public"."pipelines"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_settings" ADD CONSTRAINT "order_settings_stage" FOREIGN KEY ("company_id","pipeline_id","stage_id") REFERENCES "public"."stages"("company_id","pipeline_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_settings" ADD CONSTRAINT "order_settings_concluded_stage" FOREIGN KEY ("company_id","pipeline_id","concluded_stage_id") REFERENCES "public"."stages"("company_id","pipeline_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_settings" ADD CONSTRAINT "order_settings_opportunity_type" FOREIGN KEY ("company_id","opportunity_type_id") REFERENCES "public"."opportunity_types"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_settings" ADD CONSTRAINT "order_settings_source" FOREIGN KEY ("company_id","source_id") REFERENCES "public"."sources"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_settings" ADD CONSTRAINT "order_settings_loss_reason" FOREIGN KEY ("company_id","cancellation_loss_reason_id") REFERENCES "public"."loss_reasons"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_settings" ADD CONSTRAINT "order_settings_task_type" FOREIGN KEY ("company_id","task_type_id") REFERENCES "public"."task_types"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_settings" ADD CONSTRAINT "order_settings_opportunity_priority" FOREIGN KEY ("company_id","opportunity_priority_id") REFERENCES "public"."priorities"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_settings" ADD CONSTRAINT "order_settings_task_priority" FOREIGN KEY ("company_id","task_priority_id") REFERENCES "public"."priorities"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_units" ADD CONSTRAINT "invoice_unit_invoice" FOREIGN KEY ("company_id","invoice_id") REFERENCES "public"."invoices"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_units" ADD CONSTRAINT "invoice_unit_task" FOREIGN KEY ("company_id","task_id") REFERENCES "public"."tasks"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_evidence" ADD CONSTRAINT "task_evidence_task" FOREIGN KEY ("company_id","task_id") REFERENCES "public"."tasks"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_evidence" ADD CONSTRAINT "task_evidence_signature" FOREIGN KEY ("company_id","signature_file_id") REFERENCES "public"."files"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_photos" ADD CONSTRAINT "task_photo_task" FOREIGN KEY ("company_id","task_id") REFERENCES "public"."tasks"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_photos" ADD CONSTRAINT "task_photo_file" FOREIGN KEY ("company_id","file_id") REFERENCES "public"."files"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "task_order_item" FOREIGN KEY ("company_id","sales_order_id","sales_order_item_id") REFERENCES "public"."sales_order_items"("company_id","sales_order_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "task_opportunity" FOREIGN KEY ("company_id","opportunity_id") REFERENCES "public"."opportunities"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "task_customer" FOREIGN KEY ("company_id","customer_id") REFERENCES "public"."customers"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "task_type" FOREIGN KEY ("company_id","task_type_id") REFERENCES "public"."task_types"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "task_priority" FOREIGN KEY ("company_id","priority_id") REFERENCES "public"."priorities"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "task_rework_of" FOREIGN KEY ("company_id","rework_of_task_id") REFERENCES "public"."tasks"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "billed_on" FOREIGN KEY ("company_id","invoice_id","sales_order_item_id") REFERENCES "public"."invoice_items"("company_id","invoice_id","sales_order_item_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "customers_by_name" ON "customers" USING btree ("company_id","search_key","id");--> statement-breakpoint
CREATE INDEX "events_by_entity" ON "events" USING btree ("company_id","entity_id","id");--> statement-breakpoint
CREATE INDEX "events_by_order" ON "events" USING btree ("company_id","sales_order_id","id");--> statement-breakpoint
CREATE INDEX "invoice_items_by_order_item" ON "invoice_items" USING btree ("company_id","sales_order_item_id");--> statement-breakpoint
CREATE INDEX "invoices_recent" ON "invoices" USING btree ("company_id","number" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "invoices_by_status" ON "invoices" USING btree ("company_id","status","number" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "invoices_by_order" ON "invoices" USING btree ("company_id","sales_order_id");--> statement-breakpoint
CREATE INDEX "nfse_messages_by_invoice" ON "nfse_messages" USING btree ("company_id","invoice_id");--> statement-breakpoint
CREATE INDEX "opportunities_recent" ON "opportunities" USING btree ("company_id","number" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "opportunities_by_stage" ON "opportunities" USING btree ("company_id","pipeline_id","stage_id","id");--> statement-breakpoint
CREATE INDEX "opportunities_by_project" ON "opportunities" USING btree ("company_id","project_id");--> statement-breakpoint
CREATE INDEX "quotes_recent" ON "quotes" USING btree ("company_id","issued_on" DESC NULLS LAST,"number" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "sales_orders_recent" ON "sales_orders" USING btree ("company_id","issued_on" DESC NULLS LAST,"number" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "sales_orders_by_status" ON "sales_orders" USING btree ("company_id","status","issued_on" DESC NULLS LAST,"number" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "sales_orders_by_customer" ON "sales_orders" USING btree ("company_id","customer_id");--> statement-breakpoint
CREATE INDEX "sales_orders_by_project" ON "sales_orders" USING btree ("company_id","project_id");--> statement-breakpoint
CREATE INDEX "services_by_description" ON "services" USING btree ("company_id","search_key","id");--> statement-breakpoint
CREATE INDEX "invoice_units_by_task" ON "invoice_units" USING btree ("company_id","task_id");--> statement-breakpoint
CREATE INDEX "task_evidence_by_task" ON "task_evidence" USING btree ("company_id","task_id");--> statement-breakpoint
CREATE INDEX "tasks_by_due" ON "tasks" USING btree ("company_id","due_on","id");--> statement-breakpoint
CREATE INDEX "tasks_by_assignee" ON "tasks" USING btree ("company_id","assignee_id","status","due_on");--> statement-breakpoint
CREATE INDEX "tasks_by_order" ON "tasks" USING btree ("company_id","sales_order_id");--> statement-breakpoint
CREATE INDEX "tasks_by_opportunity" ON "tasks" USING btree ("company_id","opportunity_id");--> statement-breakpoint
CREATE INDEX "tasks_by_invoice" ON "tasks" USING btree ("company_id","invoice_id");