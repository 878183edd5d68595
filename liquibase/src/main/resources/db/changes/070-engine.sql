--liquibase formatted sql

--changeset frontless:conversation
create table conversation (
  workspace_id uuid not null references workspace,
  conversation_id uuid not null,
  account_id uuid not null references account,
  started_at timestamptz not null default clock_timestamp(),
  primary key (workspace_id, conversation_id)
);
create index conversation_account on conversation (workspace_id, account_id, conversation_id desc);
call isolate('conversation');
grant select, insert on conversation to frontless_app;

--changeset frontless:plan
-- What was proposed, what its preview showed, and what became of it.
create table plan (
  workspace_id uuid not null references workspace,
  plan_id uuid not null,
  conversation_id uuid,
  account_id uuid not null references account,
  summary text not null,
  steps jsonb not null,
  preview jsonb not null,
  hash text not null,
  status text not null check (status in ('PROPOSED', 'EXECUTED', 'DISCARDED')),
  idempotency_key text,
  body_hash text,
  created_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null,
  primary key (workspace_id, plan_id),
  foreign key (workspace_id, conversation_id) references conversation
);
create unique index plan_idempotency on plan (workspace_id, account_id, idempotency_key) where idempotency_key is not null;
call isolate('plan');
grant select, insert on plan to frontless_app;
grant update (status) on plan to frontless_app;
