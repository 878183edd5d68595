--liquibase formatted sql

-- Each request asks for its session. The rows were read by a second function and put into one array one by one; since this one has its owner's rights it reads
-- them itself, by one query, and the second has no other caller.

--changeset frontless:session-by-one-query splitStatements:false
create or replace function session_in_workspace(hash bytea, account_context text, asked_workspace uuid) returns text[]
language plpgsql security definer set search_path = frontless, pg_temp
as $$
declare
  person uuid;
  told text[];
  own_role text;
  own_grants text;
begin
  select s.account_id, array[
      cast(s.session_id as text), cast(s.account_id as text), a.email, a.name,
      cast(cast(extract(epoch from s.used_at) * 1000000 as bigint) as text),
      cast(cast(extract(epoch from least(s.expires_at, s.used_at + make_interval(hours => s.idle_hours))) * 1000000 as bigint) as text),
      cast(s.ended_at is not null as text), cast(s.second_factor_at is not null as text),
      cast(cast(extract(epoch from t.issued_at) * 1000000 as bigint) as text),
      cast(t.confirmed_at is not null as text), t.successor_nonce,
      cast(cast(extract(epoch from t.superseded_at) * 1000000 as bigint) as text),
      null, null, cast(s.only_workspace as text)]
    into person, told
  from frontless.session_token t
    join frontless.session s on s.account_id = t.account_id and s.session_id = t.session_id
    join frontless.account a on a.account_id = s.account_id
  where t.token_hash = hash;
  if person is not null and account_context is not null then
    perform pg_catalog.set_config('frontless.account', account_context, true);
    select m.role into own_role from frontless.member m join frontless.workspace w on w.workspace_id = m.workspace_id
    where m.workspace_id = asked_workspace and m.account_id = person and m.removed_at is null and not m.suspended
      and not w.require_second_factor and w.session_idle_hours is null;
    -- Ready-made roles are in capitals, and are not in the table.
    if own_role <> upper(own_role) then
      select cast(r.grants as text) into own_grants from frontless.role r
      where r.workspace_id = asked_workspace and r.role = own_role and r.deleted_at is null;
    end if;
    told[13] := own_role;
    told[14] := own_grants;
  end if;
  return told;
end
$$;

--changeset frontless:session-by-token-has-no-caller
drop function session_by_token(bytea);
