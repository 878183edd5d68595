--liquibase formatted sql

--changeset frontless:installation-key
-- Keys that belong to no workspace, such as the pepper of passwords, each wrapped by the root key inside the HSM. Only functions reach them, and
-- what they store the application has to vouch for: SQL that gets into its connection can neither exchange nor destroy one.
create table installation_key (
  purpose text not null check (purpose ~ '^[a-z][a-z-]{0,30}$'),
  key_version integer not null check (key_version between 1 and 9999),
  wrapped_key bytea,
  created_at timestamptz not null default clock_timestamp(),
  destroyed_at timestamptz,
  primary key (purpose, key_version),
  check ((wrapped_key is null) = (destroyed_at is not null))
);
alter table installation_key enable row level security;
alter table installation_key force row level security;
create policy functions on installation_key to frontless_owner using (true) with check (true);

--changeset frontless:installation-keys splitStatements:false
-- All versions, the newest first. What is wrapped opens nothing without the token.
create function installation_keys(asked_purpose text) returns table (
  key_version integer, wrapped_key bytea, created_at timestamptz, destroyed_at timestamptz)
language sql stable security definer set search_path = frontless, pg_temp
as $$
  select k.key_version, k.wrapped_key, k.created_at, k.destroyed_at from frontless.installation_key k
  where k.purpose = asked_purpose order by k.key_version desc
$$;

--changeset frontless:store-installation-key splitStatements:false
-- Adds a version, once, or wraps a living one anew; answers whether it did.
create function store_installation_key(asked_purpose text, version integer, wrapped bytea, anew boolean, mac text) returns boolean
language plpgsql security definer set search_path = frontless, pg_temp
as $$
begin
  if not frontless.vouched('installation key', asked_purpose || '|' || version || '|' || encode(wrapped, 'hex'), mac) then
    raise exception 'nobody vouches for this key' using errcode = 'insufficient_privilege';
  end if;
  if anew then
    update frontless.installation_key k set wrapped_key = wrapped
    where k.purpose = asked_purpose and k.key_version = version and k.destroyed_at is null;
  else
    insert into frontless.installation_key (purpose, key_version, wrapped_key) values (asked_purpose, version, wrapped)
    on conflict do nothing;
  end if;
  return found;
end
$$;

--changeset frontless:destroy-installation-key splitStatements:false
create function destroy_installation_key(asked_purpose text, version integer, mac text) returns boolean
language plpgsql security definer set search_path = frontless, pg_temp
as $$
begin
  if not frontless.vouched('destroyed installation key', asked_purpose || '|' || version, mac) then
    raise exception 'nobody vouches for this' using errcode = 'insufficient_privilege';
  end if;
  update frontless.installation_key k set wrapped_key = null, destroyed_at = clock_timestamp()
  where k.purpose = asked_purpose and k.key_version = version and k.destroyed_at is null;
  return found;
end
$$;

--changeset frontless:peppers-in-use splitStatements:false
-- By which versions of the pepper passwords are hashed: the number before a hash, none before those of the first.
create function peppers_in_use() returns table (key_version integer, passwords bigint)
language sql stable security definer set search_path = frontless, pg_temp
as $$
  select coalesce(substring(h.password_hash from '^([1-9][0-9]{0,3})\$')::integer, 1), count(*) from (
    select a.password_hash from frontless.account a
    union all select n.password_hash from frontless.new_password n
    union all select l.password_hash from frontless.mailed_link l where l.password_hash is not null and l.used_at is null) h
  group by 1
$$;

--changeset frontless:remake-password-hash splitStatements:false
-- The hash of the same password by a newer pepper. Whoever knows the present hash has seen the password: nobody can read a hash without a proof.
create function remake_password_hash(id uuid, present text, remade text) returns boolean
language sql security definer set search_path = frontless, pg_temp
as $$
  update frontless.account a set password_hash = remade where a.account_id = id and a.password_hash = present returning true
$$;

--changeset frontless:installation-key-grants
revoke all on function installation_keys(text), store_installation_key(text, integer, bytea, boolean, text),
  destroy_installation_key(text, integer, text), peppers_in_use(), remake_password_hash(uuid, text, text) from public;
grant execute on function installation_keys(text), store_installation_key(text, integer, bytea, boolean, text),
  destroy_installation_key(text, integer, text), peppers_in_use(), remake_password_hash(uuid, text, text) to frontless_app;
