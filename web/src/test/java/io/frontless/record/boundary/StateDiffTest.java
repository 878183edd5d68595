package io.frontless.record.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.schema.control.EntityView;
import io.frontless.schema.control.SchemaView;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StateDiffTest {

    private static final EntityView INVOICE = new EntityView(
            "invoice",
            "Invoice",
            1,
            List.of(
                    FieldSpec.of("number", "Number", FieldType.TEXT),
                    FieldSpec.of("amount", "Amount", FieldType.MONEY),
                    FieldSpec.choice("status", "Status", List.of("pending", "paid"))));
    private static final SchemaView SCHEMA = new SchemaView(List.of(INVOICE), Set.of("invoice"));

    @Test
    void anUpdateShowsOnlyWhatDiffers() {
        List<Diff> diffs = diffs(
                "record.update",
                Map.of("number", "INV-1", "status", "pending"),
                Map.of("number", "INV-1", "status", "paid"));

        assertThat(diffs).containsExactly(new Diff("status", "Status", "pending", "paid"));
    }

    @Test
    void aCreationShowsItsValuesInTheOrderOfTheSchema() {
        List<Diff> diffs = diffs("record.create", null, Map.of("amount", new BigDecimal("1200"), "number", "INV-1"));

        assertThat(diffs)
                .containsExactly(
                        new Diff("number", "Number", "", "INV-1"), new Diff("amount", "Amount", "", "1,200.00"));
    }

    @Test
    void redactionTellsWhichFieldsAndWhy() {
        assertThat(diffs("event.redact", null, Map.of("fields", List.of("status", "gone"), "reason", "Asked for")))
                .containsExactly(new Diff("Fields", "", "Status, gone"), new Diff("Reason", "", "Asked for"));
    }

    @Test
    void whatBecomesOfTheLogIsToldValueByValue() {
        Map<String, Object> sink =
                Map.of("key", "1", "label", "SIEM", "kind", "file", "target", "siem", "format", "csv");
        Map<String, Object> paused =
                Map.of("key", "1", "label", "SIEM", "kind", "file", "target", "siem", "format", "csv", "paused", true);

        assertThat(diffs("sink.update", sink, paused)).extracting(Diff::field).containsExactly("Paused");
        assertThat(diffs("sink.create", null, sink))
                .containsExactly(
                        new Diff("Format", "", "csv"),
                        new Diff("Goes to a", "", "file"),
                        new Diff("Where", "", "siem"));
        assertThat(diffs("hold.place", null, Map.of("key", "1", "label", "Case", "reason", "A dispute")))
                .containsExactly(new Diff("Reason", "", "A dispute"));
    }

    @Test
    void aCommentShowsItsText() {
        assertThat(diffs("comment.add", null, Map.of("id", "1", "author", "Ada", "text", "Call back")))
                .containsExactly(new Diff("text", "Comment", "", "Call back"));
    }

    @Test
    void aRemovedLinkShowsWhatItLedTo() {
        assertThat(diffs("link.remove", Map.of("id", "1", "to", "2", "label", "replaces"), null))
                .containsExactly(new Diff("replaces", "2", ""));
    }

    @Test
    void aDeletedFieldsValueIsShownByItsKey() {
        List<Diff> diffs = diffs("record.update", Map.of("colour", "red"), Map.of("colour", "blue"));

        assertThat(diffs).containsExactly(new Diff("colour", "colour", "red", "blue"));
    }

    @Test
    void aNewTableShowsItsFields() {
        List<Diff> diffs = diffs(
                "entity.create",
                null,
                Map.of(
                        "label",
                        "Invoice",
                        "fields",
                        List.of(INVOICE.fields().get(2).params())));

        assertThat(diffs).containsExactly(new Diff("status", "Status", "", "choice: pending, paid"));
    }

    @Test
    void aDeletedFieldShowsWhatItWas() {
        List<Diff> diffs =
                diffs("field.delete", INVOICE.fields().get(0).identifying().params(), null);

        assertThat(diffs).containsExactly(new Diff("number", "Number", "text, required, unique", ""));
    }

    private static List<Diff> diffs(
            String action,
            @Nullable Map<String, @Nullable Object> before,
            @Nullable Map<String, @Nullable Object> after) {
        return new StateDiff(action, "invoice", before, after, Map.of(), SCHEMA).diffs();
    }
}
