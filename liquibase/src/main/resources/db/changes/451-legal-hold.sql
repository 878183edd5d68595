--liquibase formatted sql

--changeset frontless:legal-hold
-- What of the log must stay as it is while a hold is in force: all of it, what is about an entity, or what is about a record.
create table legal_hold (
  workspace_id uuid not null references workspace,
  hold_id uuid not null,
  label text not null,
  reason text not null,
  entity text,
  record_id uuid,
  version bigint not null default 1,
  placed_at timestamptz not null default clock_timestamp(),
  lifted_at timestamptz,
  primary key (workspace_id, hold_id),
  check (record_id is null or entity is not null)
);
call isolate('legal_hold');
grant select on legal_hold to frontless_app;
grant insert (workspace_id, hold_id, label, reason, entity, record_id), update (version, lifted_at) on legal_hold to frontless_app;

--changeset frontless:held splitStatements:false
-- Whether a hold keeps what is about a record, or about something that is none.
create function held(workspace uuid, of_entity text, of_record uuid) returns boolean
language sql stable
as $$
  select exists (
    select from frontless.legal_hold h
    where h.workspace_id = workspace and h.lifted_at is null and (h.entity is null or h.entity = of_entity)
      and (h.record_id is null or h.record_id = of_record))
$$;

--changeset frontless:nothing-held-is-redacted splitStatements:false
create or replace function redact_as_told() returns trigger
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
  if frontless.held(new.workspace_id, new.entity, new.record_id) then
    raise exception 'a legal hold keeps this record as it is' using errcode = 'insufficient_privilege';
  end if;
  update frontless.event e set (before, after, salt, redacted) = (select r.before, r.after, r.salt, r.redacted from frontless.redacted(e, fields) r)
  where e.workspace_id = new.workspace_id and e.record_id = new.record_id and e.seq < new.seq and e.action like 'record.%'
    and (jsonb_exists_any(e.before, fields) or jsonb_exists_any(e.after, fields));
  return null;
end
$$;

--changeset frontless:held-grant
revoke all on function held(uuid, text, uuid) from public;
