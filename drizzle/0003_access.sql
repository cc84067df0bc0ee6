CREATE TABLE "installations" (
	"is_only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"command_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in_limits" (
	"key" text PRIMARY KEY NOT NULL,
	"attempts" integer NOT NULL,
	"free_at" timestamp with time zone NOT NULL,
	"forgotten_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE installations ADD CONSTRAINT one_installation CHECK (is_only);--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_limits TO empreita_auth;--> statement-breakpoint

-- The first run: a company and its administrator, once per installation. The one row of `installations` is the lock.
CREATE FUNCTION found_installation(command uuid, company uuid, company_name text, company_legal_name text, company_tax_id text, person uuid, person_name text, person_email text, person_password_hash text)
RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  INSERT INTO installations (command_id) VALUES (command) ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN
    RETURN CASE WHEN EXISTS (SELECT 1 FROM installations WHERE command_id = command) THEN 'repeated' ELSE 'refused' END;
  END IF;
  IF EXISTS (SELECT 1 FROM companies) THEN RETURN 'refused'; END IF;
  INSERT INTO companies (id, name, legal_name, tax_id) VALUES (company, company_name, company_legal_name, company_tax_id);
  INSERT INTO users (id, name, email, password_hash) VALUES (person, person_name, person_email, person_password_hash);
  INSERT INTO memberships (company_id, user_id, roles) VALUES (company, person, ARRAY['admin']);
  RETURN 'founded';
END $$;--> statement-breakpoint

-- A person joins the transaction's company: a known e-mail keeps its name and password, whoever adds it; a new one gets both.
CREATE FUNCTION add_member(person uuid, person_name text, person_email text, person_password_hash text, person_roles text[])
RETURNS TABLE (user_id uuid, is_known boolean, has_joined boolean) LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  company uuid := nullif(current_setting('app.company_id', true), '')::uuid;
BEGIN
  INSERT INTO users (id, name, email, password_hash) VALUES (person, person_name, person_email, person_password_hash) ON CONFLICT DO NOTHING;
  is_known := NOT FOUND;
  SELECT u.id INTO user_id FROM users u WHERE lower(u.email) = lower(person_email);
  INSERT INTO memberships AS m (company_id, user_id, roles) VALUES (company, add_member.user_id, person_roles) ON CONFLICT ON CONSTRAINT memberships_pk DO NOTHING;
  has_joined := FOUND;
  RETURN NEXT;
END $$;--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION found_installation(uuid, uuid, text, text, text, uuid, text, text, text), add_member(uuid, text, text, text, text[]) FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION found_installation(uuid, uuid, text, text, text, uuid, text, text, text), add_member(uuid, text, text, text, text[]) TO empreita_app;--> statement-breakpoint

-- INV-15: no session begins, moves to another company or ends without its line of history, in the company where it happens.
CREATE FUNCTION derive_session_event() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  former text := coalesce(current_setting('app.company_id', true), '');
  happened text := CASE
    WHEN TG_OP = 'INSERT' THEN 'session.opened'
    WHEN OLD.revoked_at IS NULL AND NEW.revoked_at IS NOT NULL THEN 'session.revoked'
    WHEN NEW.company_id <> OLD.company_id THEN 'session.companySwitched'
  END;
BEGIN
  IF happened IS NULL THEN RETURN NULL; END IF;
  PERFORM set_config('app.company_id', NEW.company_id::text, true);
  INSERT INTO events (company_id, id, name, entity_kind, entity_id, actor_kind, actor_id)
    VALUES (NEW.company_id, uuid_v7(), happened, 'session', NEW.id, 'user', NEW.user_id);
  PERFORM set_config('app.company_id', former, true);
  RETURN NULL;
END $$;--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION derive_session_event() FROM PUBLIC;--> statement-breakpoint
CREATE TRIGGER derive_event AFTER INSERT OR UPDATE OF company_id, revoked_at ON sessions FOR EACH ROW EXECUTE FUNCTION derive_session_event();
