--liquibase formatted sql

--changeset frontless:record
create table record (
  workspace_id uuid not null,
  entity text not null,
  record_id uuid not null,
  version bigint not null,
  data jsonb not null,
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp(),
  deleted_at timestamptz,
  primary key (workspace_id, record_id),
  foreign key (workspace_id, entity) references entity
);
create index record_entity on record (workspace_id, entity, record_id) where deleted_at is null;
call isolate('record');
grant select, insert on record to frontless_app;
grant update (version, data, updated_at, deleted_at) on record to frontless_app;

--changeset frontless:field-value
-- The values of living records once more, typed: under row-level security an index on JSON is never used, because its operators
-- are not leakproof; comparisons of text, bigint, uuid and timestamptz are. Decimals are whole numbers of ten-thousandths.
create table field_value (
  workspace_id uuid not null,
  entity text not null,
  field text not null,
  record_id uuid not null,
  text_value text,
  number_value bigint,
  time_value timestamptz,
  reference_value uuid,
  unique_key text,
  primary key (workspace_id, record_id, field),
  foreign key (workspace_id, record_id) references record,
  foreign key (workspace_id, entity, field) references field,
  foreign key (workspace_id, reference_value) references record (workspace_id, record_id)
);
create index field_value_text on field_value (workspace_id, entity, field, text_value) where text_value is not null;
create index field_value_number on field_value (workspace_id, entity, field, number_value) where number_value is not null;
create index field_value_time on field_value (workspace_id, entity, field, time_value) where time_value is not null;
create index field_value_reference on field_value (workspace_id, reference_value, entity, field) where reference_value is not null;
create unique index field_value_unique on field_value (workspace_id, entity, field, unique_key) where unique_key is not null;
call isolate('field_value');
grant select, insert, delete on field_value to frontless_app;
grant update (text_value, number_value, time_value, reference_value, unique_key) on field_value to frontless_app;
