--liquibase formatted sql

--changeset frontless:context-key
-- The key that makes a context: only the owner's functions read it, the application computes with its own copy.
create table context_key (
  only_row boolean primary key default true check (only_row),
  key bytea not null check (octet_length(key) = 32)
);
revoke all on context_key from public;

--changeset frontless:store-context-key splitStatements:false
create function store_context_key(new_key bytea) returns void
language sql
as $$
  insert into context_key (key) values (new_key) on conflict (only_row) do update set key = excluded.key;
$$;

--changeset frontless:store-context-key-grant
revoke all on function store_context_key(bytea) from public;

--changeset frontless:verified-context splitStatements:false
-- A context is '<uuid>:<hex HMAC-SHA-256 of "<setting>|<uuid>">', set for one transaction. Only the application can make one, so injected
-- SQL cannot walk into another workspace by set_config. No context is NULL, which no row equals; a forged one is an error.
create function verified_context(setting text) returns uuid
language plpgsql stable security definer set search_path = frontless, pg_temp
as $$
declare
  context text := nullif(current_setting('frontless.' || setting, true), '');
  id text;
begin
  if context is null then
    return null;
  end if;
  id := split_part(context, ':', 1);
  if split_part(context, ':', 2) is distinct from
     (select encode(public.hmac(convert_to(setting || '|' || id, 'UTF8'), key, 'sha256'), 'hex') from context_key) then
    raise exception 'the % context is forged', setting using errcode = 'insufficient_privilege';
  end if;
  return id::uuid;
end
$$;

--changeset frontless:current-workspace splitStatements:false
-- The one function that policies call, as (select current_workspace()), so that it runs once per statement.
create function current_workspace() returns uuid
language sql stable
as $$ select frontless.verified_context('workspace') $$;

--changeset frontless:current-account splitStatements:false
-- The signed-in person, who may see in which workspaces they are a member before entering one.
create function current_account() returns uuid
language sql stable
as $$ select frontless.verified_context('account') $$;

--changeset frontless:context-grants
revoke all on function verified_context(text), current_workspace(), current_account() from public;
grant execute on function verified_context(text), current_workspace(), current_account() to frontless_app;

--changeset frontless:isolate splitStatements:false
-- What every table with a workspace_id goes through: row-level security, enabled and forced, by one policy.
create procedure isolate(tenant_table regclass)
language plpgsql
as $$
begin
  execute format('alter table %s enable row level security', tenant_table);
  execute format('alter table %s force row level security', tenant_table);
  execute format(
    'create policy workspace_isolation on %s using (workspace_id = (select frontless.current_workspace())) '
    'with check (workspace_id = (select frontless.current_workspace()))', tenant_table);
end
$$;

--changeset frontless:isolate-grant
revoke all on procedure isolate(regclass) from public;
