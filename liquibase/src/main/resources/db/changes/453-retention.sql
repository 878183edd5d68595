--liquibase formatted sql

--changeset frontless:retention
-- For how many days the log of a workspace is kept here; for ever where it says nothing. What is older goes to archives, in the order of the tree, up to a
-- position. Then its rows are removed; its leaves stay, so that every proof does.
alter table workspace add column keep_days integer check (keep_days > 0);
alter table workspace add column retention_version bigint not null default 1;
alter table workspace add column archived_to bigint not null default 0;
grant update (keep_days, retention_version, archived_to) on workspace to frontless_app;

--changeset frontless:event-removal
-- The archives that the log tells of.
create index event_removal on event (workspace_id, seq) where action = 'retention.remove';

--changeset frontless:kept splitStatements:false
-- Whether an event stays although it is archived: what tells of archives, which accounts for what is missing; what a hold keeps; and that without which nobody could
-- tell how things were within the time for which the log is kept: what was done to the schema, and the last of a record's states that are too old. By the
-- transaction's time: what an event counts as removed is what goes.
create function kept(workspace uuid, of_seq bigint, done text, of_entity text, of_record uuid, living boolean) returns boolean
language sql stable
as $$
  select done = 'retention.remove' or frontless.held(workspace, of_entity, of_record)
    or of_entity is not null and of_record is null
    or living and done in ('record.create', 'record.update', 'record.restore') and not exists (
      select from frontless.event n join frontless.workspace w on w.workspace_id = n.workspace_id
      where n.workspace_id = workspace and n.record_id = of_record and n.seq > of_seq
        and n.action in ('record.create', 'record.update', 'record.delete', 'record.restore')
        and n.occurred_at < now() - make_interval(days => w.keep_days))
$$;

--changeset frontless:removable-events splitStatements:false
-- The events that go when a part of the tree is archived: those of the part, and those that earlier archives have, of the part's records, whose state is not the last one any more.
create function removable_events(workspace uuid, first bigint, beyond bigint) returns table (seq bigint)
language sql stable
as $$
  with part as materialized (
    select e.* from frontless.event_leaf l join frontless.event e on e.workspace_id = l.workspace_id and e.seq = l.seq
    where l.workspace_id = workspace and l.log = 'event' and l.position >= first and l.position < beyond)
  select p.seq from part p where not frontless.kept(workspace, p.seq, p.action, p.entity, p.record_id, p.after is not null)
  union
  select o.seq from (select distinct p.record_id from part p where p.record_id is not null) r
    join frontless.event o on o.workspace_id = workspace and o.record_id = r.record_id
    join frontless.event_leaf l on l.workspace_id = workspace and l.log = 'event' and l.seq = o.seq and l.position < first
  where not frontless.kept(workspace, o.seq, o.action, o.entity, o.record_id, o.after is not null)
$$;

--changeset frontless:removable splitStatements:false
-- Whether a row may go: an event of this transaction tells that all up to beyond it was archived, and it is as old as the workspace wants it.
create function removable(workspace uuid, row_log text, row_seq bigint, happened timestamptz) returns boolean
language sql stable
as $$
  select exists (
    select from frontless.event told
      join frontless.event_leaf l on l.workspace_id = told.workspace_id and l.log = row_log and l.seq = row_seq
      join frontless.workspace w on w.workspace_id = told.workspace_id
    where told.workspace_id = workspace and told.written_by = pg_current_xact_id() and told.action = 'retention.remove'
      and l.position < cast(told.after ->> 'to' as bigint)
      and happened < clock_timestamp() - make_interval(days => w.keep_days))
$$;

--changeset frontless:refuse-all-but-removal splitStatements:false
-- Beneath the grants, for every role: what is in the log goes only as an event of the same transaction tells it; or with the copy of a workspace that lives
-- elsewhere. What tells of archives never goes: it accounts for what is missing.
create function refuse_all_but_removal() returns trigger
language plpgsql
as $$
begin
  if current_user = 'frontless_owner' then
    if exists (select from frontless.residence r where r.workspace = old.workspace_id and r.standing = 'LEAVING') then
      return old;
    end if;
  end if;
  if tg_table_name = 'event' then
    if old.action <> 'retention.remove' and frontless.removable(old.workspace_id, 'event', old.seq, old.occurred_at)
       and not frontless.held(old.workspace_id, old.entity, old.record_id) then
      return old;
    end if;
  elsif frontless.removable(old.workspace_id, 'refusal', old.seq, old.attempted_at) and not frontless.held(old.workspace_id, null, null) then
    return old;
  end if;
  raise exception '% is append-only: % is refused', tg_table_name, tg_op using errcode = 'insufficient_privilege';
end
$$;

--changeset frontless:remove-as-told splitStatements:false
-- Whoever writes down a removal has it done, which only the application can, by the worker's context. A copy of the log in another database has it done already.
create function remove_as_told() returns trigger
language plpgsql security definer set search_path = frontless, pg_temp
as $$
declare
  first bigint := cast(new.after ->> 'from' as bigint);
  beyond bigint := cast(new.after ->> 'to' as bigint);
begin
  if new.written_by <> pg_catalog.pg_current_xact_id() then
    return null;
  end if;
  if frontless.current_worker() is null then
    raise exception 'only for the worker' using errcode = 'insufficient_privilege';
  end if;
  delete from frontless.event e using frontless.removable_events(new.workspace_id, first, beyond) r
  where e.workspace_id = new.workspace_id and e.seq = r.seq;
  if not frontless.held(new.workspace_id, null, null) then
    delete from frontless.refused_attempt e using frontless.event_leaf l
    where l.workspace_id = new.workspace_id and l.position >= first and l.position < beyond and l.log = 'refusal'
      and e.workspace_id = l.workspace_id and e.seq = l.seq;
  end if;
  return null;
end
$$;

--changeset frontless:removal-triggers
revoke all on function kept(uuid, bigint, text, text, uuid, boolean), removable_events(uuid, bigint, bigint), removable(uuid, text, bigint, timestamptz),
  refuse_all_but_removal(), remove_as_told() from public;
grant execute on function held(uuid, text, uuid), kept(uuid, bigint, text, text, uuid, boolean), removable_events(uuid, bigint, bigint) to frontless_app;
drop trigger append_only on event;
create trigger append_only before delete on event for each row execute function refuse_all_but_removal();
drop trigger append_only on refused_attempt;
create trigger append_only before delete on refused_attempt for each row execute function refuse_all_but_removal();
create trigger append_only_update before update on refused_attempt for each row execute function refuse_change();
create trigger removal after insert on event for each row when (new.action = 'retention.remove') execute function remove_as_told();
