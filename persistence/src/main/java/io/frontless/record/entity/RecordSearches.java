package io.frontless.record.entity;

import io.frontless.record.entity.RecordCondition.All;
import io.frontless.record.entity.RecordSearch.FieldKey;
import io.frontless.record.entity.RecordSearch.Found;
import io.frontless.record.entity.RecordSearch.Position;
import io.frontless.record.entity.RecordSearch.Window;
import io.frontless.workspace.entity.Statements;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Runs searches, each in the way that is likely to touch the fewest rows. */
@Dependent
public class RecordSearches {

    /** So many candidates are sorted more quickly than a page is met by chance. */
    private static final int FEW = 2_000;

    /** A page that is not full after so many steps is so rarely met that looking at everything at once is better. */
    private static final int STEPS_MAX = 5_000;

    /** So few steps cost less than finding out how many records meet the conditions; most pages are full by then. */
    private static final int STEPS_FIRST = 500;

    private final Statements statements;

    @Inject
    public RecordSearches(Statements statements) {
        this.statements = statements;
    }

    /** A page of what the search finds. */
    public List<Found> page(RecordSearch search, Window window) {
        PageSql sql = new PageSql(search);
        List<Candidates> candidates = candidates(search);
        if (!candidates.isEmpty() && isLikelyWalked(search, window)) {
            List<Found> first = found(search, sql.fromWalk(window, STEPS_FIRST));
            if (first.size() == window.limit()) {
                return first;
            }
        }
        Optional<Candidates> few = few(candidates);
        if (few.isPresent()) {
            return found(search, sql.fromCandidates(few.get(), window));
        }
        return walked(search, sql, window).orElseGet(() -> found(search, sql.fromAll(window)));
    }

    /** How many records the search finds. */
    public long count(RecordSearch search) {
        List<Candidates> candidates = candidates(search);
        if (candidates.size() == 1 && candidates.get(0).others().equals(new All(List.of()))) {
            Candidates all = candidates.get(0);
            return number(SqlText.of("select count(" + (all.once() ? "*" : "distinct x.record_id") + ") from (")
                    .add(all.ids())
                    .add(") x"));
        }
        Candidates few = few(candidates).orElse(null);
        SqlText sql = few == null
                ? SqlText.of(
                        "select count(*) from frontless.record c where c.workspace_id = ? and c.entity = ? and c.deleted_at is null and ",
                        search.workspaceId(),
                        search.entity())
                : SqlText.of("select count(*) from (select distinct x.record_id from (")
                        .add(few.ids())
                        .add(") x offset 0) c where ");
        sql.add(new ConditionSql(search.workspaceId(), few != null)
                .holds(few == null ? search.condition() : few.others(), "c.record_id"));
        return number(sql);
    }

    private static List<Candidates> candidates(RecordSearch search) {
        return new CandidateSql(search.workspaceId(), search.entity()).of(search.condition());
    }

    /** The candidates of the part of the condition that the fewest records meet, where those are few. */
    private Optional<Candidates> few(List<Candidates> candidates) {
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        List<SqlText> counts = candidates.stream()
                .map(each ->
                        SqlText.of("(select count(*) from (").add(each.ids()).add(" limit " + (FEW + 1) + ") n)"))
                .toList();
        SqlText sql = SqlText.of("select ").add(SqlText.joined(counts, ", "));
        List<Long> sizes = statements
                .read(row -> numbers(row, counts.size()), sql.text(), sql.parameters())
                .get(0);
        int least = IntStream.range(0, sizes.size())
                .reduce(0, (one, other) -> sizes.get(other) < sizes.get(one) ? other : one);
        return sizes.get(least) <= FEW ? Optional.of(candidates.get(least)) : Optional.empty();
    }

    /** The page as walking finds it; none where the order cannot be walked, or the page may be longer than what was walked through. */
    private Optional<List<Found>> walked(RecordSearch search, PageSql sql, Window window) {
        if (!canBeWalked(search, window)) {
            return Optional.empty();
        }
        boolean everything = sql.unmet().equals(new All(List.of()));
        long stepsMax = everything ? Integer.MAX_VALUE : STEPS_MAX;
        List<Found> found = found(search, sql.fromWalk(window, stepsMax));
        if (found.size() == window.limit()) {
            return Optional.of(found);
        }
        boolean complete =
                search.order().isEmpty() || ((FieldKey) search.order().get(0)).everywhere();
        boolean ended = everything || number(sql.steps(window, stepsMax)) < stepsMax;
        return complete && ended ? Optional.of(found) : Optional.empty();
    }

    /**
     * Whether to walk a little before anything is counted. In the order of creation it is not: who looks for some records, and not for a page of a list, finds few, and counting
     * them takes a fraction of a walk in vain.
     */
    private static boolean isLikelyWalked(RecordSearch search, Window window) {
        return !search.order().isEmpty() && canBeWalked(search, window);
    }

    /** Whether an index has the order: that of creation, or of one field as long as it is not among those that have no value. */
    private static boolean canBeWalked(RecordSearch search, Window window) {
        if (search.order().isEmpty()) {
            return true;
        }
        Position after = window.after();
        boolean amongEmpty = after != null && after.keys().get(0) == null;
        return search.order().size() == 1 && search.order().get(0) instanceof FieldKey && !amongEmpty;
    }

    private List<Found> found(RecordSearch search, SqlText sql) {
        return statements.read(row -> found(row, search.order().size()), sql.text(), sql.parameters());
    }

    private long number(SqlText sql) {
        return statements
                .read(row -> row.getLong(1), sql.text(), sql.parameters())
                .get(0);
    }

    private static List<Long> numbers(ResultSet row, int count) throws SQLException {
        List<Long> numbers = new ArrayList<>();
        for (int column = 1; column <= count; column++) {
            numbers.add(row.getLong(column));
        }
        return numbers;
    }

    private static Found found(ResultSet row, int keys) throws SQLException {
        UUID id = row.getObject(1, UUID.class);
        List<@Nullable String> position = new ArrayList<>();
        for (int key = 0; key < keys; key++) {
            position.add(row.getString(4 + key));
        }
        return new Found(id, row.getLong(2), row.getString(3), new Position(position, id));
    }
}
