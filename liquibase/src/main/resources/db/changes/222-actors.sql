--liquibase formatted sql

--changeset frontless:owners-are-actors
-- What belongs to whoever made it may be an API key's as well as a person's: account_id is the actor's id. The engine makes the ids of keys, so
-- none is ever a person's.
alter table conversation drop constraint conversation_account_id_fkey;
alter table plan drop constraint plan_account_id_fkey;
alter table import_file drop constraint import_file_account_id_fkey;
alter table job drop constraint job_account_id_fkey;
