package io.frontless.system.inside;

import java.util.List;
import java.util.stream.Stream;

/**
 * Texts of SQL that try to get at another workspace. In them {@code {A}} is the workspace that they run in, {@code {MAC}} the MAC of its context,
 * {@code {B}} another workspace, {@code {R}} one of its records and {@code {S}} a word that only it has.
 *
 * @param state the SQLSTATE by which the database must refuse it, or empty if it may run
 */
record HostileTexts(String state, String sql) {

    /** All of them. */
    static List<HostileTexts> all() {
        return Stream.of(CONTEXTS, ROLES, ROWS, OBJECTS, SERVER, SESSION, LEAKS, WRITES)
                .flatMap(String::lines)
                .map(line -> new HostileTexts(
                        line.substring(0, line.indexOf('|')).strip(),
                        line.substring(line.indexOf('|') + 1).strip()))
                .toList();
    }

    private static final String CONTEXTS = """
                  | select set_config('frontless.workspace', '{B}:{MAC}', true); select * from record
                  | set frontless.workspace = '{B}:{MAC}'; select * from event
                  | set local frontless.workspace = '{B}'; select * from member
                  | select set_config('frontless.workspace', '{B}:', true); select count(*) from record
                  | select set_config('frontless.workspace', '{A},{B}:{MAC}', true); select * from record
                  | select set_config('frontless.workspace', ' {A}:{MAC}', true); select * from record
                  | select set_config('frontless.workspace', upper('{A}') || ':{MAC}', true); select * from record
                  | select set_config('frontless.workspace', '{A}:{MAC}:{B}', true); select * from record
            42501 | select set_config('frontless.workspace', '{B}:{MAC}', true); select frontless.enter_residence()
            42501 | select set_config('frontless.account', '{B}:{MAC}', true); select frontless.require_context('account')
            42501 | select frontless.require_context('key')
                  | select set_config('frontless.workspace', '', true); select * from record
                  | reset frontless.workspace; select * from record
                  | reset all; select * from record where workspace_id = '{B}'
                  | select set_config('frontless.account', '{A}:{MAC}', true); select * from member
                  | select set_config('frontless.worker', '{A}:{MAC}', true); select * from outbox
                  | select set_config('frontless.worker', '00000000-0000-0000-0000-000000000000:{MAC}', true); select * from outbox
                  | select * from outbox
                  | update outbox set payload = '{}' returning *
            42501 | insert into outbox (kind, payload) values ('import.remove', '{"workspace": "{B}", "import": "{R}"}')
            42501 | select frontless.store_context_key('\\x00')
            42501 | select * from context_key
            42501 | select encode(key, 'hex') from frontless.context_key
            42501 | lock table context_key in access share mode
                  | select frontless.verified_context('workspace|{B}'), frontless.verified_context('other')
                  | select role from frontless.own_membership('{B}:{MAC}', '{B}')
                  | select role from frontless.own_membership('', '{B}')
                  | select frontless.session_in_workspace('\\x00', '{B}:{MAC}', '{B}')
                  | select frontless.key_by_context('{B}:{MAC}')
                  | select frontless.key_by_context('')
                  | prepare p as select * from record; select set_config('frontless.workspace', '{B}:{MAC}', true); execute p
                  | declare c cursor with hold for select * from record; select set_config('frontless.workspace', '{B}:{MAC}', true); fetch all from c
            """;

    private static final String ROLES = """
            42501 | set role frontless_owner
            42501 | set role postgres
            42501 | set local role pg_read_all_data
                  | set role none; select * from record where workspace_id = '{B}'
                  | reset role; reset session authorization; select * from record where workspace_id = '{B}'
            42501 | set session authorization postgres
            42501 | set session authorization frontless_owner
            42501 | alter role frontless_app bypassrls
            42501 | alter role frontless_app superuser
            42501 | alter role frontless_owner password 'x'
            42501 | alter role frontless_app set frontless.workspace = '{A}:{MAC}'
            42501 | grant frontless_owner to frontless_app
            42501 | grant pg_read_all_data to current_user
            42501 | create role other bypassrls
            42501 | alter default privileges for role frontless_owner grant all on tables to public
            42501 | reassign owned by current_user to frontless_owner
            42501 | drop owned by current_user; select * from record where workspace_id = '{B}'
            42501 | set session_replication_role = replica
            25001 | alter system set session_preload_libraries = 'x'
            42501 | alter database frontless set search_path = pg_temp
            """;

    private static final String ROWS = """
            42501 | set row_security = off; select * from record
            42501 | alter table record disable row level security
            42501 | alter table record no force row level security
            42501 | alter table record owner to frontless_app
            42501 | alter table event disable trigger all
            42501 | drop policy workspace_isolation on record
            42501 | alter policy workspace_isolation on record using (true)
            42501 | create policy all_rows on record using (true)
            42501 | truncate record cascade
            42501 | truncate event
            42501 | drop table comment
            42501 | copy record to '/tmp/record'
            42501 | copy record to program 'cat'
            42501 | copy record from program 'cat'
            42501 | copy (select 1) to '/tmp/one'
            42501 | copy field_value from '/dev/null'
                  | table record
                  | select * from record where workspace_id = '{B}'
                  | select * from only record where record_id = '{R}'
                  | select ctid, xmin, tableoid, * from record where ctid = any (array(select ('(' || b || ',' || t || ')')::tid from generate_series(0, 40) b, generate_series(1, 40) t))
                  | select * from record tablesample system (100)
                  | select workspace_id, count(*), string_agg(data::text, ',') from record group by rollup (1)
                  | select * from field_value where workspace_id = '{B}' for update
                  | select * from record_word where word = lower('{S}')
                  | with recursive r as (select * from record union all select record.* from record, r where false) select * from r
                  | select * from workspace
                  | select * from member
                  | select * from role
                  | select r.*, other.* from record r full join record other on other.workspace_id <> r.workspace_id where other.workspace_id is not null
            """;

    private static final String OBJECTS = """
            42501 | create temp table record (like frontless.record)
            42501 | create temp view record as select * from frontless.record
            42501 | create function pg_temp.current_workspace() returns uuid language sql as 'select ''{B}''::uuid'
            42501 | create function frontless.leak(text) returns boolean language sql as 'select true'
            42501 | create function public.leak(text) returns boolean language sql cost 0.000001 as 'select true'
            42501 | create or replace function frontless.current_workspace() returns uuid language sql as 'select ''{B}''::uuid'
            42501 | alter function frontless.verified_context(text) owner to frontless_app
            42501 | do 'begin perform 1; end'
            42501 | create view frontless.all_records as select * from frontless.record
            42501 | create view public.all_records as select * from frontless.record
            42501 | create materialized view public.all_records as select * from frontless.record
            42501 | create table public.mine (a text)
            42501 | create table frontless.part_of_record (like frontless.record)
            42501 | create schema mine
            42501 | create operator public.=== (leftarg = text, rightarg = text, procedure = texteq)
            42501 | create type public.mine as (a text)
            42501 | create domain public.mine as text
            42501 | create aggregate public.mine (text) (sfunc = textcat, stype = text)
            42501 | create rule mine as on select to record do also select 1
            42501 | create trigger mine before insert on record for each row execute function frontless.stamp_entity()
            42501 | create event trigger mine on ddl_command_start execute function frontless.stamp_entity()
            42501 | create index on record (data)
            42501 | create statistics public.mine on entity, version from record
            42501 | create extension dblink
            42501 | create extension pg_trgm
            42501 | create foreign data wrapper mine
            42501 | create publication mine for table record
            25001 | create subscription mine connection 'host=127.0.0.1' publication mine
            42501 | create cast (text as uuid) without function
            42501 | create language plperl
            42501 | comment on table record is 'x'
            42883 | select * from dblink('dbname=frontless', 'select 1')
            42501 | call frontless.isolate('record')
            42501 | load 'auto_explain'
                  | set search_path = pg_temp, public, frontless; select frontless.current_workspace()::text = '{B}', count(*) from record where workspace_id = '{B}'
                  | set search_path = pg_temp, public; select * from frontless.record where workspace_id = '{B}'
            """;

    private static final String SERVER = """
            42501 | select * from pg_authid
            42501 | select * from pg_shadow
            42501 | select * from pg_statistic
            42501 | select * from pg_statistic_ext_data
                  | select * from pg_stats
                  | select * from pg_stats_ext
                  | select * from pg_stats_ext_exprs
            42501 | select * from pg_stat_activity
            42501 | select * from pg_stat_user_tables
            42501 | select * from pg_stat_database
            42501 | select * from pg_locks
                  | select * from pg_prepared_statements
                  | select * from pg_cursors
                  | select * from pg_sequences
            42501 | select * from pg_largeobject
            42501 | select * from pg_hba_file_rules
            42501 | select * from pg_file_settings
            42501 | select * from pg_backend_memory_contexts
            42501 | select * from pg_prepared_xacts
                  | select * from pg_settings
            42501 | select current_setting('data_directory')
            42501 | select pg_read_file('PG_VERSION')
            42501 | select pg_read_binary_file('PG_VERSION')
            42501 | select pg_ls_dir('.')
            42501 | select pg_ls_waldir()
            42501 | select pg_stat_file('PG_VERSION')
            42501 | select pg_current_logfile()
            42501 | select pg_reload_conf()
            42501 | select pg_switch_wal()
            42501 | select pg_create_restore_point('x')
            42501 | select pg_create_logical_replication_slot('x', 'test_decoding')
            42501 | checkpoint
            42501 | select pg_terminate_backend(pg_backend_pid())
            42501 | select pg_cancel_backend(pg_backend_pid())
            42501 | select pg_export_snapshot()
            42501 | select pg_total_relation_size('frontless.record')
            42501 | select nextval('frontless.event_seq_seq')
            42501 | select setval('frontless.event_seq_seq', 1)
            42501 | select currval('frontless.event_seq_seq')
            42501 | select last_value from frontless.event_seq_seq
            42501 | select lo_create(0)
            42501 | select lo_from_bytea(0, 'x')
            42501 | select lo_import('/etc/passwd')
            42501 | select lo_export(1, '/tmp/x')
            42501 | select lo_get(1)
            """;

    private static final String SESSION = """
            42501 | select pg_advisory_lock(1)
            42501 | select pg_try_advisory_xact_lock(1)
            42501 | select pg_notify('x', 'y')
                  | listen x; notify x, 'y'; unlisten *
            25001 | vacuum full record
                  | analyze record
            42501 | reindex table record
            42501 | cluster record using record_pkey
            42501 | lock table event in access exclusive mode
            42501 | select query_to_xml('select * from context_key', true, true, '')
                  | select query_to_xml('select * from record where workspace_id <> ''{A}''', true, true, '')
                  | select table_to_xml('frontless.record', true, true, '')
                  | select ts_stat('select to_tsvector(data::text) from frontless.record where workspace_id = ''{B}''')
            """;

    private static final String LEAKS = """
                  | select * from record where workspace_id <> '{A}' and 1 / (case when data::text like '%{S}%' then 0 else 1 end) = 1
                  | select 1 from record where workspace_id = '{B}' and 1 / (case when version >= 0 then 0 else 1 end) = 1
                  | select cast(data::text as integer) from record where workspace_id = '{B}'
                  | select * from field_value where workspace_id = '{B}' and cast(text_value as integer) = 1
                  | select set_config('frontless.seen', data::text, false) from record where workspace_id = '{B}'; select current_setting('frontless.seen', true)
                  | select 1 from record where workspace_id <> '{A}' and set_config('frontless.seen', data::text, false) is null; select current_setting('frontless.seen', true)
                  | set enable_indexscan = off; set enable_bitmapscan = off; select 1 from record_word where word = lower('{S}') and 1 / (length(word) - length(word)) = 1
                  | set enable_seqscan = off; select 1 from field_value where text_value = '{S}' and 1 / (length(text_value) - length(text_value)) = 1
                  | select 1 from event where after::text like '%{S}%' and cast(after::text as integer) = 1
                  | select (select 1 / (case when exists (select from record where data::text like '%{S}%') then 0 else 1 end))
                  | select r.* from record r, lateral (select 1 / (case when r.data::text like '%{S}%' then 0 else 1 end)) d where r.workspace_id <> '{A}'
            """;

    private static final String WRITES = """
                  | update record set version = version where workspace_id = '{B}' returning *
                  | update record r set version = r.version from record other where other.workspace_id = '{B}' returning other.*
                  | delete from field_value where workspace_id = '{B}' returning *
                  | insert into record select * from record where workspace_id = '{B}' returning *
            42501 | insert into workspace (workspace_id, label) values ('{B}', 'x')
            42501 | insert into workspace (workspace_id, label) values ('{B}', 'x') on conflict do nothing
            42501 | insert into workspace (workspace_id, label) values ('{B}', 'x') on conflict (workspace_id) do update set label = 'x' returning *
            42501 | insert into entity (workspace_id, entity, label, version) values ('{B}', 'thing', 'x', 1) on conflict (workspace_id, entity) do update set label = 'x' returning *
                  | merge into record r using (select cast('{B}' as uuid) w) s on r.workspace_id = s.w when matched then update set version = 0
            42501 | merge into workspace w using (select cast('{B}' as uuid) id) s on w.workspace_id = s.id when not matched then insert (workspace_id, label) values (s.id, 'x')
            42501 | update event set action = 'x'
            42501 | delete from event
            42501 | insert into event (workspace_id, seq) overriding system value values ('{A}', 1)
            42501 | update record set workspace_id = '{B}'
            42501 | with moved as (delete from field_value returning *) insert into comment (workspace_id, comment_id, record_id, author_id, author_name, body, written_at) select '{B}', gen_random_uuid(), '{R}', '{R}', 'x', text_value, now() from moved
            """;
}
