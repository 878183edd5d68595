--liquibase formatted sql

--changeset frontless:sink-pause
-- A paused sink is told nothing, and keeps its place; what it was not told stays in the log.
alter table export_sink add column paused boolean not null default false;
grant insert (paused), update (paused) on export_sink to frontless_app;
