--liquibase formatted sql

--changeset frontless:workspace
create table workspace (
  workspace_id uuid primary key,
  label text not null,
  created_at timestamptz not null default clock_timestamp()
);
call isolate('workspace');
grant select, insert on workspace to frontless_app;
grant update (label) on workspace to frontless_app;

--changeset frontless:member
create table member (
  workspace_id uuid not null references workspace,
  account_id uuid not null references account,
  role text not null check (role in ('OWNER', 'ADMIN', 'MEMBER', 'VIEWER')),
  added_at timestamptz not null default clock_timestamp(),
  primary key (workspace_id, account_id)
);
create index member_account on member (account_id);
call isolate('member');
grant select, insert on member to frontless_app;
grant update (role) on member to frontless_app;

--changeset frontless:own-memberships
-- A person sees which workspaces they belong to before entering one; never who else is there.
create policy own_membership on member for select using (account_id = (select frontless.current_account()));
create policy own_workspace on workspace for select
  using (workspace_id in (select m.workspace_id from frontless.member m where m.account_id = (select frontless.current_account())));
