--liquibase formatted sql

--changeset frontless:workspace-key
-- A workspace's key, wrapped by the root key inside the HSM: without the token these bytes open nothing.
create table workspace_key (
  workspace_id uuid not null references workspace,
  key_version integer not null,
  wrapped_key bytea not null,
  created_at timestamptz not null default clock_timestamp(),
  primary key (workspace_id, key_version)
);
call isolate('workspace_key');
grant select, insert on workspace_key to frontless_app;

--changeset frontless:secret
create table secret (
  workspace_id uuid not null,
  secret_id uuid not null,
  purpose text not null,
  key_version integer not null,
  ciphertext bytea not null,
  created_at timestamptz not null default clock_timestamp(),
  primary key (workspace_id, secret_id),
  foreign key (workspace_id, key_version) references workspace_key
);
call isolate('secret');
grant select, insert, delete on secret to frontless_app;
