package io.frontless.system.inside;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontless.engine.control.PlanView;
import io.frontless.kernel.Ids;
import io.frontless.operation.ApplyBulk;
import io.frontless.operation.ConvertField;
import io.frontless.operation.CreateEntity;
import io.frontless.operation.CreateRecord;
import io.frontless.operation.CreateView;
import io.frontless.operation.DeleteRecord;
import io.frontless.operation.DeleteView;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Filter;
import io.frontless.operation.Operation;
import io.frontless.operation.RenameOption;
import io.frontless.operation.UpdateRecord;
import io.frontless.operation.UpdateView;
import io.frontless.operation.Values;
import io.frontless.operation.ViewSpec;
import io.frontless.record.control.RecordQueries;
import io.frontless.record.control.RecordQuery;
import io.frontless.record.control.RecordQuery.Sort;
import io.frontless.record.control.RecordSlice;
import io.frontless.record.control.RecordView;
import io.frontless.workspace.control.Caller;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The order that is kept for a view is the one of the typed values, whatever happens to records, fields and views. */
class ViewOrderIT extends InsideApplication {
    private static final String ROWS =
            "select concat_ws(' ', filter_field, sort_field, record_id, filter_value, text_value, number_value, time_value)"
                    + " from ordered_value order by 1";
    private static final String EXPECTED = """
            select concat_ws(' ', f.field, s.field, f.record_id, f.text_value, s.text_value, s.number_value, s.time_value)
            from field_value f join field_value s using (workspace_id, record_id) where f.field = 'kind' and s.field = ? order by 1
            """;
    private static final int RECORDS = 30;

    @Inject
    Bench bench;

    @Inject
    WorkspaceDatabase database;

    @Inject
    RecordQueries records;

    @Inject
    Ids ids;

    @Test
    void orderOfAViewFollowsRecordsFieldsAndViews() {
        Caller owner = lamps();
        List<UUID> all = list(owner, "red").stream().map(RecordView::id).toList();

        requireKept(owner, null);
        PlanView made = bench.run(owner, new CreateView("lamp", view("amount")));
        requireKept(owner, "amount");
        for (Operation operation : List.<Operation>of(
                new UpdateRecord("lamp", all.get(0), Values.of("amount", BigDecimal.valueOf(7))),
                new UpdateRecord("lamp", all.get(1), Values.none().with("amount", null)),
                new UpdateRecord("lamp", all.get(2), Values.of("kind", "blue")),
                new DeleteRecord("lamp", all.get(3)),
                ApplyBulk.set("lamp", all.subList(4, 9), Values.of("amount", BigDecimal.TEN)),
                ApplyBulk.delete("lamp", all.subList(4, 9)),
                new RenameOption("lamp", "kind", "red", "crimson"),
                new ConvertField("lamp", FieldSpec.of("amount", "Amount", FieldType.TEXT), false),
                new DeleteView("lamp", "reds"))) {
            PlanView done = bench.run(owner, operation);
            requireKept(owner, operation instanceof DeleteView ? null : "amount");
            bench.undo(owner, done);
            requireKept(owner, "amount");
        }
        PlanView sorted = bench.run(owner, new UpdateView("lamp", view("name")));
        requireKept(owner, "name");
        bench.undo(owner, sorted);
        bench.undo(owner, made);
        requireKept(owner, null);
    }

    @Test
    void viewsPageIsTheSameWithTheOrderAsWithout() {
        Caller owner = lamps();
        List<RecordView> without = list(owner, "red");

        bench.run(owner, new CreateView("lamp", view("amount")));

        assertThat(list(owner, "red")).isEqualTo(without);
        assertThat(list(owner, "green")).isEmpty();
    }

    /** Lamps of two kinds; some have equal amounts, and some none. */
    private Caller lamps() {
        Caller owner = bench.found().owner();
        bench.run(
                owner,
                new CreateEntity(
                        "lamp",
                        "Lamp",
                        List.of(
                                FieldSpec.of("name", "Name", FieldType.TEXT),
                                FieldSpec.choice("kind", "Kind", List.of("red", "blue", "green")),
                                FieldSpec.of("amount", "Amount", FieldType.DECIMAL))));
        List<Operation> lamps = new ArrayList<>();
        for (int number = 0; number < RECORDS; number++) {
            Values values = Values.of("name", "Lamp " + number).with("kind", number % 3 == 0 ? "blue" : "red");
            lamps.add(new CreateRecord(
                    "lamp",
                    ids.get(),
                    number % 5 == 0 ? values : values.with("amount", BigDecimal.valueOf(number % 4))));
        }
        bench.run(owner, lamps.toArray(Operation[]::new));
        return owner;
    }

    private static ViewSpec view(String sort) {
        return new ViewSpec(
                "reds", "Reds", Filter.equal("kind", "red"), List.of(new ViewSpec.Sort(sort, true)), List.of());
    }

    /** All of a kind, the largest first, in pages of three. */
    private List<RecordView> list(Caller owner, String kind) {
        RecordQuery query =
                RecordQuery.of("lamp").filtered(Filter.equal("kind", kind)).sorted(List.of(new Sort("amount", true)));
        List<RecordView> all = new ArrayList<>();
        String cursor = null;
        do {
            RecordSlice page = records.page(owner, query.paged(new RecordQuery.Page(3, 0, cursor)));
            all.addAll(page.records());
            cursor = page.nextCursor();
        } while (cursor != null);
        return all;
    }

    /** Null for no order. */
    private void requireKept(Caller owner, @Nullable String sort) {
        List<String> kept =
                database.tried(owner.workspaceId(), connection -> WorkspaceDatabase.texts(connection, ROWS));
        List<String> expected = sort == null
                ? List.of()
                : database.tried(
                        owner.workspaceId(), connection -> WorkspaceDatabase.texts(connection, EXPECTED, sort));

        assertThat(kept).isEqualTo(expected);
        assertThat(expected.isEmpty()).isEqualTo(sort == null);
    }
}
