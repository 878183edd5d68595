--liquibase formatted sql

--changeset frontless:witness-told
-- Up to which size of a workspace's tree each witness was told; moved by the worker alone.
create table witness_told (
  workspace_id uuid not null references workspace,
  witness text not null,
  size bigint not null,
  told_at timestamptz not null default clock_timestamp(),
  primary key (workspace_id, witness)
);
call isolate('witness_told');
create policy worker_adds on witness_told as restrictive for insert to frontless_app with check ((select frontless.current_worker()) is not null);
create policy worker_moves on witness_told as restrictive for update to frontless_app using ((select frontless.current_worker()) is not null);
grant select on witness_told to frontless_app;
grant insert (workspace_id, witness, size), update (size, told_at) on witness_told to frontless_app;
