--liquibase formatted sql

--changeset frontless:field-value-order
-- The record's id at the end of each: a table is walked in a field's order, records of equal values in the order of their creation, and a
-- page begins where the one before it ended.
drop index field_value_text;
drop index field_value_number;
drop index field_value_time;
create index field_value_text on field_value (workspace_id, entity, field, text_value, record_id) where text_value is not null;
create index field_value_number on field_value (workspace_id, entity, field, number_value, record_id) where number_value is not null;
create index field_value_time on field_value (workspace_id, entity, field, time_value, record_id) where time_value is not null;

--changeset frontless:record-word
-- The words of living records' texts, which full-text search finds: under row-level security no index on tsvector is used, because its
-- operators are not leakproof; comparisons of text are. By field, so that a search looks only into fields that the caller may read.
-- Without foreign keys: it is an index that is made with the record, and checking each of a million words would cost more than the rest.
create table record_word (
  workspace_id uuid not null,
  entity text not null,
  word text collate "C" not null,
  record_id uuid not null,
  field text not null,
  primary key (workspace_id, entity, word, record_id, field)
);
create index record_word_record on record_word (workspace_id, record_id);
call isolate('record_word');
grant select, insert, delete on record_word to frontless_app;
