--liquibase formatted sql

--changeset frontless:turn
create table turn (
  workspace_id uuid not null,
  conversation_id uuid not null,
  turn_id uuid not null,
  said text not null,
  reply jsonb not null,
  said_at timestamptz not null default clock_timestamp(),
  primary key (workspace_id, conversation_id, turn_id),
  foreign key (workspace_id, conversation_id) references conversation
);
call isolate('turn');
grant select, insert on turn to frontless_app;
