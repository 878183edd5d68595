--liquibase formatted sql

--changeset frontless:ordered-value
-- Living records in the order of one field among those with the same value in another: what a view with filter and sort is read from. Values of all
-- entities are rows of one table, so no index over two fields can be made there. Rows are kept only for what a view asks for. Without foreign
-- keys: it is an index that is made with the typed values. The filter's value is compared for equality alone, so every type's is a text.
create table ordered_value (
  workspace_id uuid not null,
  entity text not null,
  filter_field text not null,
  sort_field text not null,
  record_id uuid not null,
  filter_value text not null,
  text_value text,
  number_value bigint,
  time_value timestamptz,
  primary key (workspace_id, record_id, filter_field, sort_field)
);
create index ordered_value_text on ordered_value
  (workspace_id, entity, filter_field, sort_field, filter_value, text_value, record_id) where text_value is not null;
create index ordered_value_number on ordered_value
  (workspace_id, entity, filter_field, sort_field, filter_value, number_value, record_id) where number_value is not null;
create index ordered_value_time on ordered_value
  (workspace_id, entity, filter_field, sort_field, filter_value, time_value, record_id) where time_value is not null;
call isolate('ordered_value');
grant select, insert, delete on ordered_value to frontless_app;
