--liquibase formatted sql

--changeset frontless:role
-- Roles that a workspace has made itself; the four ready-made ones are the same everywhere and stand in no table.
create table role (
  workspace_id uuid not null references workspace,
  role text not null check (role = lower(role)),
  label text not null,
  grants jsonb not null,
  version bigint not null,
  deleted_at timestamptz,
  primary key (workspace_id, role)
);
create unique index role_label on role (workspace_id, lower(label)) where deleted_at is null;
call isolate('role');
grant select on role to frontless_app;
grant insert (workspace_id, role, label, grants, version) on role to frontless_app;
grant update (label, grants, version, deleted_at) on role to frontless_app;

--changeset frontless:member-role
-- The key of one of those roles, or of a ready-made one. The version lets a plan rely on what a member was when it was proposed.
alter table member drop constraint member_role_check;
alter table member add column version bigint not null default 1;
grant update (version) on member to frontless_app;
create index member_role on member (workspace_id, role);

--changeset frontless:own-role
-- A person sees what their own role allows before entering a workspace; never what others may do.
create policy own_role on role for select using (exists (
  select 1 from frontless.member m where m.workspace_id = role.workspace_id and m.role = role.role
    and m.account_id = (select frontless.current_account())));
