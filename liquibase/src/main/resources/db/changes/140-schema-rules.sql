--liquibase formatted sql

--changeset frontless:field-rules
-- What a field demands beyond its type, as one JSON object; type, target and position of a field can change.
alter table field add column rules jsonb not null default '{}';
grant update (rules, type, target, position) on field to frontless_app;

--changeset frontless:entity-part
-- What belongs to an entity beside its fields: views, and constraints over several fields. Their content is one JSON object.
create table entity_part (
  workspace_id uuid not null,
  entity text not null,
  kind text not null check (kind in ('view', 'constraint')),
  part text not null,
  label text not null,
  content jsonb not null,
  version bigint not null,
  deleted_at timestamptz,
  primary key (workspace_id, entity, kind, part),
  foreign key (workspace_id, entity) references entity
);
call isolate('entity_part');
grant select, insert on entity_part to frontless_app;
grant update (label, content, version, deleted_at) on entity_part to frontless_app;

--changeset frontless:unique-value
-- Of living records, what a constraint tells them apart by: a hash of the fields' comparable values.
create table unique_value (
  workspace_id uuid not null,
  entity text not null,
  constraint_key text not null,
  unique_key text not null,
  record_id uuid not null,
  primary key (workspace_id, record_id, constraint_key),
  foreign key (workspace_id, record_id) references record
);
create unique index unique_value_key on unique_value (workspace_id, entity, constraint_key, unique_key);
call isolate('unique_value');
grant select, insert, delete on unique_value to frontless_app;
