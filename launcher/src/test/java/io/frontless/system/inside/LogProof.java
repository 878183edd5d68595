package io.frontless.system.inside;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Whether records and their events tell the same story: no state without its event, no event without its state, and each event begins where the one before it ended. */
public final class LogProof {

    /** A restored record is what it was when it was deleted; of any other event the state before is the state after the one before it. */
    private static final String BROKEN = """
            with told as (
              select record_id, seq, version, before, after,
                lag(version) over story as version_before, lag(after) over story as after_before,
                lag(before) over story as before_before, lead(seq) over story is null as latest
              from frontless.event where workspace_id = ? and action like 'record.%'
              window story as (partition by record_id order by seq)),
            kept as (select record_id, version, data, deleted_at from frontless.record where workspace_id = ?)
            select 'event ' || seq || ' of ' || record_id || ' has version ' || version || ' after ' || coalesce(version_before, 0)
            from told where version <> coalesce(version_before, 0) + 1
            union all
            select 'event ' || seq || ' of ' || record_id || ' found ' || coalesce(before::text, 'nothing') || ' where '
              || coalesce(after_before::text, 'nothing') || ' was left'
            from told where before is distinct from after_before
            union all
            select 'event ' || seq || ' of ' || record_id || ' brought back ' || coalesce(after::text, 'nothing') || ' where '
              || coalesce(before_before::text, 'nothing') || ' was deleted'
            from told where before is null and version_before is not null and after is distinct from before_before
            union all
            select 'record ' || coalesce(kept.record_id, told.record_id) || ' is ' || coalesce(kept.data::text, 'nothing') || ', version '
              || coalesce(kept.version, 0) || ', where its last event left ' || coalesce(told.after::text, 'nothing') || ', version '
              || coalesce(told.version, 0)
            from (select * from told where latest) told full join kept using (record_id)
            where kept.version is distinct from told.version
              or (kept.deleted_at is null) is distinct from (told.after is not null)
              or kept.data is distinct from coalesce(told.after, told.before)
            """;

    private LogProof() {}

    /** What contradicts itself in a workspace, a line each; the connection must be allowed to see it. */
    public static List<String> contradictions(Connection connection, UUID workspaceId) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(BROKEN)) {
            statement.setObject(1, workspaceId);
            statement.setObject(2, workspaceId);
            List<String> lines = new ArrayList<>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    lines.add(rows.getString(1));
                }
            }
            return lines;
        }
    }
}
