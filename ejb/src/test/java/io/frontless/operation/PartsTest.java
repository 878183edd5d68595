package io.frontless.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontless.kernel.Refusals;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What operations are made of: steps, values, grants, views, constraints and what an undo is aimed at. */
class PartsTest {
    private static final UUID ID = new UUID(1, 2);
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    static Stream<UndoTarget> targets() {
        return Stream.of(
                new UndoTarget.Event(ID),
                new UndoTarget.Plan(ID),
                new UndoTarget.PlanStep(ID, "s1"),
                new UndoTarget.Conversation(ID),
                new UndoTarget.Window(ID, NOON, NOON.plusMillis(1)),
                new UndoTarget.Savepoint("before"));
    }

    @ParameterizedTest
    @MethodSource("targets")
    void targetIsReadAsItIsWritten(UndoTarget target) {
        assertThat(UndoTarget.from(params(target.params()))).isEqualTo(target);
        assertThat(UndoTarget.isIn(params(target.params()))).isTrue();
    }

    @Test
    void targetIsExactlyOne() {
        assertThat(UndoTarget.isIn(params(Map.of("step", "s1")))).isFalse();
        assertThat(Refusals.of(() -> UndoTarget.from(params(Map.of()))).message())
                .endsWith("found 0 of them");
        assertThat(Refusals.of(() -> UndoTarget.from(params(Map.of("event", ID.toString(), "savepoint", "x"))))
                        .message())
                .endsWith("found 2 of them");
    }

    @Test
    void windowEndsAfterItBegins() {
        assertThat(Refusals.fieldsOf(() -> new UndoTarget.Window(ID, NOON, NOON)))
                .isEqualTo("to");
        assertThat(Refusals.fieldsOf(() -> UndoTarget.from(
                        params(Map.of("actor", ID.toString(), "from", "yesterday", "to", "2026-11-23T12:00:00Z")))))
                .isEqualTo("from");
    }

    @Test
    void undoAbortsAndLeavesDependentsUnlessToldOtherwise() {
        Undo plain = Undo.of(new UndoTarget.Event(ID));

        assertThat(plain.params()).containsEntry("onConflict", "abort").containsEntry("dependents", false);
        assertThat(Undo.from(params(Map.of("event", ID.toString())))).isEqualTo(plain);
        assertThat(Undo.from(params(Map.of("event", ID.toString(), "onConflict", "force", "dependents", true))))
                .isEqualTo(new Undo(plain.target(), Undo.OnConflict.FORCE, true));
    }

    @Test
    void stepIsNamedAndVersionsCountFromOne() {
        Step step = Step.of("s1", new DeleteRecord("e", ID));

        assertThat(step.expectVersion()).isNull();
        assertThat(step.undoes()).isNull();
        assertThat(step.expecting(1).undoing(ID)).isEqualTo(new Step("s1", DeleteRecord.NAME, step.params(), 1L, ID));
        assertThat(step.undoing(ID).expecting(2).undoes()).isEqualTo(ID);
        assertThat(Refusals.fieldsOf(() -> step.expecting(0))).isEqualTo("s1.expectVersion");
        for (String id : List.of("", "1", "_a", "a b", "a".repeat(41))) {
            assertThat(Refusals.fieldsOf(() -> new Step(id, "op", Map.of(), null, null)))
                    .isEqualTo("operations.id");
        }
        assertThat(new Step("a".repeat(40), "op", Map.of(), null, null).id()).hasSize(40);
    }

    @Test
    void stepKeepsParametersToItself() {
        Map<String, @Nullable Object> given = new LinkedHashMap<>(Map.of("a", "x"));
        Step step = new Step("s1", "op", given, null, null);
        given.put("a", "y");

        assertThat(step.params()).containsEntry("a", "x");
        assertThatThrownBy(() -> step.params().put("b", "z")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void valuesKeepTheirOrderAndAreScalars() {
        Values values =
                Values.of("b", "x").with("a", BigDecimal.ONE).with("c", null).with("d", true);

        assertThat(values.fields()).containsExactly("b", "a", "c", "d");
        assertThat(values.get("a")).isEqualTo(BigDecimal.ONE);
        assertThat(values.get("c")).isNull();
        assertThat(values.without("b").fields()).containsExactly("a", "c", "d");
        assertThat(values.with("b", "y").get("b")).isEqualTo("y");
        assertThat(Values.none().fields()).isEmpty();
        assertThat(Refusals.fieldsOf(() -> Values.of("a", 1))).isEqualTo("a");
    }

    @Test
    void grantIsReadAsItIsWritten() {
        Grant grant = Grant.of("invoice", Permission.READ, Permission.UPDATE)
                .where(Filter.equal("owner", "@me"))
                .hiding("cost")
                .keeping("number", "client");

        assertThat(Grant.from(params(grant.params()))).isEqualTo(grant);
        assertThat(Grant.of("e", Permission.READ).params())
                .isEqualTo(Map.of("entity", "e", "permissions", List.of("read")));
    }

    @Test
    void grantSpeaksOfItsEntityOrOfAll() {
        Grant one = Grant.of("e", Permission.READ);
        Grant all = Grant.of(Grant.ANY, Permission.READ);

        assertThat(one.isAbout("e")).isTrue();
        assertThat(one.isAbout("f")).isFalse();
        assertThat(one.isAbout(null)).isFalse();
        assertThat(all.isAbout("f")).isTrue();
        assertThat(all.isAbout(null)).isTrue();
        assertThat(one.gives(Permission.READ, "e")).isTrue();
        assertThat(one.gives(Permission.UPDATE, "e")).isFalse();
        assertThat(one.gives(Permission.READ, "f")).isFalse();
    }

    @Test
    void grantThatMeansNothingIsRefused() {
        Grant all = Grant.of(Grant.ANY, Permission.READ);

        assertThat(Refusals.fieldsOf(() -> Grant.of("e"))).isEqualTo("permissions");
        assertThat(Refusals.fieldsOf(() -> Grant.of("E", Permission.READ))).isEqualTo("entity");
        assertThat(Refusals.fieldsOf(() -> all.where(Filter.equal("a", "x")))).isEqualTo("entity");
        assertThat(Refusals.fieldsOf(() -> all.hiding("a"))).isEqualTo("entity");
        assertThat(Refusals.fieldsOf(() -> all.keeping("a"))).isEqualTo("entity");
        assertThat(Refusals.fieldsOf(() -> Grant.of("e", Permission.MANAGE_ROLES)))
                .isEqualTo("entity");
        assertThat(Grant.of(Grant.ANY, Permission.MANAGE_ROLES).gives(Permission.MANAGE_ROLES, null))
                .isTrue();
        assertThat(Refusals.fieldsOf(() -> Grant.of("e", Permission.READ).hiding("A")))
                .isEqualTo("hidden");
        assertThat(Refusals.fieldsOf(
                        () -> Grant.from(params(Map.of("entity", "e", "permissions", List.of("found_workspace"))))))
                .isEqualTo("permissions");
        assertThat(Refusals.fieldsOf(() -> Grant.from(params(Map.of("entity", "e", "permissions", List.of("READ"))))))
                .isEqualTo("permissions");
        assertThat(Refusals.fieldsOf(
                        () -> Grant.from(params(Map.of("entity", "e", "permissions", List.of("read"), "record", "x")))))
                .isEqualTo("record");
    }

    @Test
    void grantsAndTheirFieldsAreBounded() {
        Map<String, @Nullable Object> grant = Grant.of("e", Permission.READ).params();

        assertThat(Grant.listFrom(params(Map.of("grants", Collections.nCopies(200, grant))), "grants"))
                .hasSize(200);
        assertThat(Refusals.fieldsOf(
                        () -> Grant.listFrom(params(Map.of("grants", Collections.nCopies(201, grant))), "grants")))
                .isEqualTo("grants");
        assertThat(withHidden(200).hidden()).hasSize(200);
        assertThat(Refusals.fieldsOf(() -> withHidden(201))).isEqualTo("hidden");
    }

    @Test
    void viewIsReadAsItIsWrittenAndWritesOnlyWhatItHas() {
        ViewSpec plain = new ViewSpec("v", "V", Filter.everything(), List.of(), List.of());
        ViewSpec full = new ViewSpec(
                "v", "V", Filter.equal("a", "x"), List.of(new ViewSpec.Sort("a", true)), List.of("a", "b"));

        assertThat(ViewSpec.from(params(full.params()))).isEqualTo(full);
        assertThat(ViewSpec.from(params(plain.params()))).isEqualTo(plain);
        assertThat(plain.params()).containsOnlyKeys("key", "label");
        assertThat(plain.filtered(full.filter()).filter()).isEqualTo(full.filter());
    }

    @Test
    void viewSortsByTenFieldsAtMostAndShowsTwoHundred() {
        assertThat(view(keys(10), List.of()).sort()).hasSize(10);
        assertThat(view(List.of(), keys(200)).columns()).hasSize(200);
        assertThat(Refusals.fieldsOf(() -> view(keys(11), List.of()))).isEqualTo("view.sort");
        assertThat(Refusals.fieldsOf(() -> view(List.of("a", "a"), List.of()))).isEqualTo("view.sort");
        assertThat(Refusals.fieldsOf(() -> view(List.of("A"), List.of()))).isEqualTo("view.sort");
        assertThat(Refusals.fieldsOf(() -> view(List.of(), keys(201)))).isEqualTo("view.columns");
        assertThat(Refusals.fieldsOf(() -> view(List.of(), List.of("a", "a")))).isEqualTo("view.columns");
        assertThat(Refusals.fieldsOf(() -> view(List.of(), List.of("A")))).isEqualTo("view.columns");
        assertThat(Refusals.fieldsOf(() -> ViewSpec.from(params(Map.of("label", "V", "filtre", "x")))))
                .isEqualTo("filtre");
        assertThat(Refusals.fieldsOf(() -> ViewSpec.from(
                        params(Map.of("label", "V", "sort", List.of(Map.of("field", "a", "desc", true)))))))
                .isEqualTo("sort[0].desc");
    }

    @Test
    void constraintComparesTwoToTenFieldsThatDiffer() {
        assertThat(new ConstraintSpec("c", "C", keys(10)).fields()).hasSize(10);
        assertThat(new ConstraintSpec("c", "C", keys(2)).fields()).hasSize(2);
        for (List<String> fields : List.of(keys(1), keys(11), List.of("a", "a"), List.of("a", "B"))) {
            assertThat(Refusals.fieldsOf(() -> new ConstraintSpec("c", "C", fields)))
                    .isEqualTo("constraint.fields");
        }
        assertThat(Refusals.fieldsOf(() ->
                        ConstraintSpec.from(params(Map.of("label", "C", "fields", List.of("a", "b"), "feilds", "x")))))
                .isEqualTo("feilds");
    }

    private static ViewSpec view(List<String> sort, List<String> columns) {
        return new ViewSpec(
                "v",
                "V",
                Filter.everything(),
                sort.stream().map(field -> new ViewSpec.Sort(field, false)).toList(),
                columns);
    }

    private static Grant withHidden(int count) {
        return new Grant(
                "e",
                Set.of(Permission.READ),
                Filter.everything(),
                keys(count).stream().collect(Collectors.toSet()),
                Set.of());
    }

    private static List<String> keys(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(index -> "f" + index).toList();
    }

    private static Params params(Map<String, ?> given) {
        return new Params("", new LinkedHashMap<>(given));
    }
}
