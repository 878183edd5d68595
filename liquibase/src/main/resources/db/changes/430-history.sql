--liquibase formatted sql

--changeset frontless:history-indexes
-- The log is asked by time, by table, by what was done and by where it came from; each way ends in the order in which it is read.
create index event_time on event (workspace_id, occurred_at, seq);
create index event_entity on event (workspace_id, entity, seq desc) where entity is not null;
create index event_action on event (workspace_id, action, seq desc);
create index event_source on event (workspace_id, source, seq desc) where source is not null;
-- What an entity has been: few events among millions of those of its records.
create index event_schema on event (workspace_id, entity, seq) where entity is not null and record_id is null;
-- The same as event_action, for one action.
drop index event_secret_use;

--changeset frontless:record-created
-- All records that an entity has ever had, deleted ones too, in the order in which they came.
create index record_created on record (workspace_id, entity, created_at, record_id);
