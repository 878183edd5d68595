--liquibase formatted sql

--changeset frontless:comment
-- What people wrote to a record. A removed comment stays, so that it can be brought back with its author and time.
create table comment (
  workspace_id uuid not null,
  comment_id uuid not null,
  record_id uuid not null,
  author_id uuid not null,
  author_name text not null,
  body text not null,
  written_at timestamptz not null,
  version bigint not null default 1,
  removed_at timestamptz,
  primary key (workspace_id, comment_id),
  foreign key (workspace_id, record_id) references record
);
create index comment_record on comment (workspace_id, record_id, comment_id);
call isolate('comment');
grant select on comment to frontless_app;
grant insert (workspace_id, comment_id, record_id, author_id, author_name, body, written_at) on comment to frontless_app;
grant update (version, removed_at) on comment to frontless_app;

--changeset frontless:link
create table link (
  workspace_id uuid not null,
  link_id uuid not null,
  record_id uuid not null,
  to_record_id uuid not null,
  label text not null,
  version bigint not null default 1,
  removed_at timestamptz,
  primary key (workspace_id, link_id),
  foreign key (workspace_id, record_id) references record,
  foreign key (workspace_id, to_record_id) references record (workspace_id, record_id)
);
create index link_record on link (workspace_id, record_id, link_id);
create index link_to_record on link (workspace_id, to_record_id, link_id);
call isolate('link');
grant select on link to frontless_app;
grant insert (workspace_id, link_id, record_id, to_record_id, label) on link to frontless_app;
grant update (version, removed_at) on link to frontless_app;

--changeset frontless:event-step
-- The step of the plan that an event came of; a step can stand for many.
alter table event add column step text;
grant insert (step) on event to frontless_app;
