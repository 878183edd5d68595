--liquibase formatted sql

--changeset frontless:event
-- The log of every change. Sequence and time are the database's own: the application may not even name those columns.
create table event (
  workspace_id uuid not null references workspace,
  seq bigint generated always as identity,
  event_id uuid not null,
  occurred_at timestamptz not null default clock_timestamp(),
  actor_kind text not null,
  actor_id uuid not null,
  actor_name text not null,
  action text not null,
  entity text,
  record_id uuid,
  before jsonb,
  after jsonb,
  version bigint not null,
  plan_id uuid,
  conversation_id uuid,
  undoes uuid,
  primary key (workspace_id, seq),
  unique (workspace_id, event_id)
);
create index event_record on event (workspace_id, record_id, seq desc) where record_id is not null;
create index event_plan on event (workspace_id, plan_id, seq) where plan_id is not null;
create index event_conversation on event (workspace_id, conversation_id, seq desc) where conversation_id is not null;
create index event_undoes on event (workspace_id, undoes) where undoes is not null;
call isolate('event');
grant select on event to frontless_app;
grant insert (workspace_id, event_id, actor_kind, actor_id, actor_name, action, entity, record_id, before, after, version,
              plan_id, conversation_id, undoes) on event to frontless_app;

--changeset frontless:append-only splitStatements:false
-- Beneath the grants, for every role: what is written stays as it was written.
create function refuse_change() returns trigger
language plpgsql
as $$
begin
  raise exception '% is append-only: % is refused', tg_table_name, tg_op using errcode = 'insufficient_privilege';
end
$$;

--changeset frontless:event-append-only
create trigger append_only before update or delete on event for each row execute function refuse_change();
create trigger append_only_truncate before truncate on event for each statement execute function refuse_change();

--changeset frontless:refused-attempt
-- What was tried and refused. Written in a transaction of its own, so that it outlives the one that was rolled back.
create table refused_attempt (
  workspace_id uuid not null references workspace,
  seq bigint generated always as identity,
  attempted_at timestamptz not null default clock_timestamp(),
  actor_kind text not null,
  actor_id uuid not null,
  action text not null,
  reason text not null,
  message text not null,
  plan_id uuid,
  primary key (workspace_id, seq)
);
call isolate('refused_attempt');
grant select on refused_attempt to frontless_app;
grant insert (workspace_id, actor_kind, actor_id, action, reason, message, plan_id) on refused_attempt to frontless_app;
create trigger append_only before update or delete on refused_attempt for each row execute function refuse_change();
create trigger append_only_truncate before truncate on refused_attempt for each statement execute function refuse_change();

--changeset frontless:outbox
-- Effects that wait for their transaction to commit: a row here is a promise to deliver, kept by a worker.
-- Mail to somebody who has no workspace yet has none either, so this table belongs to the installation.
create table outbox (
  outbox_id bigint generated always as identity primary key,
  kind text not null,
  payload jsonb not null,
  created_at timestamptz not null default clock_timestamp(),
  attempts integer not null default 0,
  next_attempt_at timestamptz not null default clock_timestamp(),
  delivered_at timestamptz
);
create index outbox_due on outbox (next_attempt_at) where delivered_at is null;
grant select on outbox to frontless_app;
grant insert (kind, payload) on outbox to frontless_app;
grant update (attempts, next_attempt_at, delivered_at, payload) on outbox to frontless_app;
