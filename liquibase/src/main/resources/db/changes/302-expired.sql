--liquibase formatted sql

--changeset frontless:expired-indexes
create index session_expiry on session (expires_at);
create index mailed_link_expiry on mailed_link (expires_at);
create index permit_period on permit (period_began);

--changeset frontless:forget-expired splitStatements:false
-- Removes what has had no meaning for a while: sessions with their tokens and mailed links a month after their end, permits two days after their period
-- began, of which the longest is hours. At most so many of each, so that no call takes long; answers how many it removed. By the database's own clock and
-- within fixed bounds, for whoever calls it may be SQL that is not ours.
create function forget_expired() returns bigint
language plpgsql security definer set search_path = frontless, pg_temp
as $$
declare
  most constant integer := 1000;
  gone record;
  removed bigint := 0;
  more bigint;
begin
  for gone in
    select account_id, session_id from frontless.session where expires_at < clock_timestamp() - interval '30 days'
    order by expires_at limit most for update skip locked
  loop
    delete from frontless.session_token t where t.account_id = gone.account_id and t.session_id = gone.session_id;
    delete from frontless.session s where s.account_id = gone.account_id and s.session_id = gone.session_id;
    removed := removed + 1;
  end loop;
  delete from frontless.mailed_link where link_id in (
    select link_id from frontless.mailed_link where expires_at < clock_timestamp() - interval '30 days' limit most);
  get diagnostics more = row_count;
  removed := removed + more;
  delete from frontless.permit where bucket in (
    select bucket from frontless.permit where period_began < clock_timestamp() - interval '2 days' limit most);
  get diagnostics more = row_count;
  return removed + more;
end
$$;

--changeset frontless:forget-expired-grant
revoke all on function forget_expired() from public;
grant execute on function forget_expired() to frontless_app;
