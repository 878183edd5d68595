package io.frontless.system.inside;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the database's own catalogue says of tenancy. */
class CatalogueIT extends InsideApplication {
    private static final String SELECT =
            "select c.relname from pg_class c where c.relnamespace = 'frontless'::regnamespace and ";

    @Inject
    WorkspaceDatabase database;

    @Test
    void everyTableHasAWorkspaceOrIsKnownToHaveNone() {
        TreeSet<String> expected = new TreeSet<>(Tables.OF_THE_INSTALLATION);
        expected.addAll(database.triedOutside(Tables::ofWorkspaces));

        assertThat(database.triedOutside(Tables::all)).containsExactlyElementsOf(expected);
    }

    @Test
    void everyTenantTableHasRowLevelSecurityEnabledAndForced() {
        List<String> secured = list(SELECT + "c.relrowsecurity and c.relforcerowsecurity order by 1");

        assertThat(secured).containsExactlyElementsOf(database.triedOutside(Tables::ofWorkspaces));
    }

    @Test
    void everyTenantTableHasThePolicyThatIsolatesWorkspacesForReadingAndWriting() {
        String condition = "(workspace_id = ( SELECT frontless.current_workspace() AS current_workspace))";
        List<String> isolated = list("""
                select tablename from pg_policies where schemaname = 'frontless' and policyname = 'workspace_isolation'
                  and permissive = 'PERMISSIVE' and cmd = 'ALL' and roles = '{public}'
                  and replace(qual, 'frontless.', '') = replace(?, 'frontless.', '')
                  and replace(with_check, 'frontless.', '') = replace(?, 'frontless.', '') order by 1
                """, condition, condition);

        assertThat(isolated).containsExactlyElementsOf(database.triedOutside(Tables::ofWorkspaces));
    }

    /** Permissive policies add up, so each one more is a hole until somebody has looked at it. */
    @Test
    void otherPoliciesOnlyLetAPersonSeeTheirOwnMembershipsAndTheInvitationWhoseTokenTheyBring() {
        List<String> others = list("""
                select tablename || '.' || policyname || ' ' || cmd from pg_policies
                where schemaname = 'frontless' and policyname <> 'workspace_isolation' order by 1
                """);

        assertThat(others)
                .containsExactly(
                        "invitation.own_invitation SELECT",
                        "member.own_membership SELECT",
                        "role.own_role SELECT",
                        "workspace.own_workspace SELECT");
    }

    @Test
    void everyTenantTableBeginsItsKeysWithTheWorkspace() {
        List<String> otherwise = list("""
                select c.conrelid::regclass || '.' || c.conname from pg_constraint c
                join pg_attribute a on a.attrelid = c.conrelid and a.attname = 'workspace_id'
                where c.connamespace = 'frontless'::regnamespace and c.contype in ('p', 'u')
                  and c.conkey[1] <> a.attnum order by 1
                """);

        assertThat(otherwise).isEmpty();
    }

    @Test
    void foreignKeysBetweenTenantTablesStayInOneWorkspace() {
        List<String> crossing = list("""
                select c.conname from pg_constraint c
                join pg_attribute a on a.attrelid = c.conrelid and a.attname = 'workspace_id'
                join pg_attribute b on b.attrelid = c.confrelid and b.attname = 'workspace_id'
                where c.connamespace = 'frontless'::regnamespace and c.contype = 'f'
                  and (c.conkey[1] <> a.attnum or c.confkey[1] <> b.attnum) order by 1
                """);

        assertThat(crossing).isEmpty();
    }

    @Test
    void applicationOwnsNoTableAndCannotTruncateOrTriggerAny() {
        List<String> owned = list(SELECT + "pg_get_userbyid(c.relowner) <> 'frontless_owner' order by 1");
        List<String> allowed = list(SELECT + """
                c.relkind in ('r', 'p', 'v', 'm', 'f')
                and (has_table_privilege('frontless_app', c.oid, 'TRUNCATE')
                  or has_table_privilege('frontless_app', c.oid, 'TRIGGER')
                  or has_table_privilege('frontless_app', c.oid, 'REFERENCES')) order by 1
                """);

        assertThat(owned).isEmpty();
        assertThat(allowed).isEmpty();
    }

    @Test
    void viewsReadWithTheRightsOfWhoeverAsks() {
        List<String> others = list(SELECT + """
                c.relkind in ('v', 'm') and not coalesce(c.reloptions, '{}') @> '{security_invoker=true}' order by 1
                """);

        assertThat(others).isEmpty();
    }

    @Test
    void applicationCannotReadTheKeyThatMakesContexts() {
        List<String> rights = list("""
                select 'table' where has_any_column_privilege('frontless_app', 'frontless.context_key', 'SELECT, INSERT, UPDATE')
                union all
                select p.proname from pg_proc p where p.pronamespace = 'frontless'::regnamespace
                  and p.proname not in ('verified_context', 'current_workspace', 'current_account')
                  and not (p.proname = 'own_membership' and not p.prosecdef)
                  and p.prorettype <> 'trigger'::regtype and has_function_privilege('frontless_app', p.oid, 'EXECUTE')
                """);

        assertThat(rights).isEmpty();
    }

    private List<String> list(String sql, Object... parameters) {
        return database.triedOutside(connection -> WorkspaceDatabase.texts(connection, sql, parameters));
    }
}
