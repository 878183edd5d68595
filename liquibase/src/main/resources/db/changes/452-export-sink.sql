--liquibase formatted sql

--changeset frontless:export-sink
-- To where a workspace's log is exported as it grows. Never deleted: what was deleted can be brought back.
create table export_sink (
  workspace_id uuid not null references workspace,
  sink_id uuid not null,
  label text not null,
  kind text not null check (kind in ('FILE', 'WEBHOOK', 'SYSLOG')),
  target text not null,
  format text not null,
  version bigint not null default 1,
  deleted_at timestamptz,
  primary key (workspace_id, sink_id)
);
call isolate('export_sink');
create policy worker on export_sink for select using ((select frontless.current_worker()) is not null);
grant select on export_sink to frontless_app;
grant insert (workspace_id, sink_id, label, kind, target, format), update (label, kind, target, format, version, deleted_at) on export_sink
  to frontless_app;

--changeset frontless:sink-progress
-- How far each sink has come: up to which position of the tree it was told everything. Moved by the worker alone, so that nothing can be skipped; claimed by
-- whoever tells it until the time at which another may.
create table sink_progress (
  workspace_id uuid not null,
  sink_id uuid not null,
  position bigint not null default 0,
  told_at timestamptz,
  failures integer not null default 0,
  problem text,
  next_at timestamptz not null default clock_timestamp(),
  primary key (workspace_id, sink_id),
  foreign key (workspace_id, sink_id) references export_sink
);
call isolate('sink_progress');
create policy worker on sink_progress for select using ((select frontless.current_worker()) is not null);
create policy worker_adds on sink_progress as restrictive for insert to frontless_app with check ((select frontless.current_worker()) is not null);
create policy worker_moves on sink_progress as restrictive for update to frontless_app using ((select frontless.current_worker()) is not null);
grant select on sink_progress to frontless_app;
grant insert (workspace_id, sink_id), update (position, told_at, failures, problem, next_at) on sink_progress to frontless_app;
