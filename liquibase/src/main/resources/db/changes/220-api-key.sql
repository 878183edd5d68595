--liquibase formatted sql

--changeset frontless:current-key splitStatements:false
-- The API key that asks for a token or works with one: it sees its own row before it is let into the workspace, as a person their membership.
create function current_key() returns uuid
language sql stable
as $$ select frontless.verified_context('key') $$;

--changeset frontless:current-key-grant
revoke all on function current_key() from public;
grant execute on function current_key() to frontless_app;

--changeset frontless:api-key
-- Of the secret only the hash is kept: 256 random bits need neither salt nor slowness. The hint is what lists show, to tell keys apart.
create table api_key (
  workspace_id uuid not null references workspace,
  key_id uuid not null,
  label text not null,
  role text not null,
  hint text not null,
  secret_hash bytea not null check (octet_length(secret_hash) = 32),
  rows_per_day bigint check (rows_per_day > 0),
  version bigint not null default 1,
  created_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz,
  primary key (workspace_id, key_id)
);
-- Not unique: a workspace cannot find out by a conflict which ids another one has.
create index api_key_id on api_key (key_id);
call isolate('api_key');
grant select on api_key to frontless_app;
grant insert (workspace_id, key_id, label, role, hint, secret_hash, rows_per_day, expires_at) on api_key to frontless_app;
grant update (version, used_at, revoked_at) on api_key to frontless_app;

--changeset frontless:own-key
-- A key sees its own row, and what its role allows; never what else is there.
create policy own_key on api_key for select using (key_id = (select frontless.current_key()));
create policy role_of_own_key on role for select using (exists (
  select 1 from frontless.api_key k where k.workspace_id = role.workspace_id and k.role = role.role
    and k.key_id = (select frontless.current_key())));

--changeset frontless:own-key-function splitStatements:false
-- What a key is, as it may see itself: context and reading in one round trip, since every request asks. With the rights of whoever calls it.
create function own_key(key_context text) returns table (
  workspace_id uuid, label text, role text, grants text, role_kept boolean, secret_hash text, expires_at timestamptz)
language plpgsql
as $$
begin
  perform set_config('frontless.key', key_context, true);
  return query
    select k.workspace_id, k.label, k.role, cast(r.grants as text), r.role is not null, encode(k.secret_hash, 'hex'), k.expires_at
    from frontless.api_key k
      left join frontless.role r on r.workspace_id = k.workspace_id and r.role = k.role and r.deleted_at is null
    where k.key_id = (select frontless.current_key()) and k.revoked_at is null;
end
$$;

--changeset frontless:own-key-function-grant
revoke all on function own_key(text) from public;
grant execute on function own_key(text) to frontless_app;
