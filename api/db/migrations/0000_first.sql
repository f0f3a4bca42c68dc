CREATE TABLE "comment_contacts" (
	"comment_id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"organization_key" text NOT NULL,
	"mail_domain" text,
	"mailbox" text NOT NULL,
	"code_hash" text,
	"opening_hash" text,
	"open_until" timestamp with time zone,
	CONSTRAINT "comment_contacts_codeHash_unique" UNIQUE("code_hash"),
	CONSTRAINT "comment_contacts_openingHash_unique" UNIQUE("opening_hash")
);
--> statement-breakpoint
CREATE TABLE "comments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"text" text NOT NULL,
	"version" text NOT NULL,
	"section" text NOT NULL,
	"section_title" text NOT NULL,
	"type" text NOT NULL,
	"comment" text NOT NULL,
	"rationale" text NOT NULL,
	"suggestion" text,
	"shown_as" text,
	"state" text NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"number" integer,
	"disposition" text,
	"reason" text,
	"adjudicated_by" text,
	"adjudicated_at" timestamp with time zone,
	"earlier" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"published_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "comments_type" CHECK (type in ('general', 'editorial', 'technical')),
	CONSTRAINT "comments_state" CHECK (state in ('unconfirmed', 'received', 'adjudicated', 'published')),
	CONSTRAINT "comments_disposition" CHECK (disposition in ('accepted', 'partly', 'declined', 'noted')),
	CONSTRAINT "comments_adjudicated" CHECK (num_nonnulls(number, disposition, reason, adjudicated_by, adjudicated_at) = case when state in ('adjudicated', 'published') then 5 else 0 end),
	CONSTRAINT "comments_withdrawn" CHECK (withdrawn_at is null or (number is not null and concat(comment, rationale, suggestion, shown_as, reason) = ''))
);
--> statement-breakpoint
CREATE TABLE "lab_runs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"submission_id" uuid NOT NULL,
	"stay" integer NOT NULL,
	"procedure" text NOT NULL,
	"procedure_version" text NOT NULL,
	"procedure_text" jsonb NOT NULL,
	"revision" integer NOT NULL,
	"instructions_hash" text NOT NULL,
	"assigned_at" timestamp with time zone NOT NULL,
	"verdict" text,
	"product_version" text,
	"environment" text,
	"results" jsonb,
	"summary" text,
	"files" jsonb,
	"ran_on" date,
	"person_id" text,
	"recorded_at" timestamp with time zone,
	"statement_due" timestamp with time zone,
	"statement" text,
	"statement_at" timestamp with time zone,
	"published_at" timestamp with time zone,
	CONSTRAINT "lab_runs_verdict" CHECK (verdict in ('verified', 'partly', 'failed', 'not_tested')),
	CONSTRAINT "lab_runs_tried" CHECK (num_nonnulls(verdict, product_version, environment, results, summary, files, ran_on, person_id, recorded_at) in (0, 9)),
	CONSTRAINT "lab_runs_statement" CHECK ((statement is null) = (statement_at is null))
);
--> statement-breakpoint
CREATE TABLE "codes" (
	"hash" text PRIMARY KEY NOT NULL,
	"submission_id" uuid NOT NULL,
	"mailed" boolean NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "letters" (
	"id" uuid PRIMARY KEY NOT NULL,
	"submission_id" uuid,
	"comment_id" uuid,
	"kind" text NOT NULL,
	"addressee" text NOT NULL,
	"person_id" text,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"matter" text NOT NULL,
	"state" text DEFAULT 'queued' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"problem" text,
	"created_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	CONSTRAINT "letters_kind" CHECK (kind in ('confirm_address', 'receipt', 'review_started', 'changes_requested', 'received_again', 'lab_dates', 'lab_results', 'text_to_approve', 'thanks', 'dispute_acknowledged', 'returned', 'published', 'publishing_stopped', 'build_failed', 'correction_opened', 'declined', 'reopened', 'withdrawn', 'lapsed', 'reminder', 'resumed', 'retired', 'fresh_link', 'invitation', 'password_link', 'work_waiting', 'independent_editor_needed', 'confirm_comment', 'comment_adjudicated', 'comment_link', 'remark')),
	CONSTRAINT "letters_person" CHECK ((addressee = 'person') = (person_id is not null))
);
--> statement-breakpoint
CREATE TABLE "openings" (
	"hash" text PRIMARY KEY NOT NULL,
	"submission_id" uuid NOT NULL,
	"mailed" boolean NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "accounts" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"user_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "passkeys" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text,
	"public_key" text NOT NULL,
	"user_id" text NOT NULL,
	"credential_id" text NOT NULL,
	"counter" integer NOT NULL,
	"device_type" text NOT NULL,
	"backed_up" boolean NOT NULL,
	"transports" text,
	"created_at" timestamp with time zone,
	"aaguid" text
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"roles" text[] NOT NULL,
	"two_factor_enabled" boolean DEFAULT false,
	"left_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "people_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"token" text NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"user_id" text NOT NULL,
	"proven_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sessions_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "ties" (
	"person_id" text NOT NULL,
	"tie" text NOT NULL,
	"organization" text NOT NULL,
	"organization_key" text NOT NULL,
	"domain" text,
	CONSTRAINT "ties_person_id_organization_key_pk" PRIMARY KEY("person_id","organization_key"),
	CONSTRAINT "ties_tie" CHECK (tie in ('employer', 'competitor', 'customer', 'investor', 'self'))
);
--> statement-breakpoint
CREATE TABLE "two_factors" (
	"id" text PRIMARY KEY NOT NULL,
	"secret" text NOT NULL,
	"backup_codes" text NOT NULL,
	"user_id" text NOT NULL,
	"verified" boolean DEFAULT true,
	"failed_verification_count" integer DEFAULT 0,
	"locked_until" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "verifications" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "assignments" (
	"submission_id" uuid NOT NULL,
	"person_id" text NOT NULL,
	"assigned_at" timestamp with time zone NOT NULL,
	CONSTRAINT "assignments_submission_id_person_id_pk" PRIMARY KEY("submission_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "attestations" (
	"submission_id" uuid NOT NULL,
	"person_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "attestations_submission_id_person_id_pk" PRIMARY KEY("submission_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "change_requests" (
	"submission_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"request" text NOT NULL,
	"asked_on" integer NOT NULL,
	"answer" text,
	"answered_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "change_requests_submission_id_number_pk" PRIMARY KEY("submission_id","number")
);
--> statement-breakpoint
CREATE TABLE "conflicts" (
	"submission_id" uuid NOT NULL,
	"person_id" text NOT NULL,
	"declared_at" timestamp with time zone NOT NULL,
	CONSTRAINT "conflicts_submission_id_person_id_pk" PRIMARY KEY("submission_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "declines" (
	"submission_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"code" text NOT NULL,
	"message" text NOT NULL,
	"repair" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "declines_submission_id_round_pk" PRIMARY KEY("submission_id","round"),
	CONSTRAINT "declines_code" CHECK (code in ('duplicate', 'out_of_scope', 'not_verifiable', 'insufficient_detail', 'promotional', 'identifies_third_party', 'unsafe_to_publish'))
);
--> statement-breakpoint
CREATE TABLE "event_keys" (
	"submission_id" uuid PRIMARY KEY NOT NULL,
	"key" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "events" (
	"submission_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"type" text NOT NULL,
	"actor" text NOT NULL,
	"month" text NOT NULL,
	"mac" text NOT NULL,
	"hash" text NOT NULL,
	"person_id" text,
	"payload" jsonb,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "events_submission_id_seq_pk" PRIMARY KEY("submission_id","seq"),
	CONSTRAINT "events_actor" CHECK (actor in ('submitter', 'reviewer', 'editor', 'lab', 'admin', 'system'))
);
--> statement-breakpoint
CREATE TABLE "kept_words" (
	"submission_id" uuid NOT NULL,
	"hash" text NOT NULL,
	"kind" text NOT NULL,
	"reason" text NOT NULL,
	"person_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "kept_words_submission_id_hash_pk" PRIMARY KEY("submission_id","hash"),
	CONSTRAINT "kept_words_kind" CHECK (kind in ('own_organization', 'own_domain', 'contact_name', 'email', 'telephone', 'ip_address', 'mac_address', 'host_name', 'unc_path', 'user_name', 'ticket_number', 'asset_number', 'guid', 'serial_number', 'exact_date', 'money', 'head_count'))
);
--> statement-breakpoint
CREATE TABLE "pending_decisions" (
	"submission_id" uuid PRIMARY KEY NOT NULL,
	"revision" integer NOT NULL,
	"action" text NOT NULL,
	"input" jsonb NOT NULL,
	"person_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "pending_decisions_action" CHECK (action in ('triage', 'approve', 'decline', 'return', 'request_changes', 'send_to_lab', 'finish_lab', 'correct', 'retire'))
);
--> statement-breakpoint
CREATE TABLE "recommendations" (
	"submission_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"person_id" text NOT NULL,
	"verdict" text NOT NULL,
	"note" text NOT NULL,
	"rubric" jsonb,
	"rubric_version" text,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "recommendations_submission_id_revision_person_id_pk" PRIMARY KEY("submission_id","revision","person_id"),
	CONSTRAINT "recommendations_verdict" CHECK (verdict in ('publish', 'change', 'decline', 'abstain'))
);
--> statement-breakpoint
CREATE TABLE "recordings" (
	"submission_id" uuid PRIMARY KEY NOT NULL,
	"way" text NOT NULL,
	"received_on" date NOT NULL,
	"consent" text NOT NULL,
	"person_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "recordings_way" CHECK (way in ('email', 'interview'))
);
--> statement-breakpoint
CREATE TABLE "remarks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"submission_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"person_id" text NOT NULL,
	"writer" text NOT NULL,
	"audience" text NOT NULL,
	"text" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "remarks_writer" CHECK (writer in ('editor', 'reviewer', 'lab')),
	CONSTRAINT "remarks_audience" CHECK (audience in ('reviewers', 'submitter'))
);
--> statement-breakpoint
CREATE TABLE "blocks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"address" text NOT NULL,
	"reason" text NOT NULL,
	"blocked_by" text NOT NULL,
	"blocked_at" timestamp with time zone NOT NULL,
	"lifted_reason" text,
	"lifted_by" text,
	"lifted_at" timestamp with time zone,
	CONSTRAINT "blocks_lifted" CHECK ((lifted_at is null) = (lifted_by is null) and (lifted_at is null) = (lifted_reason is null))
);
--> statement-breakpoint
CREATE UNLOGGED TABLE "limits" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer NOT NULL,
	"expire" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "publishings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	"build" text,
	"problem" text
);
--> statement-breakpoint
CREATE TABLE "waits" (
	"state" text PRIMARY KEY NOT NULL,
	"submissions" integer NOT NULL,
	"median" double precision NOT NULL,
	"ninetieth" double precision NOT NULL,
	"measured_at" timestamp with time zone NOT NULL,
	CONSTRAINT "waits_state" CHECK (state in ('draft', 'unconfirmed', 'received', 'in_review', 'changes_requested', 'in_lab', 'sign_off', 'accepted', 'publishing', 'published', 'declined', 'withdrawn', 'lapsed'))
);
--> statement-breakpoint
CREATE TABLE "contacts" (
	"submission_id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"organization" text NOT NULL,
	"organization_key" text NOT NULL,
	"mail_domain" text,
	"mailbox" text NOT NULL,
	"vendor_key" text,
	"lab_name" text,
	"lab_email" text,
	"erased_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "drafts" (
	"submission_id" uuid PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"values" jsonb NOT NULL,
	"saved_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "evidence" (
	"id" uuid PRIMARY KEY NOT NULL,
	"submission_id" uuid NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"bytes" integer NOT NULL,
	"sha256" text NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"added_by" text NOT NULL,
	CONSTRAINT "evidence_type" CHECK (type in ('application/pdf', 'image/png', 'image/jpeg', 'image/webp', 'text/csv', 'text/plain', 'text/markdown')),
	CONSTRAINT "evidence_added_by" CHECK (added_by in ('submitter', 'desk')),
	CONSTRAINT "evidence_bytes" CHECK (bytes between 1 and 10485760),
	CONSTRAINT "evidence_sha256" CHECK (sha256 ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
CREATE TABLE "revisions" (
	"submission_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"round" integer NOT NULL,
	"content" jsonb NOT NULL,
	"words" "tsvector" GENERATED ALWAYS AS (to_tsvector('simple', regexp_replace(coalesce(content->>'title', '') || ' ' || coalesce(content->>'happened', '') || ' ' || coalesce(content->>'vendor', '') || ' ' || coalesce(content->>'product', ''), '[[:punct:]]+', ' ', 'g'))) STORED,
	"author_id" text,
	"copied" boolean DEFAULT false NOT NULL,
	"note" text,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "revisions_submission_id_number_pk" PRIMARY KEY("submission_id","number")
);
--> statement-breakpoint
CREATE TABLE "submissions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"reference" text NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"state_since" timestamp with time zone NOT NULL,
	"at_desk_since" timestamp with time zone,
	"lapsed_from" text,
	"lab_from" text,
	"revision" integer DEFAULT 1 NOT NULL,
	"round" integer DEFAULT 1 NOT NULL,
	"live" text DEFAULT 'none' NOT NULL,
	"live_version" integer,
	"slug" text,
	"content_hash" text,
	"changes" text,
	"receipt" jsonb,
	"consent_version" text,
	"licence" text,
	"reminders" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "submissions_reference_unique" UNIQUE("reference"),
	CONSTRAINT "submissions_slug_unique" UNIQUE("slug"),
	CONSTRAINT "submissions_kind" CHECK (kind in ('lesson', 'offering')),
	CONSTRAINT "submissions_state" CHECK (state in ('draft', 'unconfirmed', 'received', 'in_review', 'changes_requested', 'in_lab', 'sign_off', 'accepted', 'publishing', 'published', 'declined', 'withdrawn', 'lapsed')),
	CONSTRAINT "submissions_live" CHECK (live in ('none', 'live', 'retired')),
	CONSTRAINT "submissions_live_version" CHECK ((live = 'none') = (live_version is null)),
	CONSTRAINT "submissions_sent" CHECK ((receipt is not null and consent_version is not null and licence is not null) or state in ('draft', 'lapsed', 'withdrawn'))
);
--> statement-breakpoint
CREATE TABLE "versions" (
	"submission_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"revision" integer NOT NULL,
	"slug" text NOT NULL,
	"published" jsonb NOT NULL,
	"published_at" timestamp with time zone,
	"stopped_at" timestamp with time zone,
	"retired_at" timestamp with time zone,
	"retired_reason" text,
	CONSTRAINT "versions_submission_id_version_pk" PRIMARY KEY("submission_id","version")
);
--> statement-breakpoint
ALTER TABLE "comment_contacts" ADD CONSTRAINT "comment_contacts_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_adjudicated_by_people_id_fk" FOREIGN KEY ("adjudicated_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lab_runs" ADD CONSTRAINT "lab_runs_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lab_runs" ADD CONSTRAINT "lab_runs_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "codes" ADD CONSTRAINT "codes_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "openings" ADD CONSTRAINT "openings_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_user_id_people_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passkeys" ADD CONSTRAINT "passkeys_user_id_people_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_people_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ties" ADD CONSTRAINT "ties_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "two_factors" ADD CONSTRAINT "two_factors_user_id_people_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attestations" ADD CONSTRAINT "attestations_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attestations" ADD CONSTRAINT "attestations_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "change_requests" ADD CONSTRAINT "change_requests_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflicts" ADD CONSTRAINT "conflicts_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflicts" ADD CONSTRAINT "conflicts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "declines" ADD CONSTRAINT "declines_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_keys" ADD CONSTRAINT "event_keys_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kept_words" ADD CONSTRAINT "kept_words_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kept_words" ADD CONSTRAINT "kept_words_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pending_decisions" ADD CONSTRAINT "pending_decisions_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pending_decisions" ADD CONSTRAINT "pending_decisions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recommendations" ADD CONSTRAINT "recommendations_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recommendations" ADD CONSTRAINT "recommendations_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recordings" ADD CONSTRAINT "recordings_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recordings" ADD CONSTRAINT "recordings_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remarks" ADD CONSTRAINT "remarks_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remarks" ADD CONSTRAINT "remarks_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "blocks" ADD CONSTRAINT "blocks_blocked_by_people_id_fk" FOREIGN KEY ("blocked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "blocks" ADD CONSTRAINT "blocks_lifted_by_people_id_fk" FOREIGN KEY ("lifted_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "versions" ADD CONSTRAINT "versions_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "comments_state_created_at_index" ON "comments" USING btree ("state","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "comments_text_version_number_index" ON "comments" USING btree ("text","version","number");--> statement-breakpoint
CREATE UNIQUE INDEX "lab_runs_submission_id_stay_procedure_index" ON "lab_runs" USING btree ("submission_id","stay","procedure");--> statement-breakpoint
CREATE INDEX "lab_runs_published_at_statement_due_index" ON "lab_runs" USING btree ("published_at","statement_due");--> statement-breakpoint
CREATE INDEX "codes_submission_id_index" ON "codes" USING btree ("submission_id");--> statement-breakpoint
CREATE INDEX "letters_submission_id_index" ON "letters" USING btree ("submission_id");--> statement-breakpoint
CREATE INDEX "letters_state_index" ON "letters" USING btree ("state");--> statement-breakpoint
CREATE INDEX "openings_submission_id_index" ON "openings" USING btree ("submission_id");--> statement-breakpoint
CREATE INDEX "accounts_user_id_index" ON "accounts" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_provider_id_account_id_index" ON "accounts" USING btree ("provider_id","account_id");--> statement-breakpoint
CREATE INDEX "passkeys_user_id_index" ON "passkeys" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "passkeys_credential_id_index" ON "passkeys" USING btree ("credential_id");--> statement-breakpoint
CREATE INDEX "sessions_user_id_index" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "ties_domain_index" ON "ties" USING btree ("domain");--> statement-breakpoint
CREATE INDEX "two_factors_user_id_index" ON "two_factors" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "two_factors_secret_index" ON "two_factors" USING btree ("secret");--> statement-breakpoint
CREATE INDEX "verifications_identifier_index" ON "verifications" USING btree ("identifier");--> statement-breakpoint
CREATE INDEX "assignments_person_id_index" ON "assignments" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "conflicts_person_id_index" ON "conflicts" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "remarks_submission_id_at_index" ON "remarks" USING btree ("submission_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "blocks_in_force" ON "blocks" USING btree ("address") WHERE lifted_at is null;--> statement-breakpoint
CREATE INDEX "contacts_organization_key_index" ON "contacts" USING btree ("organization_key");--> statement-breakpoint
CREATE INDEX "contacts_vendor_key_index" ON "contacts" USING btree ("vendor_key");--> statement-breakpoint
CREATE INDEX "contacts_mail_domain_index" ON "contacts" USING btree ("mail_domain");--> statement-breakpoint
CREATE INDEX "contacts_domain_backwards" ON "contacts" USING btree ((reverse("mail_domain") collate "C"));--> statement-breakpoint
CREATE INDEX "contacts_mailbox_index" ON "contacts" USING btree ("mailbox");--> statement-breakpoint
CREATE UNIQUE INDEX "evidence_submission_id_sha256_index" ON "evidence" USING btree ("submission_id","sha256");--> statement-breakpoint
CREATE UNIQUE INDEX "evidence_submission_id_name_index" ON "evidence" USING btree ("submission_id","name");--> statement-breakpoint
CREATE INDEX "revisions_words_index" ON "revisions" USING gin ("words");--> statement-breakpoint
CREATE INDEX "submissions_desk_state" ON "submissions" USING btree ("state","state_since","id") WHERE at_desk_since is not null;--> statement-breakpoint
CREATE INDEX "submissions_desk" ON "submissions" USING btree ("state_since","id") WHERE at_desk_since is not null;--> statement-breakpoint
CREATE INDEX "submissions_waiting" ON "submissions" USING btree ("state_since","id") WHERE at_desk_since is not null and state in ('received', 'in_review', 'changes_requested', 'in_lab', 'sign_off', 'accepted', 'publishing');--> statement-breakpoint
CREATE INDEX "submissions_state_state_since_index" ON "submissions" USING btree ("state","state_since");--> statement-breakpoint
CREATE UNIQUE INDEX "versions_slug_version_index" ON "versions" USING btree ("slug","version");