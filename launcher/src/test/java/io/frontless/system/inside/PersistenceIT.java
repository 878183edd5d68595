package io.frontless.system.inside;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What the application may do in the database does not rest on its own good will. */
class PersistenceIT extends InsideApplication {
    @Resource(lookup = "jdbc/frontless")
    DataSource dataSource;

    @Test
    void dataSourceConnectsAsTheApplicationsRole() throws SQLException {
        assertThat(answer("select current_user")).isEqualTo("frontless_app");
    }

    @Test
    void applicationsRoleOwnsNothing() throws SQLException {
        String owned = """
                select count(*) from pg_shdepend
                where refclassid = 'pg_authid'::regclass and refobjid = current_user::regrole and deptype = 'o'
                """;

        assertThat(answer(owned)).isEqualTo("0");
    }

    @Test
    void applicationsRoleHasNoPrivilegeAboveItsGrants() throws SQLException {
        String privileges = """
                select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication
                from pg_roles where rolname = current_user
                """;

        assertThat(answer(privileges)).isEqualTo("f");
    }

    @Test
    void applicationsRoleBelongsToNoOtherRole() throws SQLException {
        assertThat(answer("select count(*) from pg_auth_members where member = current_user::regrole"))
                .isEqualTo("0");
    }

    private String answer(String query) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }
}
