--liquibase formatted sql

--changeset frontless:member-standing
-- A membership is never deleted: whoever left or was removed leaves a tombstone, from which they can be brought back as they were.
alter table member add column suspended boolean not null default false;
alter table member add column removed_at timestamptz;
grant update (suspended, removed_at) on member to frontless_app;

--changeset frontless:own-standing-membership
-- Who is suspended or gone sees as much of the workspace as somebody who never was in it.
alter policy own_membership on member
  using (account_id = (select frontless.current_account()) and removed_at is null and not suspended);
alter policy own_workspace on workspace using (workspace_id in (
  select m.workspace_id from frontless.member m
  where m.account_id = (select frontless.current_account()) and m.removed_at is null and not m.suspended));
alter policy own_role on role using (exists (
  select 1 from frontless.member m where m.workspace_id = role.workspace_id and m.role = role.role
    and m.account_id = (select frontless.current_account()) and m.removed_at is null and not m.suspended));

--changeset frontless:own-membership-function-standing splitStatements:false
-- The same once more in the query, since policies add up: in a transaction that has entered the workspace another one would show the row.
create or replace function own_membership(account_context text, asked_workspace uuid) returns table (role text, grants text)
language plpgsql
as $$
begin
  perform set_config('frontless.account', account_context, true);
  return query
    select m.role, cast(r.grants as text) from frontless.member m
      left join frontless.role r on r.workspace_id = m.workspace_id and r.role = m.role and r.deleted_at is null
    where m.workspace_id = asked_workspace and m.account_id = (select frontless.current_account())
      and m.removed_at is null and not m.suspended;
end
$$;

--changeset frontless:invitation
-- Of the mailed link's token only the hash is here, and nothing of it in the events.
create table invitation (
  workspace_id uuid not null references workspace,
  invitation_id uuid not null,
  email text not null check (email = lower(email)),
  role text not null,
  invited_by uuid not null,
  token_hash bytea not null check (octet_length(token_hash) = 32),
  expires_at timestamptz not null,
  version bigint not null default 1,
  revoked_at timestamptz,
  used_at timestamptz,
  primary key (workspace_id, invitation_id)
);
-- One open invitation for an address, also where two people invite it at the same time.
create unique index invitation_email on invitation (workspace_id, email) where revoked_at is null and used_at is null;
create index invitation_token on invitation (token_hash);
call isolate('invitation');
grant select on invitation to frontless_app;
grant insert (workspace_id, invitation_id, email, role, invited_by, token_hash, expires_at) on invitation to frontless_app;
grant update (role, invited_by, token_hash, expires_at, version, revoked_at, used_at) on invitation to frontless_app;

--changeset frontless:own-invitation
-- Whoever brings a token may see what it invites to before they are in the workspace. The setting needs no MAC: to know the hash is the right.
create policy own_invitation on invitation for select
  using (token_hash = (select decode(nullif(current_setting('frontless.invitation', true), ''), 'hex')));

--changeset frontless:sign-in-policy
-- How a session must be to enter the workspace; one policy, so it stands in the workspace's own row.
alter table workspace add column require_second_factor boolean not null default false;
alter table workspace add column session_idle_hours integer check (session_idle_hours between 1 and 24);
alter table workspace add column policy_version bigint not null default 1;
grant update (require_second_factor, session_idle_hours, policy_version) on workspace to frontless_app;
