package io.frontless.assistant.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontless.assistant.control.TurnView.Reply;
import io.frontless.assistant.offline.OfflinePlanner;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.record.control.RecordQuery;
import io.frontless.record.control.RecordView;
import io.frontless.schema.control.EntityView;
import io.frontless.schema.control.SchemaView;
import io.frontless.workspace.control.Access;
import io.frontless.workspace.control.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is suggested is understood, in schemas that nobody has seen before. */
class SuggestionsTest {

    private static final EntityView VISIT = new EntityView(
            "vet_visit",
            "Vet visit",
            1,
            List.of(
                    FieldSpec.of("code", "Code", FieldType.TEXT),
                    FieldSpec.choice("state", "State", List.of("planned", "over")),
                    FieldSpec.of("fee", "Fee", FieldType.MONEY)));
    private static final EntityView CATEGORY =
            new EntityView("category", "Category", 1, List.of(FieldSpec.of("name", "Name", FieldType.TEXT)));
    private static final SchemaView SCHEMA = new SchemaView(List.of(CATEGORY, VISIT), Set.of("category", "vet_visit"));

    private static final Access OWNER = Role.OWNER.access();
    private static final Access MEMBER = Role.MEMBER.access();
    private static final Access VIEWER = Role.VIEWER.access();

    @Test
    void everyExampleOfAWorkspacesOwnTablesIsUnderstood() {
        List<String> examples = Suggestions.examples(SCHEMA, MEMBER);

        assertThat(examples)
                .contains(
                        "add vet visit \"Example 1\", state planned",
                        "add category \"Example 1\"",
                        "show categories",
                        "show planned vet visits",
                        "how many vet visits per state")
                .doesNotHaveDuplicates()
                .allSatisfy(example -> assertThat(proposal(example))
                        .as(example)
                        .isNotInstanceOf(Proposal.NotUnderstood.class)
                        .isNotInstanceOf(Proposal.Question.class));
    }

    @Test
    void recordsAreFollowedByOtherQuestionsOfTheirTable() {
        List<String> after = Suggestions.after(new Reply.Records("Vet visits", VISIT, List.of(), 0), MEMBER);

        assertThat(after).contains("how many vet visits per state").doesNotContain("show vet visits");
        assertThat(proposal("how many vet visits per state")).isInstanceOf(Proposal.SummarizeRecords.class);
    }

    @Test
    void newWorkspaceBeginsWithATable() {
        SchemaView empty = new SchemaView(List.of(), Set.of());

        assertThat(Suggestions.examples(empty, OWNER).get(0)).startsWith("create a table");
        assertThat(Suggestions.examples(empty, VIEWER)).noneMatch(example -> example.startsWith("create"));
    }

    @Test
    void nobodyIsOfferedWhatTheyMayNotDo() {
        assertThat(Suggestions.examples(SCHEMA, VIEWER))
                .contains("show categories", "how many vet visits per state")
                .noneMatch(example -> example.startsWith("add"));
        assertThat(Suggestions.after(new Reply.Changes("changes", List.of()), VIEWER))
                .isEmpty();
        assertThat(Suggestions.after(new Reply.Changes("changes", List.of()), MEMBER))
                .containsExactly("undo that");
    }

    private static Proposal proposal(String sentence) {
        RecordLookup nothing = new RecordLookup() {
            @Override
            public List<RecordView> find(RecordQuery query) {
                return List.of();
            }

            @Override
            public List<RecordView> deleted(String entity) {
                return List.of();
            }
        };
        return new OfflinePlanner()
                .propose(new PlanningRequest(
                        sentence,
                        SCHEMA,
                        nothing,
                        () -> People.NOBODY,
                        new PlanningRequest.Author(new UUID(0, 1), "Ada"),
                        LocalDate.of(2026, 11, 26),
                        List.of()));
    }
}
