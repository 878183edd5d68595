--liquibase formatted sql

--changeset frontless:model-request-records
-- The records whose values are in the body of a request, so that what becomes of them becomes of it.
create table model_request_record (
  workspace_id uuid not null,
  request_id uuid not null,
  entity text not null,
  record_id uuid not null,
  primary key (workspace_id, request_id, record_id),
  foreign key (workspace_id, request_id) references model_request on delete cascade
);
create index model_request_of_record on model_request_record (workspace_id, record_id);
call isolate('model_request_record');
grant select on model_request_record to frontless_app;
grant insert (workspace_id, request_id, entity, record_id) on model_request_record to frontless_app;
create index model_request_conversation on model_request (workspace_id, conversation_id);

--changeset frontless:model-request-redacted splitStatements:false
-- When values of a record are redacted in the log, what was sent with them goes too: bodies that show the record, and those of conversations in which it was
-- changed, whose sentences may have the values. A body is one text in which nobody finds a value for sure, so all of it goes; that something was sent stays.
create function redact_model_requests() returns trigger
language plpgsql security definer set search_path = frontless, pg_temp
as $$
begin
  if new.written_by = pg_catalog.pg_current_xact_id() then
    update frontless.model_request m set body = '(redacted)'
    where m.workspace_id = new.workspace_id and (
      m.request_id in (select r.request_id from frontless.model_request_record r
        where r.workspace_id = new.workspace_id and r.record_id = new.record_id)
      or m.conversation_id in (select e.conversation_id from frontless.event e
        where e.workspace_id = new.workspace_id and e.record_id = new.record_id and e.conversation_id is not null));
  end if;
  return null;
end
$$;

--changeset frontless:model-request-retention splitStatements:false
-- What was sent is kept for as long as the log: a removal of what is archived takes along requests that are as old, unless all is held or a record of which
-- they tell something.
create function remove_model_requests() returns trigger
language plpgsql security definer set search_path = frontless, pg_temp
as $$
begin
  if new.written_by = pg_catalog.pg_current_xact_id() and not frontless.held(new.workspace_id, null, null) then
    delete from frontless.model_request m using frontless.workspace w
    where m.workspace_id = new.workspace_id and w.workspace_id = m.workspace_id
      and m.sent_at < clock_timestamp() - make_interval(days => w.keep_days)
      and not exists (select from frontless.model_request_record r
        where r.workspace_id = m.workspace_id and r.request_id = m.request_id and frontless.held(r.workspace_id, r.entity, r.record_id));
  end if;
  return null;
end
$$;

--changeset frontless:model-request-triggers
revoke all on function redact_model_requests(), remove_model_requests() from public;
create trigger model_request_redaction after insert on event for each row when (new.action = 'event.redact') execute function redact_model_requests();
create trigger model_request_removal after insert on event for each row when (new.action = 'retention.remove') execute function remove_model_requests();
