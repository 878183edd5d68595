--liquibase formatted sql

--changeset frontless:installation-scope
-- What the operator does to the installation, such as a rotation of its keys, leaves events like anything else: in a scope that nobody is a member of.
alter table workspace drop constraint workspace_kind_check;
alter table workspace add constraint workspace_kind_check check (kind in ('BUSINESS', 'PERSON', 'INSTALLATION'));
alter table workspace no force row level security;
insert into workspace (workspace_id, label, kind) values ('00000000-0000-0000-0000-000000000001', 'Installation', 'INSTALLATION');
alter table workspace force row level security;
