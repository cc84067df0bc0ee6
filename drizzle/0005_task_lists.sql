-- The task centre walks open tasks by day, those without a day last; the tab of today's conclusions walks the newest ones.
DROP INDEX tasks_open_by_due;--> statement-breakpoint
CREATE INDEX tasks_open_by_day ON tasks (company_id, (coalesce(due_on, '9999-12-31'::date)), id) WHERE status NOT IN ('concluded', 'cancelled');--> statement-breakpoint
CREATE INDEX tasks_concluded_by_time ON tasks (company_id, concluded_at) WHERE status = 'concluded';--> statement-breakpoint
CREATE INDEX tasks_by_reworked ON tasks (company_id, rework_of_task_id) WHERE rework_of_task_id IS NOT NULL;--> statement-breakpoint
-- Who may read a file is asked of the tasks that show it.
CREATE INDEX task_photos_by_file ON task_photos (company_id, file_id);--> statement-breakpoint
CREATE INDEX task_evidence_by_signature ON task_evidence (company_id, signature_file_id) WHERE signature_file_id IS NOT NULL;
