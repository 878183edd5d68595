--liquibase formatted sql

--changeset frontless:session-in-workspace splitStatements:false
-- Whose session a token belongs to and, where a workspace is asked for along, what they are in it: every request asks both. The account's context is
-- the application's guess of who it will be; if it was wrong, or the person is no member, there is no role. One column of texts, since a statement that
-- is parsed each time (ADR 22) costs what it is long. With the rights of whoever calls it, so row-level security decides as everywhere.
create function session_in_workspace(hash bytea, account_context text, asked_workspace uuid) returns text[]
language plpgsql
as $$
declare
  found_session record;
  own_role text;
  own_grants text;
begin
  select * into found_session from frontless.session_by_token(hash);
  if not found then
    return null;
  end if;
  if account_context is not null then
    perform set_config('frontless.account', account_context, true);
    select m.role into own_role from frontless.member m
    where m.workspace_id = asked_workspace and m.account_id = found_session.account_id and m.removed_at is null and not m.suspended;
    -- Ready-made roles are in capitals, and are not in the table.
    if own_role <> upper(own_role) then
      select cast(r.grants as text) into own_grants from frontless.role r
      where r.workspace_id = asked_workspace and r.role = own_role and r.deleted_at is null;
    end if;
  end if;
  return array[
    cast(found_session.session_id as text), cast(found_session.account_id as text), found_session.email, found_session.name,
    cast(cast(extract(epoch from found_session.used_at) * 1000000 as bigint) as text),
    cast(cast(extract(epoch from found_session.expires_at) * 1000000 as bigint) as text),
    cast(found_session.ended as text), cast(found_session.second_factor as text),
    cast(cast(extract(epoch from found_session.issued_at) * 1000000 as bigint) as text),
    cast(found_session.confirmed as text), found_session.successor_nonce,
    cast(cast(extract(epoch from found_session.superseded_at) * 1000000 as bigint) as text),
    own_role, own_grants];
end
$$;

--changeset frontless:key-by-context splitStatements:false
-- What an API key is, in the same form.
create function key_by_context(key_context text) returns text[]
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
    cast(cast(extract(epoch from own.expires_at) * 1000000 as bigint) as text)];
end
$$;

--changeset frontless:request-grants
revoke all on function session_in_workspace(bytea, text, uuid), key_by_context(text) from public;
grant execute on function session_in_workspace(bytea, text, uuid), key_by_context(text) to frontless_app;
