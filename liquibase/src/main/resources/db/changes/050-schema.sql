--liquibase formatted sql

--changeset frontless:entity
create table entity (
  workspace_id uuid not null references workspace,
  entity text not null,
  label text not null,
  version bigint not null,
  deleted_at timestamptz,
  primary key (workspace_id, entity)
);
create unique index entity_label on entity (workspace_id, lower(label)) where deleted_at is null;
call isolate('entity');
grant select, insert on entity to frontless_app;
grant update (label, version, deleted_at) on entity to frontless_app;

--changeset frontless:field
create table field (
  workspace_id uuid not null,
  entity text not null,
  field text not null,
  position integer not null,
  label text not null,
  type text not null,
  required boolean not null,
  is_unique boolean not null,
  options jsonb not null,
  target text,
  version bigint not null,
  deleted_at timestamptz,
  primary key (workspace_id, entity, field),
  foreign key (workspace_id, entity) references entity,
  foreign key (workspace_id, target) references entity
);
call isolate('field');
grant select, insert on field to frontless_app;
grant update (label, required, is_unique, options, version, deleted_at) on field to frontless_app;
