--liquibase formatted sql

--changeset frontless:api-key-day
-- How many rows a key with a budget has read and changed in a day, counted here for all nodes.
create table api_key_day (
  workspace_id uuid not null,
  key_id uuid not null,
  day date not null,
  row_count bigint not null,
  primary key (workspace_id, key_id, day),
  foreign key (workspace_id, key_id) references api_key
);
call isolate('api_key_day');
grant select on api_key_day to frontless_app;
grant insert (workspace_id, key_id, day, row_count) on api_key_day to frontless_app;
grant update (row_count) on api_key_day to frontless_app;

--changeset frontless:spend-rows splitStatements:false
-- Counts rows against a key's budget of today, and answers whether they fit. The day's row is locked until the end of the transaction, so of
-- requests at the same time each sees what the others have spent; one that is rolled back has spent nothing.
create function spend_rows(in_workspace uuid, by_key uuid, spent bigint) returns boolean
language plpgsql
as $$
declare
  budget bigint;
begin
  select rows_per_day into budget from frontless.api_key where workspace_id = in_workspace and key_id = by_key;
  if budget is null then
    return true;
  end if;
  insert into frontless.api_key_day as d (workspace_id, key_id, day, row_count)
    select in_workspace, by_key, (clock_timestamp() at time zone 'UTC')::date, spent where spent <= budget
    on conflict (workspace_id, key_id, day) do update set row_count = d.row_count + excluded.row_count
      where d.row_count + excluded.row_count <= budget;
  return found;
end
$$;

--changeset frontless:spend-rows-grant
revoke all on function spend_rows(uuid, uuid, bigint) from public;
grant execute on function spend_rows(uuid, uuid, bigint) to frontless_app;
