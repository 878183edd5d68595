package io.frontless.system.inside;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * What would let one workspace's rows reach another, asked of the database's own catalogue by the superuser. Each rule lists what offends it, and knows
 * an offence that it must find, since a rule that finds nothing proves nothing.
 */
enum CatalogueRule {
    ROW_LEVEL_SECURITY_IS_ENABLED_AND_FORCED("""
            select relname from everything where not (relrowsecurity and relforcerowsecurity)
              and (oid in (select oid from tenant) or relname in ('account', 'challenge', 'device', 'installation_key', 'mailed_link', 'new_password', 'outbox', 'passkey', 'pending_sign_in', 'permit',
                'placement', 'recovery_code', 'residence', 'seat', 'session', 'session_token', 'totp'))
            """, """
            create table frontless.offender (workspace_id uuid primary key);
            call frontless.isolate('frontless.offender');
            alter table frontless.offender no force row level security
            """, "offender"),

    POLICY_ISOLATES_READING_AND_WRITING("""
            select relname from tenant where not exists (
              select from pg_policy p where p.polrelid = tenant.oid and p.polname = 'workspace_isolation' and p.polpermissive and p.polcmd = '*'
                and p.polroles = '{0}'
                and regexp_replace(pg_get_expr(p.polqual, p.polrelid), 'frontless\\.|\\s', '', 'g') = '((true,workspace_id)=(SELECTtrue,current_workspace()AScurrent_workspace))'
                and replace(pg_get_expr(p.polwithcheck, p.polrelid), 'frontless.', '') = '(workspace_id = ( SELECT current_workspace() AS current_workspace))')
            """, """
            create table frontless.offender (workspace_id uuid primary key);
            call frontless.isolate('frontless.offender');
            alter policy workspace_isolation on frontless.offender with check (true)
            """, "offender"),

    /** Permissive policies add up, so each one more is a hole until somebody has looked at it. The owner's are for functions alone. */
    NO_OTHER_POLICY_LETS_ANYTHING_THROUGH("""
            select c.relname || '.' || p.polname from pg_policy p join pg_class c on c.oid = p.polrelid
            where p.polname <> 'workspace_isolation' and p.polpermissive and (c.relname || '.' || p.polname) not in
              ('outbox.promise', 'outbox.worker', 'mailed_link.additions')
              and p.polroles <> array['frontless_owner'::regrole::oid]
              and not (p.polname = 'account_isolation' and c.relname in ('account', 'device', 'new_password', 'passkey', 'pending_sign_in',
                  'recovery_code', 'seat', 'session', 'session_token', 'totp')
                and regexp_replace(pg_get_expr(p.polqual, p.polrelid), 'frontless\\.|\\s', '', 'g') = '((true,account_id)=(SELECTtrue,current_person()AScurrent_person))'
                and regexp_replace(pg_get_expr(p.polwithcheck, p.polrelid), 'frontless\\.|\\s', '', 'g') = '(account_id=(SELECTcurrent_person()AScurrent_person))')
            """, """
            create policy everybody on frontless.record for select using (true)
            """, "record.everybody"),

    PRIMARY_KEYS_AND_UNIQUE_INDEXES_BEGIN_WITH_THE_WORKSPACE("""
            select i.indexrelid::regclass::text from pg_index i join tenant on tenant.oid = i.indrelid
            where (i.indisunique or i.indisexclusion) and i.indkey[0] <> tenant.attnum
            """, """
            create table frontless.offenders (workspace_id uuid, other_id uuid, primary key (workspace_id, other_id));
            create unique index offender on frontless.offenders (other_id)
            """, "offender"),

    /** Another one could be asked alone, and would tell by the rows that the policy then removes how many there are between two values. */
    INDEXES_BEGIN_WITH_WHAT_THE_POLICY_COMPARES("""
            select i.indexrelid::regclass::text from pg_index i join everything c on c.oid = i.indrelid join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
            where c.relrowsecurity and a.attname not in ('workspace_id', 'account_id') and has_column_privilege('frontless_app', c.oid, a.attnum, 'SELECT')
              and c.relname <> 'outbox'
            """, """
            create index offender on frontless.record (version)
            """, "offender"),

    FOREIGN_KEYS_STAY_IN_ONE_WORKSPACE("""
            select c.conname from pg_constraint c join tenant on tenant.oid = c.conrelid left join tenant target on target.oid = c.confrelid
            where c.contype = 'f' and c.confrelid <> 'frontless.account'::regclass
              and (target.oid is null or c.conkey[1] <> tenant.attnum or c.confkey[1] <> target.attnum)
            union all
            select c.conname from pg_constraint c join tenant target on target.oid = c.confrelid
            where c.contype = 'f' and not exists (select from tenant where tenant.oid = c.conrelid)
            """, """
            alter table frontless.record add column other_workspace uuid;
            alter table frontless.record add constraint offender foreign key (other_workspace) references frontless.workspace (workspace_id)
            """, "offender"),

    VIEWS_READ_WITH_THE_RIGHTS_OF_WHOEVER_ASKS("""
            select relname from everything where relkind in ('m', 'f')
              or relkind = 'v' and not coalesce(reloptions, '{}') @> '{security_invoker=true}'
            """, """
            create view frontless.offender as select * from frontless.record
            """, "offender"),

    NOTHING_IS_STORED_TWICE_OUTSIDE_OF_ROW_LEVEL_SECURITY("""
            select relname from everything where relkind in ('m', 'f')
            """, """
            create materialized view frontless.offender as select * from frontless.record
            """, "offender"),

    FUNCTIONS_WITH_THEIR_OWNERS_RIGHTS_ARE_KNOWN_AND_FIX_THEIR_SEARCH_PATH("""
            select p.proname from pg_proc p where p.prosecdef and p.pronamespace::regnamespace::text !~ '^pg_'
              and (p.proname not in ('verified_context', 'vouched', 'account_by_address', 'link_by_token', 'use_link',
                'note_session_use', 'confirm_token', 'offer_successor', 'take_permit', 'forget_permits', 'installation_keys',
                'store_installation_key', 'destroy_installation_key', 'peppers_in_use', 'remake_password_hash', 'destroy_previous_context_key',
                'enter_residence', 'placements', 'providers_of_domain', 'forget_expired', 'add_challenge', 'use_challenge',
                'hold_renewal', 'redact_as_told', 'remove_as_told', 'redact_model_requests', 'remove_model_requests', 'own_membership', 'own_memberships',
                'session_in_workspace', 'key_by_context', 'people', 'invitation_by_token', 'all_workspaces', 'due_sinks', 'keys_wrapped_by_others',
                'keys_wrapped_by', 'rewrap_key')
                or p.proconfig is distinct from '{"search_path=frontless, pg_temp"}')
            """, """
            create function frontless.offender() returns bigint language sql security definer as 'select 1::bigint'
            """, "offender"),

    APPLICATION_CALLS_THE_FUNCTIONS_THAT_ARE_MEANT_FOR_IT("""
            select p.proname from pg_proc p where p.pronamespace = 'frontless'::regnamespace
              and has_function_privilege('frontless_app', p.oid, 'EXECUTE')
              and p.proname not in ('verified_context', 'current_workspace', 'current_account', 'current_worker', 'own_membership', 'require_untouched',
                'account_by_address', 'link_by_token', 'use_link', 'note_session_use', 'confirm_token', 'offer_successor',
                'take_permit', 'forget_permits', 'current_key', 'spend_rows', 'installation_keys', 'store_installation_key',
                'destroy_installation_key', 'peppers_in_use', 'remake_password_hash', 'session_in_workspace', 'key_by_context',
                'destroy_previous_context_key', 'enter_residence', 'placements', 'providers_of_domain', 'forget_expired', 'add_challenge',
                'use_challenge', 'hold_renewal', 'held', 'kept', 'removable_events', 'require_context', 'current_person', 'own_memberships', 'people', 'invitation_by_token', 'all_workspaces', 'due_sinks',
                'keys_wrapped_by_others', 'keys_wrapped_by', 'rewrap_key')
            """, """
            grant execute on function frontless.store_context_key(bytea) to frontless_app
            """, "store_context_key"),

    APPLICATION_CANNOT_TRUNCATE_REFER_TRIGGER_OR_MAINTAIN("""
            select relname from everything where relkind in ('r', 'p', 'v')
              and has_table_privilege('frontless_app', oid, 'TRUNCATE, TRIGGER, MAINTAIN')
            union all
            select relname from everything where relkind in ('r', 'p', 'v') and has_any_column_privilege('frontless_app', oid, 'REFERENCES')
            """, """
            grant references (record_id) on frontless.record to frontless_app
            """, "record"),

    LOGS_ARE_ONLY_APPENDED_TO_BY_COLUMN("""
            select relname from everything where relname in ('event', 'refused_attempt', 'event_leaf', 'event_tile', 'tree_head')
              and (has_table_privilege('frontless_app', oid, 'INSERT, UPDATE, DELETE') or has_any_column_privilege('frontless_app', oid, 'UPDATE'))
            union all
            select c.relname || '.' || a.attname from everything c join pg_attribute a on a.attrelid = c.oid
            where c.relname in ('event', 'refused_attempt') and a.attname in ('seq', 'occurred_at', 'attempted_at', 'written_by')
              and has_column_privilege('frontless_app', c.oid, a.attnum, 'INSERT')
            """, """
            grant insert on frontless.event to frontless_app
            """, "event"),

    NO_COLUMN_OF_A_KEY_TO_THE_CONTEXT_IS_READABLE("""
            select 'context_key' where has_any_column_privilege('frontless_app', 'frontless.context_key', 'SELECT, INSERT, UPDATE')
            """, """
            grant select (key) on frontless.context_key to frontless_app
            """, "context_key"),

    NO_SEQUENCE_TELLS_WHAT_OTHERS_DO("""
            select relname from everything where case relkind when 'S' then has_sequence_privilege('frontless_app', oid, 'SELECT, USAGE, UPDATE') end
            """, """
            grant select on sequence frontless.event_seq_seq to frontless_app
            """, "event_seq_seq"),

    NOTHING_IS_GRANTED_TO_EVERYBODY("""
            select relname from everything, aclexplode(relacl) a where a.grantee = 0
            union all
            select relname from everything join pg_attribute on attrelid = everything.oid, aclexplode(attacl) a where a.grantee = 0
            union all
            select proname from pg_proc, aclexplode(coalesce(proacl, acldefault('f', proowner))) a
            where pronamespace = 'frontless'::regnamespace and a.grantee = 0
            union all
            select nspname from pg_namespace, aclexplode(nspacl) a where a.grantee = 0 and (nspname = 'frontless' or a.privilege_type = 'CREATE')
            union all
            select datname from pg_database, aclexplode(coalesce(datacl, acldefault('d', datdba))) a where datname = current_database() and a.grantee = 0
            union all
            select lanname from pg_language, aclexplode(coalesce(lanacl, acldefault('l', lanowner))) a where lanname = 'plpgsql' and a.grantee = 0
            """, """
            create function frontless.offender() returns bigint language sql as 'select 1::bigint'
            """, "offender"),

    NOTHING_WILL_BE_GRANTED_BY_DEFAULT("""
            select 'default privileges' from pg_default_acl, aclexplode(defaclacl) a where a.grantee in (0, 'frontless_app'::regrole)
            """, """
            alter default privileges for role frontless_owner grant select on tables to frontless_app
            """, "default privileges"),

    APPLICATION_OWNS_NOTHING("""
            select pg_describe_object(classid, objid, objsubid) from pg_shdepend
            where refclassid = 'pg_authid'::regclass and refobjid = 'frontless_app'::regrole and deptype = 'o'
            """, """
            alter table frontless.comment owner to frontless_app
            """, "table comment"),

    ROLES_ARE_NOBODY_ELSE_AND_UNDER_ROW_LEVEL_SECURITY("""
            select rolname::text from pg_roles where rolname in ('frontless_app', 'frontless_owner')
              and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)
            union all
            select roleid::regrole::text from pg_auth_members where member in ('frontless_app'::regrole, 'frontless_owner'::regrole)
              or roleid in ('frontless_app'::regrole, 'frontless_owner'::regrole)
            """, """
            grant pg_read_all_data to frontless_app
            """, "pg_read_all_data"),

    APPLICATION_CREATES_NOTHING("""
            select 'database' where has_database_privilege('frontless_app', current_database(), 'CREATE, TEMPORARY')
            union all
            select nspname from pg_namespace where has_schema_privilege('frontless_app', oid, 'CREATE')
            union all
            select lanname from pg_language where lanname <> 'sql' and lanpltrusted and has_language_privilege('frontless_app', oid, 'USAGE')
            """, """
            grant temporary on database frontless to frontless_app
            """, "database");

    private static final String BEGINNING = """
            with everything as (
              select c.* from pg_class c where c.relnamespace::regnamespace::text !~ '^(pg_|information_schema)'),
            tenant as (
              select c.*, a.attnum from everything c join pg_attribute a on a.attrelid = c.oid
              where c.relkind in ('r', 'p') and a.attname = 'workspace_id' and not a.attisdropped)
            """;

    private final String offenders;
    private final String offence;
    private final String offender;

    CatalogueRule(String offenders, String offence, String offender) {
        this.offenders = offenders;
        this.offence = offence;
        this.offender = offender;
    }

    /** What offends it at the moment. */
    List<String> offenders(Connection connection) throws SQLException {
        return WorkspaceDatabase.texts(connection, BEGINNING + offenders);
    }

    /** Offends it, in a transaction that must not be committed. */
    void offend(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(offence);
        }
    }

    /** What it must find then. */
    String offender() {
        return offender;
    }
}
