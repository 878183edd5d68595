--liquibase formatted sql

--changeset frontless:own-membership-function splitStatements:false
-- What a person is in a workspace, as they themselves may see before they enter it: context and reading in one round trip, since every request asks.
-- With the rights of whoever calls it, so row-level security decides as it does everywhere.
create function own_membership(account_context text, asked_workspace uuid) returns table (role text, grants text)
language plpgsql
as $$
begin
  perform set_config('frontless.account', account_context, true);
  return query
    select m.role, cast(r.grants as text) from frontless.member m
      left join frontless.role r on r.workspace_id = m.workspace_id and r.role = m.role and r.deleted_at is null
    where m.workspace_id = asked_workspace and m.account_id = (select frontless.current_account());
end
$$;

--changeset frontless:own-membership-function-grant
revoke all on function own_membership(text, uuid) from public;
grant execute on function own_membership(text, uuid) to frontless_app;
