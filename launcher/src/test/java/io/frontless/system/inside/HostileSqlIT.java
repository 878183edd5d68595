package io.frontless.system.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** Whatever text runs as the application's role, inside a workspace or in none, it tells and changes nothing of another one. */
class HostileSqlIT extends InsideApplication {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** What others have of their own, so that a text that shows it has been where it should not. */
    private static final String WORD = "Zebrawood";

    @Inject
    FullWorkspace fullWorkspace;

    @Inject
    WorkspaceDatabase database;

    @Test
    void noTextTellsOrChangesAnythingOfAnotherWorkspace() {
        Attack attack = attack();
        List<String> before = rows(attack.other());
        Set<String> foreign = foreign(attack);
        List<String> otherwise = new ArrayList<>();

        for (HostileTexts text : HostileTexts.all()) {
            for (String context : new @Nullable String[] {attack.context(), null}) {
                String sql = attack.filled(text.sql());
                Told told = told(context, sql);

                if (context != null && !told.state().equals(text.state())) {
                    otherwise.add(sql + "\n" + told);
                }
                for (String thing : foreign) {
                    assertThat(told.lines())
                            .as(sql)
                            .noneMatch(line -> line.contains(thing)
                                    && !sql.toLowerCase(Locale.ROOT).contains(thing.toLowerCase(Locale.ROOT)));
                }
            }
            assertThat(rows(attack.other())).as("after " + text.sql()).isEqualTo(before);
        }
        assertThat(otherwise)
                .as("refused or let through otherwise than it should")
                .isEmpty();
    }

    @Test
    void idsOfAnotherWorkspaceAreToldFromIdsThatNeverWereByNoStatement() {
        Attack attack = attack();

        for (String probe : PROBES.lines().toList()) {
            for (String context : new @Nullable String[] {attack.context(), null}) {
                String workspace = UUID.randomUUID().toString();
                String record = UUID.randomUUID().toString();
                Attack never = new Attack(attack.own(), UUID.fromString(workspace), attack.context(), record);

                Told theirs = told(context, attack.filled(probe));
                Told nobodys = told(context, never.filled(probe));

                assertThat(theirs.with("?", attack.other().toString(), attack.record()))
                        .as(probe)
                        .isEqualTo(nobodys.with("?", workspace, record));
            }
        }
    }

    /** Accounts are the installation's and belong to no workspace. */
    @Test
    void rowWithKeysOfAnotherWorkspaceIsAnsweredAsOneWithKeysThatNeverWere() {
        Attack attack = attack();
        Set<String> kept = new TreeSet<>(database.<List<String>>tried(
                attack.other(),
                connection -> WorkspaceDatabase.texts(connection, "select account_id::text from member")));

        for (String table : database.triedOutside(Tables::ofWorkspaces)) {
            String theirs = database.tried(
                    attack.other(),
                    connection -> WorkspaceDatabase.text(
                            connection, "select to_jsonb(t)::text from frontless." + table + " t limit 1"));
            String columns =
                    String.join(", ", database.<List<String>>triedOutside(c -> Tables.columns(c, table, "INSERT")));
            for (String into : List.of(attack.own().toString(), attack.other().toString())) {
                kept.add(into);
                String copied = theirs.replace(attack.other().toString(), into);
                Told copy = told(attack.context(), insert(table, columns, copied));
                Told fresh = told(attack.context(), insert(table, columns, renewed(copied, kept)));

                assertThat(anonymous(copy)).as(table + " into " + into).isEqualTo(anonymous(fresh));
            }
        }
    }

    @Test
    void copyTellsTheOwnRowsAloneAndTakesNone() throws SQLException, IOException {
        Attack attack = attack();
        Set<String> foreign = foreign(attack);

        for (String table : database.triedOutside(Tables::ofWorkspaces)) {
            try (Connection connection = connect(attack.context())) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut("copy frontless." + table + " to stdout", out);
                assertThat(out.toString(StandardCharsets.UTF_8))
                        .contains(attack.own().toString());
                assertThat(foreign).noneMatch(out.toString(StandardCharsets.UTF_8)::contains);
                String in = "copy frontless.%s (workspace_id) from stdin".formatted(table);
                CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
                assertThatThrownBy(() -> copies.copyIn(in, new StringReader(attack.other() + "\n")))
                        .as(in)
                        .isInstanceOf(SQLException.class);
            }
        }
    }

    /** Statements in which {@code {B}} and {@code {R}} are another workspace's, or nobody's. */
    private static final String PROBES = """
            select * from workspace where workspace_id = '{B}'
            select count(*) from record where workspace_id = '{B}' and record_id = '{R}'
            select * from frontless.own_membership('', '{B}')
            insert into workspace (workspace_id, label) values ('{B}', 'x')
            insert into workspace (workspace_id, label) values ('{B}', 'x') on conflict do nothing
            insert into workspace_key (workspace_id, key_version, wrapped_key) values ('{B}', 1, 'x')
            insert into member (workspace_id, account_id, role) values ('{B}', '{R}', 'OWNER')
            insert into record (workspace_id, entity, record_id, version, data) values ('{B}', 'thing', '{R}', 1, '{}')
            insert into record (workspace_id, entity, record_id, version, data) values ('{B}', 'thing', '{R}', 1, '{}') on conflict do nothing
            insert into record (workspace_id, entity, record_id, version, data) values ('{A}', 'nothing', '{R}', 1, '{}')
            insert into field_value (workspace_id, entity, field, record_id, text_value) values ('{A}', 'thing', 'name', '{R}', 'x')
            insert into link (workspace_id, link_id, record_id, to_record_id, label) values ('{A}', gen_random_uuid(), '{R}', '{R}', 'x')
            insert into comment (workspace_id, comment_id, record_id, author_id, author_name, body, written_at) values ('{A}', gen_random_uuid(), '{R}', '{R}', 'x', 'x', now())
            update field_value set reference_value = '{R}' where field = 'parent'
            update record set version = 7 where record_id = '{R}' returning *
            delete from field_value where record_id = '{R}' returning *
            merge into record r using (select cast('{R}' as uuid) id) s on r.record_id = s.id when matched then update set version = 1
            select * from record where record_id = '{R}' for update nowait
            select * from record where record_id = '{R}' for update skip locked
            explain (analyze, costs off, timing off, summary off) select * from record where workspace_id = '{B}'
            explain (analyze, costs off, timing off, summary off) select * from record where workspace_id = '{B}' and record_id = '{R}'
            explain (analyze, costs off, timing off, summary off) select * from field_value where workspace_id >= '{B}' and workspace_id <= '{B}'
            explain (analyze, costs off, timing off, summary off) select * from event where record_id = '{R}'
            """;

    private Attack attack() {
        UUID other = fullWorkspace.made(WORD);
        UUID own = fullWorkspace.made();
        String context = database.tried(
                own, connection -> WorkspaceDatabase.text(connection, "select current_setting('frontless.workspace')"));
        String record = database.tried(
                other,
                connection -> WorkspaceDatabase.text(
                        connection, "select record_id from record where data::text like '%' || ? || '%'", WORD));
        return new Attack(own, other, context, record);
    }

    /** Who attacks whom, with what in hand. */
    private record Attack(UUID own, UUID other, String context, String record) {
        String filled(String text) {
            return text.replace("{A}", own.toString())
                    .replace("{B}", other.toString())
                    .replace("{MAC}", context.substring(context.indexOf(':') + 1))
                    .replace("{R}", record)
                    .replace("{S}", WORD);
        }
    }

    /** Every id and the word that the other workspace has and the own one does not. */
    private Set<String> foreign(Attack attack) {
        Set<String> things = new TreeSet<>(ids(rows(attack.other())));
        things.removeAll(ids(rows(attack.own())));
        things.add(WORD);
        things.add(WORD.toLowerCase(Locale.ROOT));
        return things;
    }

    private static Set<String> ids(List<String> rows) {
        Set<String> ids = new TreeSet<>();
        for (String row : rows) {
            Matcher matcher = ID.matcher(row);
            while (matcher.find()) {
                ids.add(matcher.group());
            }
        }
        return ids;
    }

    /** All but what the worker adds meanwhile: seals, and what witnesses were told. */
    private List<String> rows(UUID workspace) {
        return database.tried(workspace, connection -> {
            List<String> rows = new ArrayList<>();
            List<String> tables = new ArrayList<>(Tables.ofWorkspaces(connection));
            tables.removeAll(Tables.OF_THE_WORKER);
            for (String table : tables) {
                rows.addAll(WorkspaceDatabase.texts(
                        connection,
                        "select to_jsonb(t)::text from frontless." + table + " t where workspace_id = ? order by 1",
                        workspace));
            }
            return rows;
        });
    }

    private static String insert(String table, String columns, String row) {
        return "insert into frontless.%s (%s) select %s from jsonb_populate_record(null::frontless.%s, '%s'); rollback"
                .formatted(table, columns, columns, table, row.replace("'", "''"));
    }

    /** The same with every id but these replaced by one that never was. */
    private static String renewed(String row, Set<String> kept) {
        return ID.matcher(row)
                .replaceAll(id -> kept.contains(id.group())
                        ? id.group()
                        : UUID.nameUUIDFromBytes(id.group().getBytes(StandardCharsets.UTF_8))
                                .toString());
    }

    private static Told anonymous(Told told) {
        return new Told(
                told.state(),
                told.lines().stream()
                        .map(line -> ID.matcher(line).replaceAll("?"))
                        .toList());
    }

    private static Told told(@Nullable String context, String sql) {
        try (Connection connection = connect(context)) {
            return Told.by(connection, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static Connection connect(@Nullable String context) throws SQLException {
        Connection connection = DatabaseRole.APPLICATION.connect();
        connection.setAutoCommit(false);
        if (context != null) {
            WorkspaceDatabase.texts(connection, "select set_config('frontless.workspace', ?, true)", context);
        }
        return connection;
    }
}
