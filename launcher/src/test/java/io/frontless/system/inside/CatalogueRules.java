package io.frontless.system.inside;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/** The catalogue's rules for tests outside of the application, which ask another database. */
public final class CatalogueRules {
    private CatalogueRules() {}

    /** What they are called. */
    public static List<String> names() {
        return Arrays.stream(CatalogueRule.values()).map(Enum::name).toList();
    }

    /** What offends one at the moment. */
    public static List<String> offenders(String name, Connection administrator) throws SQLException {
        return CatalogueRule.valueOf(name).offenders(administrator);
    }
}
