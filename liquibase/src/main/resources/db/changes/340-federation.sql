--liquibase formatted sql

--changeset frontless:identity-provider
-- The OpenID provider that a workspace's people sign in at. Its client secret is in the vault. Domains are those of the addresses that it may speak
-- for, separated by blanks. Never deleted: what has been disconnected can be connected again.
create table identity_provider (
  workspace_id uuid not null references workspace,
  provider_id uuid not null,
  label text not null,
  issuer text not null,
  client_id text not null,
  secret_id uuid not null,
  domains text not null,
  role text not null,
  admits boolean not null,
  exclusive boolean not null,
  max_age_minutes integer check (max_age_minutes > 0),
  version bigint not null default 1,
  disconnected_at timestamptz,
  primary key (workspace_id, provider_id)
);
call isolate('identity_provider');
-- For providers_of_domain alone: the owner sees what speaks for the domain that is asked for, and without a question nothing.
create policy domain on identity_provider for select to frontless_owner
  using (nullif(current_setting('frontless.asked_domain', true), '') = any (string_to_array(domains, ' ')));
grant select on identity_provider to frontless_app;
grant insert (workspace_id, provider_id, label, issuer, client_id, secret_id, domains, role, admits, exclusive, max_age_minutes)
  on identity_provider to frontless_app;
grant update (label, issuer, client_id, secret_id, domains, role, admits, exclusive, max_age_minutes, version, disconnected_at)
  on identity_provider to frontless_app;

--changeset frontless:providers-of-domain splitStatements:false
-- Where people with an address of this domain can sign in, for those who have not: by a domain for which the application vouches. It says nothing of
-- accounts or members.
create function providers_of_domain(domain text, mac text) returns table (workspace_id uuid, provider_id uuid, issuer text)
language plpgsql volatile security definer set search_path = frontless, pg_temp
as $$
#variable_conflict use_column
begin
  if not frontless.vouched('domain', domain, mac) then
    raise exception 'nobody vouches for this domain' using errcode = 'insufficient_privilege';
  end if;
  perform pg_catalog.set_config('frontless.asked_domain', domain, true);
  return query select p.workspace_id, p.provider_id, p.issuer from frontless.identity_provider p
    where p.disconnected_at is null and domain = any (string_to_array(p.domains, ' ')) order by p.provider_id limit 10;
  perform pg_catalog.set_config('frontless.asked_domain', '', true);
end
$$;

--changeset frontless:providers-of-domain-grant
revoke all on function providers_of_domain(text, text) from public;
grant execute on function providers_of_domain(text, text) to frontless_app;

--changeset frontless:provider-identity
-- Whom a provider means by a subject: by issuer and subject together, which alone name somebody for ever (OpenID Connect Core §5.7).
create table provider_identity (
  workspace_id uuid not null,
  provider_id uuid not null,
  issuer text not null,
  subject text not null,
  account_id uuid not null references account,
  version bigint not null default 1,
  linked_at timestamptz not null default clock_timestamp(),
  unlinked_at timestamptz,
  primary key (workspace_id, provider_id, issuer, subject),
  foreign key (workspace_id, provider_id) references identity_provider
);
create index provider_identity_account on provider_identity (workspace_id, account_id);
call isolate('provider_identity');
grant select on provider_identity to frontless_app;
grant insert (workspace_id, provider_id, issuer, subject, account_id) on provider_identity to frontless_app;
grant update (account_id, version, unlinked_at) on provider_identity to frontless_app;

--changeset frontless:provider-sign-in
-- A browser on its way to a provider and back: what the answer must fit to. Used once. Kept by hashes of what only that browser and the provider know.
create unlogged table provider_sign_in (
  workspace_id uuid not null,
  state_hash bytea not null check (octet_length(state_hash) = 32),
  provider_id uuid not null,
  browser_hash bytea not null check (octet_length(browser_hash) = 32),
  nonce text not null,
  verifier text not null,
  target text not null,
  expires_at timestamptz not null,
  primary key (workspace_id, state_hash)
);
call isolate('provider_sign_in');
grant select, insert, delete on provider_sign_in to frontless_app;

--changeset frontless:directory-user
-- Whom a workspace's directory has sent (SCIM, RFC 7643): known here before they have an account, and without anybody looking whether they have one.
create table directory_user (
  workspace_id uuid not null references workspace,
  user_id uuid not null,
  user_name text not null,
  external_id text,
  email text not null check (email = lower(email)),
  name text not null,
  active boolean not null,
  role text not null,
  account_id uuid references account,
  version bigint not null default 1,
  created_at timestamptz not null default clock_timestamp(),
  changed_at timestamptz not null default clock_timestamp(),
  removed_at timestamptz,
  primary key (workspace_id, user_id)
);
create unique index directory_user_name on directory_user (workspace_id, lower(user_name)) where removed_at is null;
create unique index directory_user_email on directory_user (workspace_id, email) where removed_at is null;
create unique index directory_user_account on directory_user (workspace_id, account_id) where removed_at is null;
call isolate('directory_user');
grant select on directory_user to frontless_app;
grant insert (workspace_id, user_id, user_name, external_id, email, name, active, role, account_id) on directory_user to frontless_app;
grant update (user_name, external_id, email, name, active, role, account_id, version, changed_at, removed_at) on directory_user to frontless_app;

--changeset frontless:session-through-provider
-- A session that a workspace's provider has opened is good for that workspace alone: no provider speaks for what its person has elsewhere.
alter table session add column only_workspace uuid;
alter table session add column provider_id uuid;
grant update (only_workspace, provider_id) on session to frontless_app;

--changeset frontless:session-by-token-scope splitStatements:false
drop function session_by_token(bytea);
create function session_by_token(hash bytea) returns table (
  session_id uuid, account_id uuid, email text, name text, used_at timestamptz, expires_at timestamptz, ended boolean,
  second_factor boolean, issued_at timestamptz, confirmed boolean, successor_nonce text, superseded_at timestamptz, only_workspace uuid)
language plpgsql stable security definer set search_path = frontless, pg_temp
as $$
#variable_conflict use_column
begin
  return query
  select s.session_id, s.account_id, a.email, a.name, s.used_at,
         least(s.expires_at, s.used_at + make_interval(hours => s.idle_hours)), s.ended_at is not null,
         s.second_factor_at is not null, t.issued_at, t.confirmed_at is not null, t.successor_nonce, t.superseded_at, s.only_workspace
  from frontless.session_token t
    join frontless.session s on s.account_id = t.account_id and s.session_id = t.session_id
    join frontless.account a on a.account_id = s.account_id
  where t.token_hash = hash;
end
$$;

--changeset frontless:session-by-token-scope-grant
revoke all on function session_by_token(bytea) from public;
grant execute on function session_by_token(bytea) to frontless_app;

--changeset frontless:session-in-workspace-scope splitStatements:false
-- The same as before, and the workspace that the session is good for.
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
    own_role, own_grants, cast(found_session.only_workspace as text)];
end
$$;
