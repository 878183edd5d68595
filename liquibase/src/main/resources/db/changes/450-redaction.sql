--liquibase formatted sql

--changeset frontless:event-redacted
-- What takes the place of the salt where values were redacted (docs/event-format.md §3): the salts of the values that are still there, the digests of those
-- that are not, and the hash of the content as it was.
alter table event add column redacted jsonb;
alter table event alter column salt drop not null;
alter table event add constraint event_salted_or_redacted check ((salt is null) = (redacted is not null));

--changeset frontless:event-content splitStatements:false
-- The hash of an event's content, as it was made when the event was written.
create function event_content(e event) returns bytea
language sql immutable
as $$
  select sha256(convert_to(cast(jsonb_build_array('frontless.content.1', e.salt, e.workspace_id, e.event_id, e.actor_kind, e.actor_id, e.actor_name,
    e.source, e.behalf_id, e.behalf_name, e.action, e.entity, e.record_id, e.version, e.plan_id, e.step, e.conversation_id, e.undoes, e.before,
    e.after) as text), 'UTF8'))
$$;

--changeset frontless:redacted splitStatements:false
-- An event without the values of these fields before and after; the event itself where it has none of them. The leaf that it has stays the same.
create function redacted(e event, fields text[]) returns event
language plpgsql immutable
as $$
declare
  kept jsonb;
  gone jsonb;
begin
  select jsonb_object_agg(s.path, encode(s.salt, 'hex')) filter (where not s.going),
         jsonb_object_agg(s.path, encode(sha256(s.salt || convert_to(cast(s.value as text), 'UTF8')), 'hex')) filter (where s.going)
    into kept, gone
  from (
    select p.path, p.value, p.going,
           coalesce(sha256(uuid_send(e.salt) || convert_to(p.path, 'UTF8')), decode(e.redacted -> 'salts' ->> p.path, 'hex')) as salt
    from (
      select 'before/' || b.key as path, b.value, b.key = any (fields) as going from jsonb_each(e.before) b
      union all select 'after/' || a.key, a.value, a.key = any (fields) from jsonb_each(e.after) a
      union all select 'actor/name', to_jsonb(e.actor_name), false
      union all select 'source', to_jsonb(e.source), false where e.source is not null
      union all select 'behalf/name', to_jsonb(e.behalf_name), false where e.behalf_name is not null) p) s;
  if gone is null then
    return e;
  end if;
  e.redacted := jsonb_build_object(
    'salts', kept,
    'digests', coalesce(e.redacted -> 'digests', '{}') || gone,
    'content', coalesce(e.redacted ->> 'content', encode(frontless.event_content(e), 'hex')));
  e.salt := null;
  e.before := e.before - fields;
  e.after := e.after - fields;
  return e;
end
$$;

--changeset frontless:refuse-all-but-redaction splitStatements:false
-- Beneath the grants, for every role: an event changes only by exactly the redaction that another event of this transaction tells of.
create function refuse_all_but_redaction() returns trigger
language plpgsql
as $$
begin
  if exists (
    select from frontless.event told
    where told.workspace_id = old.workspace_id and told.written_by = pg_catalog.pg_current_xact_id() and told.action = 'event.redact'
      and told.record_id = old.record_id and told.seq > old.seq
      and new is not distinct from frontless.redacted(old, array(select jsonb_array_elements_text(told.after -> 'fields')))) then
    return new;
  end if;
  raise exception 'event is append-only: UPDATE is refused' using errcode = 'insufficient_privilege';
end
$$;

--changeset frontless:redact-as-told splitStatements:false
-- Whoever writes down a redaction has it done, which only the application can, by the worker's context: SQL that got into a request cannot. A copy of the
-- log in another database has it done already.
create function redact_as_told() returns trigger
language plpgsql security definer set search_path = frontless, pg_temp
as $$
declare
  fields text[] := array(select jsonb_array_elements_text(new.after -> 'fields'));
begin
  if new.written_by <> pg_catalog.pg_current_xact_id() then
    return null;
  end if;
  if frontless.current_worker() is null then
    raise exception 'only for the worker' using errcode = 'insufficient_privilege';
  end if;
  update frontless.event e set (before, after, salt, redacted) = (select r.before, r.after, r.salt, r.redacted from frontless.redacted(e, fields) r)
  where e.workspace_id = new.workspace_id and e.record_id = new.record_id and e.seq < new.seq and e.action like 'record.%'
    and (jsonb_exists_any(e.before, fields) or jsonb_exists_any(e.after, fields));
  return null;
end
$$;

--changeset frontless:redaction-triggers
revoke all on function event_content(event), redacted(event, text[]), refuse_all_but_redaction(), redact_as_told() from public;
drop trigger append_only on event;
create trigger append_only before delete on event for each row execute function refuse_change();
create trigger append_only_update before update on event for each row execute function refuse_all_but_redaction();
create trigger redaction after insert on event for each row when (new.action = 'event.redact') execute function redact_as_told();
