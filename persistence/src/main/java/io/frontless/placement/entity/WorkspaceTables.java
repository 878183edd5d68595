package io.frontless.placement.entity;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The tables that hold workspaces' data, as the database's own catalogue lists them, so that a new one is moved from its first day.
 *
 * @param columns each table with its columns and their types; those that others refer to come first
 */
public record WorkspaceTables(Map<String, List<Column>> columns) {

    private static final String COLUMNS = """
            select c.relname, a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod), a.attidentity <> '', a.attgenerated <> ''
            from pg_catalog.pg_class c join pg_catalog.pg_attribute a on a.attrelid = c.oid
            where c.relnamespace = 'frontless'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
              and exists (select from pg_catalog.pg_attribute w
                          where w.attrelid = c.oid and w.attname = 'workspace_id' and not w.attisdropped)
            order by c.relname, a.attnum""";

    private static final String REFERENCES = """
            select distinct f.relname, t.relname from pg_catalog.pg_constraint r
            join pg_catalog.pg_class f on f.oid = r.conrelid join pg_catalog.pg_class t on t.oid = r.confrelid
            where r.contype = 'f' and f.relnamespace = 'frontless'::regnamespace and f.oid <> t.oid""";

    /** A column; {@code counted} where the database numbers its rows, {@code computed} where it makes the value of others. */
    public record Column(String name, String type, boolean counted, boolean computed) {}

    private record Reference(String from, String to) {}

    /** Those of a database. */
    static WorkspaceTables of(Connection connection) throws SQLException {
        Map<String, List<Column>> found = new LinkedHashMap<>();
        Sql.read(
                connection,
                row -> found.computeIfAbsent(row.getString(1), table -> new ArrayList<>())
                        .add(new Column(row.getString(2), row.getString(3), row.getBoolean(4), row.getBoolean(5))),
                COLUMNS);
        List<Reference> references =
                Sql.read(connection, row -> new Reference(row.getString(1), row.getString(2)), REFERENCES);
        Map<String, List<Column>> ordered = new LinkedHashMap<>();
        for (String table : inOrder(found.keySet(), references)) {
            ordered.put(table, List.copyOf(found.getOrDefault(table, List.of())));
        }
        return new WorkspaceTables(ordered);
    }

    /** The tables, those that others refer to first. */
    List<String> names() {
        return List.copyOf(columns.keySet());
    }

    private static Set<String> inOrder(Set<String> tables, List<Reference> references) {
        Set<String> done = new LinkedHashSet<>();
        Set<String> open = new TreeSet<>(tables);
        while (!open.isEmpty()) {
            List<String> free = open.stream()
                    .filter(table -> references.stream()
                            .noneMatch(each -> each.from().equals(table) && open.contains(each.to())))
                    .toList();
            if (free.isEmpty()) {
                throw new IllegalStateException("these tables refer to each other in a circle: " + open);
            }
            done.addAll(free);
            free.forEach(open::remove);
        }
        return done;
    }
}
