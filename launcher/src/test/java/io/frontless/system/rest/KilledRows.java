package io.frontless.system.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontless.system.ProductDatabase;
import io.frontless.system.inside.LogProof;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** What a killed server left in the database, as the administrator sees it. */
record KilledRows(ProductDatabase database, UUID workspaceId) {
    private static final String EVENT = "select version from event where workspace_id = ? and event_id = ?";
    private static final String PLAN = """
            select count(e.seq) from plan p left join event e using (workspace_id, plan_id)
            where workspace_id = ? and plan_id = ? and p.status = 'EXECUTED'
            """;
    private static final String KEY = """
            select count(e.seq) from plan p join event e using (workspace_id, plan_id)
            where workspace_id = ? and p.idempotency_key = ?
            """;
    private static final String HALF_DONE = """
            select p.plan_id::text from plan p left join event e using (workspace_id, plan_id) where workspace_id = ?
            group by p.plan_id, p.status, p.preview
            having count(e.seq) <> case p.status when 'EXECUTED' then (p.preview->>'changeCount')::int else 0 end
            """;

    /** Fails where an acknowledged change is not there. */
    void requireDone(KillWorker.Acknowledged one) throws SQLException {
        List<String> found = one.eventId() != null
                ? texts(EVENT, workspaceId, one.eventId())
                : texts(PLAN, workspaceId, Objects.requireNonNull(one.planId()));
        assertThat(found).as("acknowledged: " + one).containsExactly(Long.toString(one.version()));
    }

    /** How many events requests with this key have left. */
    int ofKey(String key) throws SQLException {
        return Integer.parseInt(texts(KEY, workspaceId, key).get(0));
    }

    /** Plans that were executed without all of their events, or not executed but with some. */
    List<String> plansHalfDone() throws SQLException {
        return texts(HALF_DONE, workspaceId);
    }

    List<String> contradictions() throws SQLException {
        try (Connection connection = database.asAdministrator()) {
            return LogProof.contradictions(connection, workspaceId);
        }
    }

    private List<String> texts(String sql, Object... parameters) throws SQLException {
        try (Connection connection = database.asAdministrator();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int index = 0; index < parameters.length; index++) {
                statement.setObject(index + 1, parameters[index]);
            }
            List<String> texts = new ArrayList<>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
            }
            return texts;
        }
    }
}
