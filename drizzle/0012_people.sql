CREATE TABLE "invitations" (
	"company_id" uuid DEFAULT nullif(current_setting('app.company_id', true), '')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"roles" text[] NOT NULL,
	"token_hash" text NOT NULL,
	"mail_token_hash" text,
	"is_mailed" boolean DEFAULT false NOT NULL,
	"mailed_at" timestamp with time zone,
	"mail_failed_at" timestamp with time zone,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	"accepted_by" uuid,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "invitations_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "invitation_token_once" UNIQUE("token_hash"),
	CONSTRAINT "invitation_mail_token_once" UNIQUE("mail_token_hash")
);
--> statement-breakpoint
CREATE TABLE "password_links" (
	"company_id" uuid DEFAULT nullif(current_setting('app.company_id', true), '')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "password_links_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "password_link_token_once" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "companies" ADD COLUMN "order_settings_seen_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "companies" ADD COLUMN "onboarding_dismissed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "is_demonstration" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_accepted_by_users_id_fk" FOREIGN KEY ("accepted_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "password_links" ADD CONSTRAINT "password_links_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "password_links" ADD CONSTRAINT "password_link_member" FOREIGN KEY ("company_id","user_id") REFERENCES "public"."memberships"("company_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "one_open_invitation_per_email" ON "invitations" USING btree ("company_id",lower("email")) WHERE accepted_at is null and revoked_at is null;--> statement-breakpoint
CREATE INDEX "password_links_by_user" ON "password_links" USING btree ("user_id");--> statement-breakpoint
ALTER TABLE invitations ADD CONSTRAINT invitation_roles CHECK (cardinality(roles) >= 1 AND roles <@ ARRAY['admin', 'manager', 'seller', 'coordinator', 'technician', 'biller']);--> statement-breakpoint
ALTER TABLE invitations ADD CONSTRAINT invitation_ends_once CHECK ((accepted_at IS NULL) = (accepted_by IS NULL) AND num_nonnulls(accepted_at, revoked_at) <= 1);--> statement-breakpoint
-- A link is found by its secret before its company is known, as a session is: sign-in sees all of them, a company its own.
DO $$
DECLARE
  linked text;
BEGIN
  FOREACH linked IN ARRAY ARRAY['invitations', 'password_links'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', linked);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', linked);
    EXECUTE format('CREATE POLICY tenant ON %I USING (company_id = (SELECT nullif(current_setting(''app.company_id'', true), '''')::uuid)) WITH CHECK (company_id = (SELECT nullif(current_setting(''app.company_id'', true), '''')::uuid))', linked);
    EXECUTE format('CREATE POLICY identity ON %I TO empreita_auth USING (true) WITH CHECK (true)', linked);
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I FOREIGN KEY (company_id) REFERENCES companies (id)', linked, linked || '_company');
  END LOOP;
END $$;--> statement-breakpoint
GRANT SELECT (company_id, id, email, name, roles, is_mailed, mailed_at, mail_failed_at, created_by, created_at, expires_at, accepted_at, accepted_by, revoked_at), INSERT,
  UPDATE (token_hash, mail_token_hash, is_mailed, mailed_at, mail_failed_at, expires_at, accepted_at, accepted_by, revoked_at) ON invitations TO empreita_app;--> statement-breakpoint
GRANT SELECT ON invitations TO empreita_auth;--> statement-breakpoint
GRANT SELECT (company_id, id, user_id, created_by, created_at, expires_at, used_at, revoked_at), INSERT, UPDATE (revoked_at) ON password_links TO empreita_app;--> statement-breakpoint
GRANT SELECT, UPDATE (used_at, revoked_at) ON password_links TO empreita_auth;--> statement-breakpoint

-- A company must not set the password of an account that others rely on: whether they do, and nothing else, is told here.
CREATE FUNCTION works_elsewhere(person uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM memberships m WHERE m.user_id = person AND m.company_id <> nullif(current_setting('app.company_id', true), '')::uuid)
    AND EXISTS (SELECT 1 FROM memberships m WHERE m.user_id = person AND m.company_id = nullif(current_setting('app.company_id', true), '')::uuid)
$$;--> statement-breakpoint

-- INV-15: a new password, however it was set, has its line of history in every company where the person works.
CREATE FUNCTION derive_password_event() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  former text := coalesce(current_setting('app.company_id', true), '');
  company uuid;
BEGIN
  FOR company IN SELECT m.company_id FROM memberships m WHERE m.user_id = NEW.id AND m.disabled_at IS NULL LOOP
    PERFORM set_config('app.company_id', company::text, true);
    INSERT INTO events (company_id, id, name, entity_kind, entity_id, actor_kind, actor_id)
      VALUES (company, uuid_v7(), 'member.passwordChanged', 'member', NEW.id, 'user', NEW.id);
  END LOOP;
  PERFORM set_config('app.company_id', former, true);
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER derive_event AFTER UPDATE OF password_hash ON users FOR EACH ROW WHEN (NEW.password_hash <> OLD.password_hash) EXECUTE FUNCTION derive_password_event();--> statement-breakpoint

GRANT SELECT (is_demonstration) ON users TO empreita_app;--> statement-breakpoint
GRANT UPDATE (order_settings_seen_at, onboarding_dismissed_at) ON companies TO empreita_app;--> statement-breakpoint

-- C6 binds the application, whatever it does; the one function below removes a whole company of the demonstration.
DROP TRIGGER guard ON tasks;--> statement-breakpoint
CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON tasks FOR EACH ROW EXECUTE FUNCTION guard_task();--> statement-breakpoint
CREATE TRIGGER guard_delete BEFORE DELETE ON tasks FOR EACH ROW WHEN (is_application()) EXECUTE FUNCTION guard_task();--> statement-breakpoint

-- Empties the transaction's company, which must be one of the demonstration, and makes it an ordinary one with the name given.
-- Its accounts leave it, but for the person who acts; whoever else works there stays. False: it is no demonstration (any more).
CREATE FUNCTION remove_demonstration(acting uuid, new_name text) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  company uuid := nullif(current_setting('app.company_id', true), '')::uuid;
  leaving uuid[];
  emptied text;
  wipe text;
BEGIN
  -- FOR UPDATE: every row of a company refers to it, so nothing is written to it meanwhile.
  PERFORM 1 FROM companies WHERE id = company AND is_demonstration FOR UPDATE;
  IF NOT FOUND THEN RETURN false; END IF;
  SELECT coalesce(array_agg(m.user_id), '{}') INTO leaving FROM memberships m JOIN users u ON u.id = m.user_id
    WHERE m.company_id = company AND u.is_demonstration AND m.user_id <> acting;

  SELECT string_agg(format('%I = NULL', attname), ', ') INTO emptied FROM pg_attribute
    WHERE attrelid = 'public.companies'::regclass AND attnum > 0 AND NOT attisdropped AND NOT attnotnull;
  EXECUTE 'UPDATE companies SET ' || emptied || ', name = $2, legal_name = $2, tax_id = '''', tax_regime = DEFAULT, is_demonstration = false, version = version + 1 WHERE id = $1'
    USING company, new_name;

  -- One statement: references in circles hold at its end, when both sides are gone. The command under way is kept.
  SELECT 'WITH ' || string_agg(format('%I AS (DELETE FROM public.%I WHERE company_id = $1%s)', 'of_' || c.relname, c.relname,
      CASE WHEN c.relname = 'commands' THEN ' AND outcome <> ''pending''' ELSE '' END), ', ') || ' SELECT'
    INTO wipe
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'company_id' AND NOT a.attisdropped
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname NOT IN ('memberships', 'sessions', 'access_tokens', 'invitations');
  EXECUTE wipe USING company;

  DELETE FROM sessions WHERE company_id = company AND user_id = ANY (leaving);
  DELETE FROM access_tokens WHERE company_id = company AND created_by = ANY (leaving);
  DELETE FROM memberships WHERE company_id = company AND user_id = ANY (leaving);
  UPDATE users u SET disabled_at = now() WHERE u.id = ANY (leaving) AND NOT EXISTS (SELECT 1 FROM memberships m WHERE m.user_id = u.id);
  RETURN true;
END $$;--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION works_elsewhere(uuid), derive_password_event(), remove_demonstration(uuid, text) FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION works_elsewhere(uuid), remove_demonstration(uuid, text) TO empreita_app;
