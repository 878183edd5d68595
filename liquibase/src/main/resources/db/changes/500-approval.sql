--liquibase formatted sql

--changeset frontless:approval
-- Who was asked to approve a plan that cannot be taken back, and what they said. It is bound to the hash of what they saw. Whether it was used is known of the
-- plan: one is executed once.
create table approval (
  workspace_id uuid not null,
  plan_id uuid not null,
  hash text not null,
  requested_by uuid not null,
  requested_at timestamptz not null default clock_timestamp(),
  status text not null default 'PENDING' check (status in ('PENDING', 'APPROVED', 'REFUSED', 'WITHDRAWN')),
  decided_by uuid,
  decided_at timestamptz,
  reason text,
  version bigint not null default 1,
  primary key (workspace_id, plan_id),
  foreign key (workspace_id, plan_id) references plan,
  constraint approval_by_another check (decided_by <> requested_by),
  constraint approval_decided check ((status in ('APPROVED', 'REFUSED')) = (decided_by is not null))
);
create index approval_latest on approval (workspace_id, requested_at desc);
call isolate('approval');
grant select on approval to frontless_app;
grant insert (workspace_id, plan_id, hash, requested_by) on approval to frontless_app;
grant update (requested_at, status, decided_by, decided_at, reason, version) on approval to frontless_app;

--changeset frontless:plan-kept
-- A plan waits for its approval longer than for its own person.
grant update (expires_at) on plan to frontless_app;
