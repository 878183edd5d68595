--liquibase formatted sql

--changeset frontless:key-destroyed
-- Of a destroyed key nothing is left but that there was one: what it sealed never opens again.
alter table workspace_key alter column wrapped_key drop not null;
alter table workspace_key add column destroyed_at timestamptz;
alter table workspace_key add constraint workspace_key_destroyed check ((wrapped_key is null) = (destroyed_at is not null));
grant update (wrapped_key, destroyed_at) on workspace_key to frontless_app;

--changeset frontless:secret-replaced
-- A refresh token is followed by another, and a new key seals a secret anew; what it is for and where it is never change.
grant update (key_version, ciphertext) on secret to frontless_app;
create index secret_key on secret (workspace_id, key_version);

--changeset frontless:secret-use
-- Who opened which secret, the latest first.
create index event_secret_use on event (workspace_id, seq desc) where action = 'secret.use';
