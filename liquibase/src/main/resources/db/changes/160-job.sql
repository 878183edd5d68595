--liquibase formatted sql

--changeset frontless:job
-- Long work, so that people see how far it is and can stop it. It is written in transactions of its own, beside the one that does the work.
create table job (
  workspace_id uuid not null references workspace,
  job_id uuid not null,
  account_id uuid not null references account,
  server_id uuid not null,
  kind text not null,
  plan_id uuid,
  state text not null default 'RUNNING' check (state in ('RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
  rows_done bigint not null default 0,
  rows_total bigint not null,
  cancel_wanted boolean not null default false,
  reason text,
  message text,
  started_at timestamptz not null default clock_timestamp(),
  ended_at timestamptz,
  primary key (workspace_id, job_id)
);
create index job_started on job (workspace_id, started_at);
call isolate('job');
grant select, delete on job to frontless_app;
grant insert (workspace_id, job_id, account_id, server_id, kind, plan_id, rows_total) on job to frontless_app;
grant update (plan_id, state, rows_done, cancel_wanted, reason, message, ended_at) on job to frontless_app;
