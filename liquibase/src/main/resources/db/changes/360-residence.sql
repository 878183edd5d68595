--liquibase formatted sql

--changeset frontless:this-database
-- Which database this is: of which installation, and under which name. It is asked before a start changes anything here.
create table this_database (
  only_row boolean primary key default true check (only_row),
  installation_id uuid not null,
  name text not null
);
grant select (name) on this_database to frontless_app;

--changeset frontless:placement
-- The installation's directory, kept in the shared database: where each workspace lives that is, was or will be elsewhere. To change "database" here is
-- the one moment of a move. The column is not named workspace_id, for the row is not the workspace's.
create table placement (
  workspace uuid primary key,
  database text not null default 'shared',
  moving_to text,
  phase text check (phase in ('ASKED', 'COPYING', 'ARRIVED', 'CONFIRMED')),
  copy_on text,
  asked_by text not null,
  failure text,
  changed_at timestamptz not null default clock_timestamp(),
  check ((phase in ('ASKED', 'COPYING', 'ARRIVED')) = (moving_to is not null))
);
alter table placement enable row level security;
alter table placement force row level security;
create policy functions on placement to frontless_owner using (true) with check (true);

--changeset frontless:residence
-- Whether this database serves a workspace. Without a row the shared one serves it and a dedicated one does not.
create table residence (
  workspace uuid primary key,
  standing text not null check (standing in ('OPEN', 'READ_ONLY', 'CLOSED', 'LEAVING'))
);
alter table residence enable row level security;
alter table residence force row level security;
create policy functions on residence to frontless_owner using (true) with check (true);

--changeset frontless:enter-residence splitStatements:false
-- Asked by whoever enters a workspace. The lock comes first: a move that has it for itself has waited for all who came before, and whoever comes
-- later sees what it has written, since each statement in here looks anew.
create function enter_residence() returns boolean
language plpgsql volatile security definer set search_path = frontless, pg_temp
as $$
declare
  id uuid := frontless.current_workspace();
  found_standing text;
begin
  perform pg_catalog.pg_advisory_xact_lock_shared(pg_catalog.hashtextextended(id::text, 0));
  select coalesce((select r.standing from frontless.residence r where r.workspace = id),
                  (select case when d.name = 'shared' then 'OPEN' else 'CLOSED' end from frontless.this_database d))
    into found_standing;
  if found_standing = 'READ_ONLY' then
    perform pg_catalog.set_config('transaction_read_only', 'on', true);
  elsif found_standing is distinct from 'OPEN' then
    raise exception 'this workspace is not served by this database' using errcode = 'FL001';
  end if;
  return found_standing = 'OPEN';
end
$$;

--changeset frontless:placements splitStatements:false
-- The directory, for the worker, in one round trip: what is not named here lives in the shared database.
create function placements(worker_context text) returns table (workspace uuid, database text, phase text)
language plpgsql volatile security definer set search_path = frontless, pg_temp
as $$
begin
  perform pg_catalog.set_config('frontless.worker', worker_context, true);
  if frontless.current_worker() is null then
    raise exception 'only for the worker' using errcode = 'insufficient_privilege';
  end if;
  return query select p.workspace, p.database, p.phase from frontless.placement p;
end
$$;

--changeset frontless:residence-grants
revoke all on function enter_residence(), placements(text) from public;
grant execute on function enter_residence(), placements(text) to frontless_app;

--changeset frontless:seat
-- To whom a workspace elsewhere may belong: where to ask, not what is so. In the shared database.
create table seat (
  account_id uuid not null references account,
  workspace uuid not null,
  primary key (account_id, workspace)
);
call isolate_account('seat');
grant select on seat to frontless_app;
grant insert (account_id, workspace) on seat to frontless_app;

--changeset frontless:workspace-database
-- What the workspace's own log last said of where it lives, and where a copy of it is kept.
alter table workspace add column database text not null default 'shared';
alter table workspace add column copy_on text;
alter table workspace add column place_version bigint not null default 1;
grant update (database, copy_on, place_version) on workspace to frontless_app;

--changeset frontless:removable-copies splitStatements:false
-- What is written stays as it was written; only the copy of a workspace that lives elsewhere, and is leaving, can be deleted, by the owner alone.
create or replace function refuse_change() returns trigger
language plpgsql
as $$
begin
  if tg_op = 'DELETE' and current_user = 'frontless_owner' then
    if exists (select from frontless.residence r where r.workspace = old.workspace_id and r.standing = 'LEAVING') then
      return old;
    end if;
  end if;
  raise exception '% is append-only: % is refused', tg_table_name, tg_op using errcode = 'insufficient_privilege';
end
$$;
