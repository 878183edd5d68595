--liquibase formatted sql

--changeset frontless:connection-provider
-- A provider of another service, as an OAuth client of it knows it. Its client secret is in the vault. Scopes are separated by blanks; a level without any is not
-- offered. Never deleted: what was removed can be declared again.
create table connection_provider (
  workspace_id uuid not null references workspace,
  provider_id uuid not null,
  label text not null,
  issuer text not null,
  client_id text not null,
  secret_id uuid not null,
  read_scopes text not null,
  organise_scopes text not null,
  send_scopes text not null,
  version bigint not null default 1,
  removed_at timestamptz,
  primary key (workspace_id, provider_id)
);
call isolate('connection_provider');
grant select on connection_provider to frontless_app;
grant insert (workspace_id, provider_id, label, issuer, client_id, secret_id, read_scopes, organise_scopes, send_scopes) on connection_provider to frontless_app;
grant update (label, issuer, client_id, secret_id, read_scopes, organise_scopes, send_scopes, version, removed_at) on connection_provider to frontless_app;

--changeset frontless:connection
-- Another service that is connected at a level. Without a secret it has to be authorized anew. Never deleted.
create table connection (
  workspace_id uuid not null,
  connection_id uuid not null,
  provider_id uuid not null,
  level smallint not null check (level between 1 and 3),
  label text not null,
  secret_id uuid,
  version bigint not null default 1,
  disconnected_at timestamptz,
  primary key (workspace_id, connection_id),
  foreign key (workspace_id, provider_id) references connection_provider
);
create unique index connection_secret on connection (workspace_id, secret_id);
create index connection_of_provider on connection (workspace_id, provider_id);
call isolate('connection');
grant select on connection to frontless_app;
grant insert (workspace_id, connection_id, provider_id, level, label, secret_id) on connection to frontless_app;
grant update (secret_id, version, disconnected_at) on connection to frontless_app;

--changeset frontless:connection-grant
-- What a provider has granted, from the moment on in which its tokens came, whether a connection uses it yet or not. The tokens are in the vault, under the
-- same id from then on: a renewal replaces them there.
create table connection_grant (
  workspace_id uuid not null,
  secret_id uuid not null,
  provider_id uuid not null,
  level smallint not null check (level between 1 and 3),
  renew_at timestamptz not null,
  expires_at timestamptz not null,
  retry_at timestamptz,
  refused boolean not null default false,
  renewals bigint not null default 0,
  primary key (workspace_id, secret_id),
  foreign key (workspace_id, provider_id) references connection_provider
);
create index connection_grant_of_provider on connection_grant (workspace_id, provider_id);
call isolate('connection_grant');
grant select, delete on connection_grant to frontless_app;
grant insert (workspace_id, secret_id, provider_id, level, renew_at, expires_at) on connection_grant to frontless_app;
grant update (renew_at, expires_at, retry_at, refused, renewals) on connection_grant to frontless_app;

--changeset frontless:connection-authorization
-- A browser on its way to a provider and back: who has sent it, in which session, and what the answer must fit to. Used once.
create unlogged table connection_authorization (
  workspace_id uuid not null,
  state_hash bytea not null check (octet_length(state_hash) = 32),
  provider_id uuid not null,
  level smallint not null,
  connection_id uuid,
  label text not null,
  account_id uuid not null,
  session_id uuid not null,
  verifier text not null,
  expires_at timestamptz not null,
  primary key (workspace_id, state_hash)
);
call isolate('connection_authorization');
grant select, insert, delete on connection_authorization to frontless_app;

--changeset frontless:hold-renewal splitStatements:false
-- Keeps the renewal of a grant to one transaction, on whatever node: waits for another one as long as for any lock, and answers whether it was worth it.
create function hold_renewal(secret uuid) returns boolean
language plpgsql volatile security definer set search_path = frontless, pg_temp
as $$
begin
  perform pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended(frontless.current_workspace()::text || secret::text, 400));
  return true;
exception when lock_not_available then
  return false;
end
$$;

--changeset frontless:hold-renewal-grant
revoke all on function hold_renewal(uuid) from public;
grant execute on function hold_renewal(uuid) to frontless_app;
