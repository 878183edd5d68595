--liquibase formatted sql

--changeset frontless:schema-stamp
-- A new value whenever anything of an entity's schema changes, so that what was read under a stamp can be kept in memory and is right as long as the
-- stamp is the same. A random value and no counter: a change that is rolled back must not leave its stamp to another one.
alter table entity add column stamp uuid not null default gen_random_uuid();
grant update (stamp) on entity to frontless_app;

--changeset frontless:schema-stamp-entity splitStatements:false
create function stamp_entity() returns trigger
language plpgsql
as $$
begin
  new.stamp := gen_random_uuid();
  return new;
end
$$;

--changeset frontless:schema-stamp-parts splitStatements:false
create function stamp_entity_of_part() returns trigger
language plpgsql
as $$
begin
  update frontless.entity set stamp = gen_random_uuid() where workspace_id = new.workspace_id and entity = new.entity;
  return null;
end
$$;

--changeset frontless:schema-stamp-triggers
create trigger stamp before update on entity for each row execute function stamp_entity();
create trigger stamp after insert or update on field for each row execute function stamp_entity_of_part();
create trigger stamp after insert or update on entity_part for each row execute function stamp_entity_of_part();
