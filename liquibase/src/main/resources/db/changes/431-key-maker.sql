--liquibase formatted sql

--changeset frontless:key-maker
-- Whoever made an API key is who it acts for. Keys from before tell nobody.
alter table api_key add column made_by uuid;
alter table api_key add column maker_name text;
alter table api_key add constraint api_key_maker check ((made_by is null) = (maker_name is null));
grant insert (made_by, maker_name) on api_key to frontless_app;

--changeset frontless:key-by-context-maker splitStatements:false
-- What an API key is, as before, and who made it.
create or replace function key_by_context(key_context text) returns text[]
language plpgsql
as $$
declare
  own frontless.api_key;
  own_grants text;
  role_kept boolean := false;
begin
  perform set_config('frontless.key', key_context, true);
  select k.* into own from frontless.api_key k where k.key_id = (select frontless.current_key()) and k.revoked_at is null;
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
