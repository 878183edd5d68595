--liquibase formatted sql

-- PostgreSQL tries a condition of the statement before a policy wherever the condition is leakproof and thought to be cheaper, as "label = any('{x}')" is. A context
-- that is verified when the first row reaches the policy then tells by whether it was verified at all, in EXPLAIN ANALYZE and by the locks held, if a foreign
-- row fulfils such a condition; and asked often enough, what is in it. So a context is verified before any condition is tried, whatever rows there are, and the
-- application's role has one policy for each table; whoever is in no workspace yet is served by functions.

--changeset frontless:isolate-by-a-context-known-before splitStatements:false
-- The comparison of two rows becomes two conditions on the columns of one subquery. The first is that column alone: it costs nothing and stands before all that the
-- statement brings, so the subquery runs with the first row of the table, and what it found is what the second compares with.
create or replace procedure isolate(tenant_table regclass)
language plpgsql
as $$
begin
  execute format('alter table %s enable row level security', tenant_table);
  execute format('alter table %s force row level security', tenant_table);
  execute format(
    'create policy workspace_isolation on %s using ((true, workspace_id) = (select true, frontless.current_workspace())) '
    'with check (workspace_id = (select frontless.current_workspace()))', tenant_table);
end
$$;

--changeset frontless:isolated-by-a-context-known-before splitStatements:false
do $$
declare
  tenant_table regclass;
begin
  for tenant_table in
    select p.polrelid from pg_catalog.pg_policy p join pg_catalog.pg_class c on c.oid = p.polrelid
    where p.polname = 'workspace_isolation' and c.relnamespace = 'frontless'::regnamespace
  loop
    execute format('alter policy workspace_isolation on %s using ((true, workspace_id) = (select true, frontless.current_workspace()))', tenant_table);
  end loop;
end
$$;

--changeset frontless:isolate-account-by-a-context-known-before splitStatements:false
-- The account for which the application has vouched; the scope in which an operation runs is one as well.
create function current_person() returns uuid
language sql stable
as $$ select coalesce(frontless.verified_context('account'), frontless.verified_context('workspace')) $$;

create or replace procedure isolate_account(account_table regclass)
language plpgsql
as $$
begin
  execute format('alter table %s enable row level security', account_table);
  execute format('alter table %s force row level security', account_table);
  execute format(
    'create policy account_isolation on %s to frontless_app using ((true, account_id) = (select true, frontless.current_person())) '
    'with check (account_id = (select frontless.current_person()))', account_table);
  execute format('create policy functions on %s to frontless_owner using (true) with check (true)', account_table);
end
$$;

do $$
declare
  account_table regclass;
begin
  for account_table in
    select p.polrelid from pg_catalog.pg_policy p join pg_catalog.pg_class c on c.oid = p.polrelid
    where p.polname = 'account_isolation' and c.relnamespace = 'frontless'::regnamespace
  loop
    execute format('alter policy account_isolation on %s using ((true, account_id) = (select true, frontless.current_person())) '
      'with check (account_id = (select frontless.current_person()))', account_table);
  end loop;
end
$$;

--changeset frontless:current-person-grant
revoke all on function current_person() from public;
grant execute on function current_person() to frontless_app;

--changeset frontless:policies-of-functions
-- What was let through by a context other than the table's own is for functions alone. They run as the owner, under these policies.
alter policy own_membership on member to frontless_owner
  using (cast(account_id as text) = (select cast(frontless.current_account() as text)) and removed_at is null and not suspended);
alter policy own_workspace on workspace to frontless_owner;
alter policy worker on workspace to frontless_owner;
alter policy own_role on role to frontless_owner;
alter policy role_of_own_key on role to frontless_owner;
alter policy own_key on api_key to frontless_owner using (cast(key_id as text) = (select cast(frontless.current_key() as text)));
alter policy own_invitation on invitation to frontless_owner
  using (encode(token_hash, 'hex') = (select nullif(current_setting('frontless.invitation', true), '')));
alter policy worker on export_sink to frontless_owner;
alter policy worker on sink_progress to frontless_owner;
alter policy rewrapping_reads on workspace_key to frontless_owner;
alter policy rewrapping on workspace_key to frontless_owner;
drop policy colleagues on account;

--changeset frontless:indexes-of-functions
-- An index that does not begin with what its policy compares could be asked alone, and would tell how many rows of others it holds between two values. These are over
-- expressions that are not leakproof, which only the owner's policies and functions may ask.
drop index member_account;
create index member_account on member (cast(account_id as text));
drop index api_key_id;
create index api_key_id on api_key (cast(key_id as text));
drop index invitation_token;
create index invitation_token on invitation (encode(token_hash, 'hex'));
drop index workspace_key_root;
create index workspace_key_root on workspace_key (cast(root_version as text)) where wrapped_key is not null;
drop index session_expiry;
create index session_expiry on session ((expires_at at time zone 'UTC'));
alter table account drop constraint account_email_key;
create unique index account_address on account (lower(email));
drop index passkey_credential;
create unique index passkey_credential on passkey (encode(credential_id, 'hex')) where added_at is not null;
-- The application only adds these; their primary key is the token's hash.
revoke select, delete on session_token from frontless_app;

--changeset frontless:account-by-address-over-its-index splitStatements:false
create or replace function account_by_address(address text, mac text) returns table (account_id uuid, email text, name text, password_hash text)
language plpgsql stable security definer set search_path = frontless, pg_temp
as $$
begin
  if not frontless.vouched('address', address, mac) then
    raise exception 'nobody vouches for this address' using errcode = 'insufficient_privilege';
  end if;
  return query select a.account_id, a.email, a.name, a.password_hash from frontless.account a where lower(a.email) = address;
end
$$;

--changeset frontless:forget-expired-over-its-index splitStatements:false
-- As before.
create or replace function forget_expired() returns bigint
language plpgsql security definer set search_path = frontless, pg_temp
as $$
declare
  most constant integer := 1000;
  gone record;
  removed bigint := 0;
  more bigint;
begin
  for gone in
    select account_id, session_id from frontless.session
    where (expires_at at time zone 'UTC') < (clock_timestamp() - interval '30 days') at time zone 'UTC'
    order by expires_at at time zone 'UTC' limit most for update skip locked
  loop
    delete from frontless.session_token t where t.account_id = gone.account_id and t.session_id = gone.session_id;
    delete from frontless.session s where s.account_id = gone.account_id and s.session_id = gone.session_id;
    removed := removed + 1;
  end loop;
  delete from frontless.mailed_link where link_id in (
    select link_id from frontless.mailed_link where expires_at < clock_timestamp() - interval '30 days' limit most);
  get diagnostics more = row_count;
  removed := removed + more;
  delete from frontless.permit where bucket in (
    select bucket from frontless.permit where period_began < clock_timestamp() - interval '2 days' limit most);
  get diagnostics more = row_count;
  return removed + more;
end
$$;

--changeset frontless:functions-of-those-outside
-- As before, but with their owner's rights.
alter function own_membership(text, uuid) security definer set search_path = frontless, pg_temp;
alter function session_in_workspace(bytea, text, uuid) security definer set search_path = frontless, pg_temp;
alter function key_by_context(text) security definer set search_path = frontless, pg_temp;

--changeset frontless:own-memberships splitStatements:false
-- The workspaces of the person whose context this is, without those that they have left or are suspended in.
create function own_memberships() returns table (workspace_id uuid, label text, role text)
language sql stable security definer set search_path = frontless, pg_temp
as $$
  select m.workspace_id, w.label, m.role from frontless.member m join frontless.workspace w on w.workspace_id = m.workspace_id
  where m.account_id = (select frontless.current_account()) and m.removed_at is null and not m.suspended
  order by m.workspace_id
$$;

--changeset frontless:people splitStatements:false
-- Those of the accounts that this transaction may know: the person's own, and the members of the workspace. In plpgsql, which plans once for each connection: every
-- request asks.
create function people(asked uuid[]) returns table (account_id uuid, email text, name text)
language plpgsql stable security definer set search_path = frontless, pg_temp
as $$
#variable_conflict use_column
declare
  own uuid := frontless.current_account();
  entered uuid := frontless.current_workspace();
begin
  return query
    select a.account_id, a.email, a.name from frontless.account a
    where a.account_id = any (asked) and (a.account_id = own or a.account_id = entered
      or exists (select from frontless.member m where m.workspace_id = entered and m.account_id = a.account_id));
end
$$;

--changeset frontless:invitation-by-token splitStatements:false
-- What a token invites to, in whatever workspace: to know its hash is the right. The hash is in hexadecimal.
create function invitation_by_token(hash text) returns setof invitation
language plpgsql security definer set search_path = frontless, pg_temp
as $$
begin
  perform pg_catalog.set_config('frontless.invitation', hash, true);
  return query select i.* from frontless.invitation i where encode(i.token_hash, 'hex') = hash;
  perform pg_catalog.set_config('frontless.invitation', '', true);
end
$$;

--changeset frontless:what-the-worker-sees splitStatements:false
-- What concerns all workspaces of this database, for the worker's context; without it there is nothing.
create function all_workspaces() returns table (workspace_id uuid, keep_days integer)
language sql stable security definer set search_path = frontless, pg_temp
as $$
  select w.workspace_id, w.keep_days from frontless.workspace w where (select frontless.current_worker()) is not null order by w.workspace_id
$$;

create function due_sinks(most integer) returns table (workspace_id uuid, sink_id uuid)
language sql stable security definer set search_path = frontless, pg_temp
as $$
  select s.workspace_id, s.sink_id from frontless.export_sink s
    left join frontless.sink_progress p on p.workspace_id = s.workspace_id and p.sink_id = s.sink_id
  where (select frontless.current_worker()) is not null
    and s.deleted_at is null and not s.paused and coalesce(p.next_at, '-infinity') <= clock_timestamp()
  order by p.next_at nulls first limit most
$$;

create function keys_wrapped_by_others(root integer, after_workspace uuid, after_version integer, most integer)
returns table (workspace_id uuid, key_version integer, wrapped_key bytea)
language sql security definer set search_path = frontless, pg_temp
as $$
  select k.workspace_id, k.key_version, k.wrapped_key from frontless.workspace_key k
  where (select frontless.current_worker()) is not null and k.wrapped_key is not null and k.root_version <> root
    and (k.workspace_id, k.key_version) > (after_workspace, after_version)
  order by k.workspace_id, k.key_version limit most for update skip locked
$$;

create function keys_wrapped_by(root integer) returns bigint
language sql stable security definer set search_path = frontless, pg_temp
as $$
  select count(*) from frontless.workspace_key k
  where (select frontless.current_worker()) is not null and k.wrapped_key is not null and cast(k.root_version as text) = cast(root as text)
$$;

create function rewrap_key(of_workspace uuid, version integer, wrapped bytea) returns boolean
language plpgsql security definer set search_path = frontless, pg_temp
as $$
begin
  update frontless.workspace_key k set wrapped_key = wrapped
  where (select frontless.current_worker()) is not null and k.workspace_id = of_workspace and k.key_version = version and k.destroyed_at is null;
  return found;
end
$$;

--changeset frontless:functions-of-those-outside-grants
revoke all on function own_memberships(), people(uuid[]), invitation_by_token(text), all_workspaces(), due_sinks(integer),
  keys_wrapped_by_others(integer, uuid, integer, integer), keys_wrapped_by(integer), rewrap_key(uuid, integer, bytea) from public;
grant execute on function own_memberships(), people(uuid[]), invitation_by_token(text), all_workspaces(), due_sinks(integer),
  keys_wrapped_by_others(integer, uuid, integer, integer), keys_wrapped_by(integer), rewrap_key(uuid, integer, bytea) to frontless_app;
