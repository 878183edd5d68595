--liquibase formatted sql

--changeset frontless:previous-context-key
-- After a rotation nodes take the new key one after the other, each at its start; contexts by the one before are good until that is destroyed.
alter table context_key add column previous bytea check (octet_length(previous) = 32);

--changeset frontless:store-next-context-key splitStatements:false
create or replace function store_context_key(new_key bytea) returns void
language sql
as $$
  insert into context_key (key) values (new_key) on conflict (only_row) do update set
    previous = case when context_key.key = excluded.key then context_key.previous else context_key.key end,
    key = excluded.key;
$$;

--changeset frontless:verified-context-by-either splitStatements:false
create or replace function verified_context(setting text) returns uuid
language plpgsql stable security definer set search_path = frontless, pg_temp
as $$
declare
  context text := nullif(current_setting('frontless.' || setting, true), '');
  id text;
  mac text;
begin
  if context is null then
    return null;
  end if;
  id := split_part(context, ':', 1);
  mac := split_part(context, ':', 2);
  if mac is distinct from (select encode(public.hmac(convert_to(setting || '|' || id, 'UTF8'), key, 'sha256'), 'hex') from context_key) then
    if mac is distinct from (select encode(public.hmac(convert_to(setting || '|' || id, 'UTF8'), previous, 'sha256'), 'hex') from context_key) then
      raise exception 'the % context is forged', setting using errcode = 'insufficient_privilege';
    end if;
  end if;
  return id::uuid;
end
$$;

--changeset frontless:vouched-by-either splitStatements:false
create or replace function vouched(purpose text, subject text, mac text) returns boolean
language sql stable security definer set search_path = frontless, pg_temp
as $$
  select coalesce(
    mac = (select encode(public.hmac(convert_to(purpose || '|' || subject, 'UTF8'), key, 'sha256'), 'hex') from frontless.context_key)
    or mac = (select encode(public.hmac(convert_to(purpose || '|' || subject, 'UTF8'), previous, 'sha256'), 'hex') from frontless.context_key),
    false)
$$;

--changeset frontless:destroy-previous-context-key splitStatements:false
-- What vouches for it is made by the newest key, so a node that still has the one before cannot take it away from itself.
create function destroy_previous_context_key(mac text) returns boolean
language plpgsql security definer set search_path = frontless, pg_temp
as $$
begin
  if mac is distinct from (
    select encode(public.hmac(convert_to('previous context key|destroyed', 'UTF8'), key, 'sha256'), 'hex') from frontless.context_key) then
    raise exception 'nobody vouches for this by the newest key' using errcode = 'insufficient_privilege';
  end if;
  update frontless.context_key set previous = null;
  return true;
end
$$;

--changeset frontless:destroy-previous-context-key-grant
revoke all on function destroy_previous_context_key(text) from public;
grant execute on function destroy_previous_context_key(text) to frontless_app;
