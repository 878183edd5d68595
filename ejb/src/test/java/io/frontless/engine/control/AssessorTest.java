package io.frontless.engine.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontless.engine.control.CommandEngine.Applied;
import io.frontless.engine.control.Findings.Finding;
import io.frontless.engine.control.Findings.Kind;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Refusals;
import io.frontless.operation.AssignMember;
import io.frontless.operation.CreateWorkspace;
import io.frontless.operation.DeleteEntity;
import io.frontless.operation.DeleteRecord;
import io.frontless.operation.Grant;
import io.frontless.operation.Operation;
import io.frontless.operation.Permission;
import io.frontless.operation.RestoreRecord;
import io.frontless.workspace.control.Access;
import io.frontless.workspace.control.Role;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a plan is found to do: its risk, its rows, what is shown of it and the hash over all of it. */
class AssessorTest {
    private static final UUID ID = new UUID(1, 2);
    private static final Operation DELETE = new DeleteRecord("e", ID);
    private static final Change.Subject SUBJECT = Change.Subject.record("e", ID);
    private static final Map<String, @Nullable Object> A = Map.of("a", "x");
    private static final Map<String, @Nullable Object> B = Map.of("a", "y");

    @Test
    void riskFollowsFromWhatIsDone() {
        assertThat(risk(applied(DELETE, 1))).isEqualTo(Risk.REVERSIBLE);
        assertThat(risk(applied(DELETE, 0))).isEqualTo(Risk.REVERSIBLE);
        assertThat(risk(applied(DELETE, 2))).isEqualTo(Risk.BULK);
        assertThat(risk(applied(DELETE, 1), applied(DELETE, 1))).isEqualTo(Risk.BULK);
        assertThat(risk(applied(new DeleteEntity("e"), 1))).isEqualTo(Risk.SCHEMA);
        assertThat(risk(applied(new AssignMember(ID, "OWNER"), 0))).isEqualTo(Risk.SCHEMA);
        assertThat(risk(applied(new DeleteEntity("e"), 1), applied(DELETE, 0))).isEqualTo(Risk.SCHEMA);
        assertThat(risk(applied(new DeleteEntity("e"), 2))).isEqualTo(Risk.BULK);
        assertThat(risk(applied(new CreateWorkspace("w"), 5), applied(DELETE, 1)))
                .isEqualTo(Risk.IRREVERSIBLE);
    }

    @Test
    void hashDiffersWithEveryPartOfAChange() {
        List<Applied> different = List.of(
                new Applied("s1", DELETE, change(SUBJECT, A, B, 2), null),
                new Applied("s1", new RestoreRecord("e", ID), change(SUBJECT, A, B, 2), null),
                new Applied("s1", DELETE, change(Change.Subject.record("f", ID), A, B, 2), null),
                new Applied("s1", DELETE, change(Change.Subject.record("e", new UUID(1, 3)), A, B, 2), null),
                new Applied("s1", DELETE, change(new Change.Subject("e", ID, "p"), A, B, 2), null),
                new Applied("s1", DELETE, change(SUBJECT, B, B, 2), null),
                new Applied("s1", DELETE, change(SUBJECT, null, B, 2), null),
                new Applied("s1", DELETE, change(SUBJECT, A, A, 2), null),
                new Applied("s1", DELETE, change(SUBJECT, A, null, 2), null),
                new Applied("s1", DELETE, change(SUBJECT, A, B, 3), null),
                new Applied("s1", DELETE, new Change(SUBJECT, "t", A, B, 2, 7, Map.of()), null),
                new Applied("s1", DELETE, change(SUBJECT, A, B, 2), ID));
        Set<String> hashes = new HashSet<>();

        different.forEach(one -> hashes.add(assess(one).hash()));

        assertThat(hashes).hasSize(different.size()).allSatisfy(hash -> assertThat(hash)
                .matches("[0-9a-f]{64}"));
    }

    @Test
    void hashDoesNotDependOnTheOrderOfNamesNorOnWords() {
        Map<String, @Nullable Object> one = new LinkedHashMap<>();
        one.put("a", "x");
        one.put("b", "y");
        Map<String, @Nullable Object> other = new LinkedHashMap<>();
        other.put("b", "y");
        other.put("a", "x");

        assertThat(assess(new Applied("s1", DELETE, change(SUBJECT, one, other, 1), null))
                        .hash())
                .isEqualTo(
                        assess(new Applied("s2", DELETE, new Change(SUBJECT, "else", other, one, 1, 1, Map.of()), null))
                                .hash());
    }

    @Test
    void hashDependsOnOrderCountAndFindings() {
        Applied first = applied(DELETE, 1);
        Applied second = applied(new RestoreRecord("e", ID), 1);
        Findings told = new Findings();
        told.add(new Finding(Kind.LOSS, null, "e", ID, "gone"));
        Assessor assessor = new Assessor(Role.OWNER.access());
        assessor.add(first);

        Assessment withFinding = assessor.assessment(told);

        assertThat(assess(first, second).hash())
                .isNotEqualTo(assess(second, first).hash())
                .isNotEqualTo(assess(first).hash());
        assertThat(withFinding.hash()).isNotEqualTo(assess(first).hash());
        assertThat(withFinding.findings()).hasSize(1);
        assertThat(withFinding.findingCount()).isEqualTo(1);
    }

    @Test
    void hashSeparatesOneChangeFromTheNext() {
        assertThat(assess().hash()).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(assess(applied(DELETE, 1), applied(DELETE, 1)).hash())
                .isNotEqualTo(assess(applied(DELETE, 1)).hash());
    }

    @Test
    void firstFiftyChangesAreShownAndAllAreCounted() {
        Applied[] many = new Applied[51];
        Arrays.fill(many, applied(DELETE, 1));

        Assessment assessment = assess(many);

        assertThat(assessment.shown()).hasSize(50);
        assertThat(assessment.changeCount()).isEqualTo(51);
        assertThat(assessment.rows()).isEqualTo(51);
    }

    @Test
    void changeIsShownAsItIs() {
        Change change = new Change(SUBJECT, "title", A, B, 2, 1, Map.of("t", "T"));

        assertThat(assess(new Applied("s1", DELETE, change, null)).shown())
                .containsExactly(
                        new PlanView.ChangeView("s1", "record.delete", "e", ID, "title", A, B, Map.of("t", "T")));
    }

    @Test
    void hiddenFieldsOfARecordAreNotShown() {
        Assessor assessor = new Assessor(
                new Access("custom", List.of(Grant.of("e", Permission.READ).hiding("secret"))));
        Map<String, @Nullable Object> state = Map.of("secret", "x", "a", "y");

        assessor.add(new Applied("s1", DELETE, change(SUBJECT, null, state, 1), null));
        assessor.add(new Applied("s2", DELETE, change(Change.Subject.entity("e"), null, state, 1), null));
        assessor.add(new Applied("s3", DELETE, change(Change.Subject.record("f", ID), null, state, 1), null));
        List<PlanView.ChangeView> shown = assessor.assessment(new Findings()).shown();

        assertThat(shown.get(0).after()).isEqualTo(Map.of("a", "y"));
        assertThat(shown.get(0).before()).isNull();
        assertThat(shown.get(1).after()).isEqualTo(state);
        assertThat(shown.get(2).after()).isEqualTo(state);
    }

    @Test
    void planTouches200000RowsAtMost() {
        assertThat(assess(applied(DELETE, 200_000)).rows()).isEqualTo(200_000);
        assertThat(Refusals.of(() -> assess(applied(DELETE, 200_000), applied(DELETE, 1)))
                        .reason())
                .isEqualTo(Reason.LIMIT);
    }

    private static Risk risk(Applied... applied) {
        return assess(applied).risk();
    }

    private static Assessment assess(Applied... applied) {
        Assessor assessor = new Assessor(Role.OWNER.access());
        for (Applied one : applied) {
            assessor.add(one);
        }
        return assessor.assessment(new Findings());
    }

    private static Applied applied(Operation operation, long rows) {
        return new Applied("s1", operation, new Change(SUBJECT, "t", A, B, 2, rows, Map.of()), null);
    }

    private static Change change(
            Change.Subject subject,
            @Nullable Map<String, @Nullable Object> before,
            @Nullable Map<String, @Nullable Object> after,
            long version) {
        return new Change(subject, "t", before, after, version, 1, Map.of());
    }
}
