package io.frontless.system.inside;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the database's own catalogue says of tenancy. */
class CatalogueIT extends InsideApplication {
    @Inject
    WorkspaceDatabase database;

    @Test
    void everyTableHasAWorkspaceOrIsKnownToHaveNone() {
        TreeSet<String> expected = new TreeSet<>(Tables.OF_THE_INSTALLATION);
        expected.addAll(database.triedOutside(Tables::ofWorkspaces));

        assertThat(database.triedOutside(Tables::all)).containsExactlyElementsOf(expected);
    }

    @Test
    void nothingOffendsARuleOfTenancy() throws SQLException {
        try (Connection connection = DatabaseRole.ADMINISTRATOR.connect()) {
            for (CatalogueRule rule : CatalogueRule.values()) {
                assertThat(rule.offenders(connection)).as(rule.name()).isEmpty();
            }
        }
    }

    @Test
    void everyRuleFindsWhatOffendsIt() throws SQLException {
        try (Connection connection = DatabaseRole.ADMINISTRATOR.connect()) {
            connection.setAutoCommit(false);
            for (CatalogueRule rule : CatalogueRule.values()) {
                rule.offend(connection);

                List<String> offenders = rule.offenders(connection);

                connection.rollback();
                assertThat(offenders).as(rule.name()).contains(rule.offender());
            }
        }
    }
}
