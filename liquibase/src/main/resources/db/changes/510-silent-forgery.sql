--liquibase formatted sql

--changeset frontless:forged-context-is-none splitStatements:false
-- A forged context is none. It was an error once, where a policy met it: a condition that PostgreSQL tries before the policy, such as a label's, then told by
-- that error whether a foreign row fulfils it. Whoever sets a context in earnest is told by require_context, whatever rows there are.
create or replace function verified_context(setting text) returns uuid
language plpgsql stable security definer set search_path = frontless, pg_temp
as $$
declare
  context text := nullif(current_setting('frontless.' || setting, true), '');
  subject bytea;
  newest bytea;
  before bytea;
begin
  if context is null then
    return null;
  end if;
  select key, previous into newest, before from context_key;
  subject := convert_to(setting || '|' || split_part(context, ':', 1), 'UTF8');
  if split_part(context, ':', 2) is distinct from encode(public.hmac(subject, newest, 'sha256'), 'hex')
    and split_part(context, ':', 2) is distinct from encode(public.hmac(subject, before, 'sha256'), 'hex') then
    return null;
  end if;
  return split_part(context, ':', 1)::uuid;
end
$$;

--changeset frontless:require-context splitStatements:false
-- That a context which was just set is good.
create function require_context(setting text) returns boolean
language plpgsql
as $$
begin
  if frontless.verified_context(setting) is null then
    raise exception 'the % context is forged', setting using errcode = 'insufficient_privilege';
  end if;
  return true;
end
$$;

--changeset frontless:require-context-grant
revoke all on function require_context(text) from public;
grant execute on function require_context(text) to frontless_app;

--changeset frontless:key-by-its-context splitStatements:false
-- What an API key is, as before. The key is looked for by the id that its context claims; whether the claim is good is for the policy alone to say, so that
-- the MAC is verified once.
create or replace function key_by_context(key_context text) returns text[]
language plpgsql
as $$
declare
  claimed uuid := cast(nullif(split_part(key_context, ':', 1), '') as uuid);
  own frontless.api_key;
  own_grants text;
  role_kept boolean := false;
begin
  perform set_config('frontless.key', key_context, true);
  select k.* into own from frontless.api_key k where k.key_id = claimed and k.revoked_at is null;
  if own.key_id is null then
    return null;
  end if;
  if own.role <> upper(own.role) then
    select cast(r.grants as text) into own_grants from frontless.role r
    where r.workspace_id = own.workspace_id and r.role = own.role and r.deleted_at is null;
    role_kept := found;
  end if;
  return array[
    cast(own.workspace_id as text), own.label, own.role, own_grants, cast(role_kept as text), encode(own.secret_hash, 'hex'),
    cast(cast(extract(epoch from own.expires_at) * 1000000 as bigint) as text), cast(own.made_by as text), own.maker_name];
end
$$;

--changeset frontless:enter-residence-in-earnest splitStatements:false
-- As before; and it refuses a forged context, and none.
create or replace function enter_residence() returns boolean
language plpgsql volatile security definer set search_path = frontless, pg_temp
as $$
declare
  id uuid := frontless.current_workspace();
  found_standing text;
begin
  if id is null then
    raise exception 'the workspace context is forged' using errcode = 'insufficient_privilege';
  end if;
  perform pg_catalog.pg_advisory_xact_lock_shared(pg_catalog.hashtextextended(id::text, 0));
  select coalesce((select r.standing from frontless.residence r where r.workspace = id),
                  (select case when d.name = 'shared' then 'OPEN' else 'CLOSED' end from frontless.this_database d))
    into found_standing;
  if found_standing = 'READ_ONLY' then
    perform pg_catalog.set_config('transaction_read_only', 'on', true);
  elsif found_standing is distinct from 'OPEN' then
    raise exception 'this workspace is not served by this database' using errcode = 'FL001';
  end if;
  return found_standing = 'OPEN';
end
$$;
