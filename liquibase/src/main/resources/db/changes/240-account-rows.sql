--liquibase formatted sql

--changeset frontless:workspace-kind
-- Every account has a scope of its own, in which its operations run and leave their events: a workspace whose id is the account's, that nobody
-- is a member of and nobody enters but its person.
alter table workspace add column kind text not null default 'BUSINESS' check (kind in ('BUSINESS', 'PERSON'));
grant insert (kind) on workspace to frontless_app;

--changeset frontless:isolate-account splitStatements:false
-- What every table with rows of accounts goes through. The application sees the rows of the account that it has vouched for, as the signed-in
-- person or as the scope in which an operation runs. Whoever has not signed in yet is served by functions, each of which wants a proof.
create procedure isolate_account(account_table regclass)
language plpgsql
as $$
begin
  execute format('alter table %s enable row level security', account_table);
  execute format('alter table %s force row level security', account_table);
  execute format(
    'create policy account_isolation on %s to frontless_app '
    'using (account_id = (select frontless.current_account()) or account_id = (select frontless.current_workspace())) '
    'with check (account_id = (select frontless.current_account()) or account_id = (select frontless.current_workspace()))', account_table);
  execute format('create policy functions on %s to frontless_owner using (true) with check (true)', account_table);
end
$$;

--changeset frontless:isolate-account-grant
revoke all on procedure isolate_account(regclass) from public;

--changeset frontless:vouched splitStatements:false
-- Whether the application vouches for a text, by the same kind of MAC as for a context.
create function vouched(purpose text, subject text, mac text) returns boolean
language sql stable security definer set search_path = frontless, pg_temp
as $$
  select mac is not distinct from
    (select encode(public.hmac(convert_to(purpose || '|' || subject, 'UTF8'), key, 'sha256'), 'hex') from frontless.context_key)
$$;

--changeset frontless:vouched-grant
revoke all on function vouched(text, text, text) from public;

--changeset frontless:account-isolated
call isolate_account('account');
-- The people of a workspace see each other's names and addresses.
create policy colleagues on account for select to frontless_app
  using (account_id in (select m.account_id from frontless.member m where m.workspace_id = (select frontless.current_workspace())));
-- Whoever writes a workspace's event may name its actor; passwords are for functions alone.
revoke select, update (name, password_hash) on account from frontless_app;
grant select (account_id, email, name, created_at) on account to frontless_app;
grant update (email, name, password_hash) on account to frontless_app;

--changeset frontless:account-by-address splitStatements:false
-- Who signs in, registers or has forgotten a password: by an address for which the application vouches.
create function account_by_address(address text, mac text) returns table (account_id uuid, email text, name text, password_hash text)
language plpgsql stable security definer set search_path = frontless, pg_temp
as $$
begin
  if not frontless.vouched('address', address, mac) then
    raise exception 'nobody vouches for this address' using errcode = 'insufficient_privilege';
  end if;
  return query select a.account_id, a.email, a.name, a.password_hash from frontless.account a where a.email = address;
end
$$;

--changeset frontless:account-by-address-grant
revoke all on function account_by_address(text, text) from public;
grant execute on function account_by_address(text, text) to frontless_app;

--changeset frontless:new-password
-- A password's hash, put aside under an id, so that the operation that sets it names the id and no secret.
create table new_password (
  account_id uuid not null references account,
  password_id uuid not null,
  password_hash text not null,
  made_at timestamptz not null default clock_timestamp(),
  primary key (account_id, password_id)
);
call isolate_account('new_password');
grant select, delete on new_password to frontless_app;
grant insert (account_id, password_id, password_hash) on new_password to frontless_app;

--changeset frontless:mailed-link
-- What a mailed link stands for, by the hash of its token: a registration, a new address, a forgotten password. Its content is only for
-- functions; the application adds one and forgets it.
drop table registration;
create table mailed_link (
  link_id uuid primary key,
  token_hash bytea not null unique,
  purpose text not null check (purpose in ('REGISTRATION', 'ADDRESS', 'PASSWORD')),
  account_id uuid,
  email text not null check (email = lower(email)),
  name text,
  password_hash text,
  expires_at timestamptz not null,
  used_at timestamptz
);
alter table mailed_link enable row level security;
alter table mailed_link force row level security;
create policy functions on mailed_link to frontless_owner using (true) with check (true);
create policy additions on mailed_link for insert to frontless_app with check (true);
grant insert (link_id, token_hash, purpose, account_id, email, name, password_hash, expires_at) on mailed_link to frontless_app;

--changeset frontless:link-by-token splitStatements:false
-- An open link, by its token's hash: whoever knows it has the mail.
create function link_by_token(hash bytea, asked_purpose text, now timestamptz)
  returns table (link_id uuid, account_id uuid, email text, name text)
language sql stable security definer set search_path = frontless, pg_temp
as $$
  select l.link_id, l.account_id, l.email, l.name from frontless.mailed_link l
  where l.token_hash = hash and l.purpose = asked_purpose and l.used_at is null and l.expires_at > now
$$;

--changeset frontless:use-link splitStatements:false
-- Uses a link up, once, whoever asks first; answers the password's hash that waited with it. Its id is told only to whoever has shown the token.
create function use_link(id uuid, asked_purpose text, now timestamptz) returns table (password_hash text)
language sql security definer set search_path = frontless, pg_temp
as $$
  update frontless.mailed_link l set used_at = now
  where l.link_id = id and l.purpose = asked_purpose and l.used_at is null and l.expires_at > now
  returning l.password_hash
$$;

--changeset frontless:link-grants
revoke all on function link_by_token(bytea, text, timestamptz), use_link(uuid, text, timestamptz) from public;
grant execute on function link_by_token(bytea, text, timestamptz), use_link(uuid, text, timestamptz) to frontless_app;

--changeset frontless:session-family
-- A session is a family of tokens that follow each other; only the hashes of tokens are kept.
drop table session;
create table session (
  account_id uuid not null references account,
  session_id uuid not null,
  device text not null,
  opened_at timestamptz not null default clock_timestamp(),
  used_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  end_reason text,
  second_factor_at timestamptz,
  primary key (account_id, session_id)
);
create index session_open on session (account_id, opened_at) where ended_at is null;
call isolate_account('session');
grant select on session to frontless_app;
grant insert (account_id, session_id, device, used_at, expires_at) on session to frontless_app;
grant update (ended_at, end_reason, second_factor_at) on session to frontless_app;

create table session_token (
  token_hash bytea primary key,
  account_id uuid not null,
  session_id uuid not null,
  issued_at timestamptz not null,
  successor_nonce text,
  successor_hash bytea,
  confirmed_at timestamptz,
  superseded_at timestamptz,
  foreign key (account_id, session_id) references session
);
create index session_token_successor on session_token (successor_hash) where successor_hash is not null;
create index session_token_session on session_token (account_id, session_id);
call isolate_account('session_token');
grant select, delete on session_token to frontless_app;
grant insert (token_hash, account_id, session_id, issued_at, confirmed_at) on session_token to frontless_app;

--changeset frontless:session-by-token splitStatements:false
-- Whose session a token belongs to, asked by every request, so its plan is kept; whoever knows the hash has the token.
create function session_by_token(hash bytea) returns table (
  session_id uuid, account_id uuid, email text, name text, used_at timestamptz, expires_at timestamptz, ended boolean,
  second_factor boolean, issued_at timestamptz, confirmed boolean, successor_nonce text, superseded_at timestamptz)
language plpgsql stable security definer set search_path = frontless, pg_temp
as $$
#variable_conflict use_column
begin
  return query
  select s.session_id, s.account_id, a.email, a.name, s.used_at, s.expires_at, s.ended_at is not null,
         s.second_factor_at is not null, t.issued_at, t.confirmed_at is not null, t.successor_nonce, t.superseded_at
  from frontless.session_token t
    join frontless.session s on s.account_id = t.account_id and s.session_id = t.session_id
    join frontless.account a on a.account_id = s.account_id
  where t.token_hash = hash;
end
$$;

--changeset frontless:note-session-use splitStatements:false
create function note_session_use(hash bytea, now timestamptz) returns boolean
language sql security definer set search_path = frontless, pg_temp
as $$
  update frontless.session s set used_at = now from frontless.session_token t
  where t.token_hash = hash and s.account_id = t.account_id and s.session_id = t.session_id and s.ended_at is null
  returning true
$$;

--changeset frontless:confirm-token splitStatements:false
-- The first use of a token: its predecessor is out of use from now on.
create function confirm_token(hash bytea, now timestamptz) returns boolean
language sql security definer set search_path = frontless, pg_temp
as $$
  update frontless.session_token p set superseded_at = now where p.successor_hash = hash and p.superseded_at is null;
  update frontless.session_token t set confirmed_at = now where t.token_hash = hash and t.confirmed_at is null returning true
$$;

--changeset frontless:offer-successor splitStatements:false
-- Gives a token a successor, once; requests that come at the same moment get the nonce of the first, and so the same successor.
create function offer_successor(hash bytea, nonce text, next_hash bytea, now timestamptz) returns text
language plpgsql security definer set search_path = frontless, pg_temp
as $$
declare
  present frontless.session_token;
begin
  select * into present from frontless.session_token t where t.token_hash = hash for update;
  if present.successor_nonce is not null or present.token_hash is null then
    return present.successor_nonce;
  end if;
  update frontless.session_token t set successor_nonce = nonce, successor_hash = next_hash where t.token_hash = hash;
  insert into frontless.session_token (token_hash, account_id, session_id, issued_at)
    values (next_hash, present.account_id, present.session_id, now);
  return nonce;
end
$$;

--changeset frontless:session-function-grants
revoke all on function session_by_token(bytea), note_session_use(bytea, timestamptz), confirm_token(bytea, timestamptz),
  offer_successor(bytea, text, bytea, timestamptz) from public;
grant execute on function session_by_token(bytea), note_session_use(bytea, timestamptz), confirm_token(bytea, timestamptz),
  offer_successor(bytea, text, bytea, timestamptz) to frontless_app;

--changeset frontless:device
-- A browser that has signed in before. Guesses from elsewhere do not use up what it is allowed.
create table device (
  account_id uuid not null references account,
  device_hash bytea not null,
  used_at timestamptz not null,
  primary key (account_id, device_hash)
);
call isolate_account('device');
grant select, delete on device to frontless_app;
grant insert (account_id, device_hash, used_at), update (used_at) on device to frontless_app;

--changeset frontless:permit
-- What was taken of what is allowed in a period, by the hash of who and what; shared by all nodes. Only the function reaches it.
create unlogged table permit (
  bucket bytea primary key,
  period_began timestamptz not null,
  taken integer not null
);
alter table permit enable row level security;
alter table permit force row level security;
create policy functions on permit to frontless_owner using (true) with check (true);

--changeset frontless:take-permit splitStatements:false
-- Takes one of the permits of a period and answers 0, or else how many seconds are left until there are new ones. The row's lock makes requests
-- that come together take one after the other.
create function take_permit(asked_bucket bytea, most integer, period_seconds integer, now timestamptz) returns integer
language sql security definer set search_path = frontless, pg_temp
as $$
  with tried as (
    insert into frontless.permit as p (bucket, period_began, taken) values (asked_bucket, now, 1)
    on conflict (bucket) do update set
      period_began = case when p.period_began + make_interval(secs => period_seconds) <= now then now else p.period_began end,
      taken = case when p.period_began + make_interval(secs => period_seconds) <= now then 1 else least(p.taken, most) + 1 end
    returning p.period_began, p.taken)
  select case when taken <= most then 0
    else greatest(1, ceil(extract(epoch from period_began + make_interval(secs => period_seconds) - now)))::integer end from tried
$$;

--changeset frontless:give-back splitStatements:false
-- Forgets what was taken: for what turned out to be right.
create function forget_permits(asked_bucket bytea) returns boolean
language sql security definer set search_path = frontless, pg_temp
as $$ delete from frontless.permit where bucket = asked_bucket returning true $$;

--changeset frontless:permit-grants
revoke all on function take_permit(bytea, integer, integer, timestamptz), forget_permits(bytea) from public;
grant execute on function take_permit(bytea, integer, integer, timestamptz), forget_permits(bytea) to frontless_app;

--changeset frontless:scopes-of-accounts
-- The accounts that were there before get their scopes; no policy lets anybody write in all of them at once.
alter table workspace no force row level security;
insert into workspace (workspace_id, label, kind) select account_id, name, 'PERSON' from account on conflict do nothing;
alter table workspace force row level security;
