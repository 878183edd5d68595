--liquibase formatted sql

--changeset frontless:session-confirmed
-- When the person of a session last proved who they are: by signing in, or once more before they changed what they sign in with.
alter table session add column confirmed_at timestamptz;
grant update (confirmed_at) on session to frontless_app;

--changeset frontless:totp
-- The app that makes one-time codes (RFC 6238). Its secret is in the vault of the account's scope; here is which one it is, and the last time step
-- of which a code was accepted, so that none is accepted twice. Not in use before its first code was shown.
create table totp (
  account_id uuid not null references account,
  secret_id uuid not null,
  made_at timestamptz not null default clock_timestamp(),
  enabled_at timestamptz,
  last_step bigint not null default 0,
  primary key (account_id, secret_id)
);
create unique index totp_enabled on totp (account_id) where enabled_at is not null;
call isolate_account('totp');
grant select, delete on totp to frontless_app;
grant insert (account_id, secret_id), update (enabled_at, last_step) on totp to frontless_app;

--changeset frontless:passkey
-- A public key that a person proves to have the other half of (WebAuthn). Put aside first and added by an operation that names its id.
create table passkey (
  account_id uuid not null references account,
  passkey_id uuid not null,
  credential_id bytea not null check (octet_length(credential_id) between 16 and 1023),
  credential bytea not null,
  label text not null,
  sign_count bigint not null,
  backup_eligible boolean not null,
  backed_up boolean not null,
  transports text not null,
  made_at timestamptz not null default clock_timestamp(),
  added_at timestamptz,
  used_at timestamptz,
  primary key (account_id, passkey_id)
);
-- The ids are the authenticators' and random; one that two accounts show is not what it says (WebAuthn §7.1, step 26).
create unique index passkey_credential on passkey (credential_id) where added_at is not null;
call isolate_account('passkey');
grant select, delete on passkey to frontless_app;
grant insert (account_id, passkey_id, credential_id, credential, label, sign_count, backup_eligible, backed_up, transports) on passkey to frontless_app;
grant update (label, sign_count, backed_up, added_at, used_at) on passkey to frontless_app;

--changeset frontless:recovery-code
-- Codes for whoever has lost the other factors, 120 random bits each, so that a plain hash keeps them (ASVS 6.5.2). Those of a set are in force
-- together, and the set before is gone.
create table recovery_code (
  account_id uuid not null references account,
  code_id uuid not null,
  set_id uuid not null,
  code_hash bytea not null check (octet_length(code_hash) = 32),
  in_force boolean not null default false,
  used_at timestamptz,
  primary key (account_id, code_id)
);
call isolate_account('recovery_code');
grant select, delete on recovery_code to frontless_app;
grant insert (account_id, code_id, set_id, code_hash), update (in_force, used_at) on recovery_code to frontless_app;

--changeset frontless:pending-sign-in
-- Somebody who gave the right password and still has to show the second factor. No session yet: it opens nothing.
create table pending_sign_in (
  account_id uuid not null references account,
  token_hash bytea not null check (octet_length(token_hash) = 32),
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (account_id, token_hash)
);
call isolate_account('pending_sign_in');
grant select, delete on pending_sign_in to frontless_app;
grant insert (account_id, token_hash, expires_at), update (used_at) on pending_sign_in to frontless_app;

--changeset frontless:challenge
-- What an authenticator is to sign, by its hash: once, for some minutes, for whoever asked for it. Asked for also by people who have not signed in.
create unlogged table challenge (
  challenge_hash bytea primary key,
  holder_hash bytea not null,
  expires_at timestamptz not null
);
create index challenge_expiry on challenge (expires_at);
alter table challenge enable row level security;
alter table challenge force row level security;
create policy functions on challenge to frontless_owner using (true) with check (true);

--changeset frontless:add-challenge splitStatements:false
-- Keeps one, and forgets some that nobody used in time.
create function add_challenge(hash bytea, holder bytea, now timestamptz, lifetime_seconds integer) returns boolean
language sql security definer set search_path = frontless, pg_temp
as $$
  delete from frontless.challenge where challenge_hash in
    (select challenge_hash from frontless.challenge where expires_at < now order by expires_at limit 10 for update skip locked);
  insert into frontless.challenge (challenge_hash, holder_hash, expires_at)
    values (hash, holder, now + make_interval(secs => lifetime_seconds)) returning true;
$$;

--changeset frontless:use-challenge splitStatements:false
-- Uses one up, whether it is still good or not; answers whether it was, for this holder.
create function use_challenge(hash bytea, holder bytea, now timestamptz) returns boolean
language sql security definer set search_path = frontless, pg_temp
as $$
  with used as (delete from frontless.challenge where challenge_hash = hash returning holder_hash, expires_at)
  select exists (select from used where holder_hash = holder and expires_at > now)
$$;

--changeset frontless:challenge-grants
revoke all on function add_challenge(bytea, bytea, timestamptz, integer), use_challenge(bytea, bytea, timestamptz) from public;
grant execute on function add_challenge(bytea, bytea, timestamptz, integer), use_challenge(bytea, bytea, timestamptz) to frontless_app;

--changeset frontless:session-idle
-- How many hours a session may be unused, where a workspace that its person has entered asks for fewer than all others.
alter table session add column idle_hours integer;
grant update (idle_hours) on session to frontless_app;

--changeset frontless:session-by-token-idle splitStatements:false
-- As before; a session that is held to fewer hours ends with them.
create or replace function session_by_token(hash bytea) returns table (
  session_id uuid, account_id uuid, email text, name text, used_at timestamptz, expires_at timestamptz, ended boolean,
  second_factor boolean, issued_at timestamptz, confirmed boolean, successor_nonce text, superseded_at timestamptz)
language plpgsql stable security definer set search_path = frontless, pg_temp
as $$
#variable_conflict use_column
begin
  return query
  select s.session_id, s.account_id, a.email, a.name, s.used_at,
         least(s.expires_at, s.used_at + make_interval(hours => s.idle_hours)), s.ended_at is not null,
         s.second_factor_at is not null, t.issued_at, t.confirmed_at is not null, t.successor_nonce, t.superseded_at
  from frontless.session_token t
    join frontless.session s on s.account_id = t.account_id and s.session_id = t.session_id
    join frontless.account a on a.account_id = s.account_id
  where t.token_hash = hash;
end
$$;

--changeset frontless:own-membership-and-policy splitStatements:false
-- What a person is in a workspace, and what it asks of the session in which they come. Whoever enters one that asks for a shorter idle time has their
-- sessions held to it from then on.
drop function own_membership(text, uuid);
create function own_membership(account_context text, asked_workspace uuid) returns table (role text, grants text, second_factor_required boolean)
language plpgsql
as $$
#variable_conflict use_column
declare
  hours integer;
begin
  perform set_config('frontless.account', account_context, true);
  select m.role, cast(r.grants as text), w.require_second_factor, w.session_idle_hours
    into role, grants, second_factor_required, hours
    from frontless.member m
      join frontless.workspace w on w.workspace_id = m.workspace_id
      left join frontless.role r on r.workspace_id = m.workspace_id and r.role = m.role and r.deleted_at is null
    where m.workspace_id = asked_workspace and m.account_id = (select frontless.current_account())
      and m.removed_at is null and not m.suspended;
  if not found then
    return;
  end if;
  if hours is not null then
    update frontless.session set idle_hours = hours
      where account_id = (select frontless.current_account()) and ended_at is null and coalesce(idle_hours, hours + 1) > hours;
  end if;
  return next;
end
$$;

--changeset frontless:own-membership-and-policy-grant
revoke all on function own_membership(text, uuid) from public;
grant execute on function own_membership(text, uuid) to frontless_app;

--changeset frontless:session-in-workspace-without-policy splitStatements:false
-- As before, in one question; but where the workspace asks anything of sessions there is no role, so that it is asked by itself, by own_membership.
create or replace function session_in_workspace(hash bytea, account_context text, asked_workspace uuid) returns text[]
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
    select m.role into own_role from frontless.member m join frontless.workspace w on w.workspace_id = m.workspace_id
    where m.workspace_id = asked_workspace and m.account_id = found_session.account_id and m.removed_at is null and not m.suspended
      and not w.require_second_factor and w.session_idle_hours is null;
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

--changeset frontless:invitation-mails
-- How many mails an invitation was: one that is revoked and opened again sends one more.
alter table invitation add column mails integer not null default 1;
grant update (mails) on invitation to frontless_app;
