--liquibase formatted sql

--changeset frontless:import-file
-- A file between its upload and its commit: what it is to become, row by row as it was read, and what does not fit.
create table import_file (
  workspace_id uuid not null references workspace,
  import_id uuid not null,
  account_id uuid not null references account,
  file_name text not null,
  settings jsonb not null,
  row_count integer not null default 0,
  wrong_rows integer not null default 0,
  error_count integer not null default 0,
  created_at timestamptz not null default clock_timestamp(),
  committed_at timestamptz,
  primary key (workspace_id, import_id)
);
call isolate('import_file');
grant select, delete on import_file to frontless_app;
grant insert (workspace_id, import_id, account_id, file_name, settings) on import_file to frontless_app;
grant update (settings, row_count, wrong_rows, error_count, committed_at) on import_file to frontless_app;

--changeset frontless:import-row
create table import_row (
  workspace_id uuid not null,
  import_id uuid not null,
  line integer not null,
  record_id uuid not null,
  cells text not null,
  wrong boolean not null default false,
  primary key (workspace_id, import_id, line),
  foreign key (workspace_id, import_id) references import_file on delete cascade
);
call isolate('import_row');
grant select, delete on import_row to frontless_app;
grant insert (workspace_id, import_id, line, record_id, cells) on import_row to frontless_app;
grant update (wrong) on import_row to frontless_app;

--changeset frontless:import-error
create table import_error (
  workspace_id uuid not null,
  import_id uuid not null,
  place integer not null,
  line integer not null,
  field text not null,
  expected text not null,
  found text not null,
  primary key (workspace_id, import_id, place),
  foreign key (workspace_id, import_id) references import_file on delete cascade
);
call isolate('import_error');
grant select, delete on import_error to frontless_app;
grant insert (workspace_id, import_id, place, line, field, expected, found) on import_error to frontless_app;

--changeset frontless:outbox-later
-- Effects that are due later, such as the removal of what nobody came back for.
grant insert (next_attempt_at) on outbox to frontless_app;
