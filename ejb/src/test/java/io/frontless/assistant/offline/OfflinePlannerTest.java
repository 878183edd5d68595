package io.frontless.assistant.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontless.assistant.control.PlanningRequest;
import io.frontless.assistant.control.Proposal;
import io.frontless.assistant.control.RecordLookup;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.record.control.RecordQuery;
import io.frontless.record.control.RecordView;
import io.frontless.schema.control.EntityView;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every sentence: its limits, its answers, and that none makes the planner fail. */
final class OfflinePlannerTest {

    private static final String VOCABULARY = """
            add create table with invoice invoices INV-0089 for Acme , 1200 due date 2026-12-15 mark as paid set the status
            of to all pending is show how many are there undo that it delete field rename " ( ) 's : = over under in by and
            not a clear ? client number history "x" ; . - € option make required has does have what""";

    @Test
    void itIsTheRecordMentionedBefore() {
        Workspace workspace = Workspace.invoices();

        assertThat(workspace.say("mark it as paid"))
                .isEqualTo(
                        "Mark Invoice INV-0089 as paid | s1 record.update invoice <INV-0089>@3 {values={status=paid}}");
        assertThat(workspace.say("delete that invoice"))
                .isEqualTo("Delete Invoice INV-0089 | s1 record.delete invoice <INV-0089>@3");
        assertThat(workspace.say("history of it")).isEqualTo("changes 20 of invoice <INV-0089>");
    }

    @Test
    void itIsChangedByItsIdAloneWhereTheLookupKnowsNoIds() {
        Proposal proposal = Workspace.invoices().withoutRecords().propose("mark it as paid");

        assertThat(proposal).isInstanceOf(Proposal.Change.class);
        Proposal.Change change = (Proposal.Change) proposal;
        assertThat(change.steps().get(0).params())
                .containsEntry(
                        "id", Workspace.invoices().lastMentioned().get(0).id().toString());
        assertThat(change.steps().get(0).expectVersion()).isNull();
    }

    @Test
    void itIsNothingWhereNothingWasMentioned() {
        assertThat(Workspace.invoices().fresh().say("mark it as paid"))
                .isEqualTo("no It is not clear what “it” is: nothing was mentioned before.");
    }

    @Test
    void moreRecordsThanOnePageHoldsAreOneBulkChange() {
        assertThat(many(Limits.PAGE_ROWS_MAX).propose("mark all things as done"))
                .isInstanceOfSatisfying(Proposal.Change.class, change -> assertThat(change.steps())
                        .hasSize(Limits.PAGE_ROWS_MAX));
        assertThat(many(Limits.PAGE_ROWS_MAX + 1).propose("mark all things as done"))
                .isInstanceOfSatisfying(Proposal.Change.class, change -> assertThat(change.steps())
                        .singleElement()
                        .satisfies(step -> assertThat(step.op()).isEqualTo("bulk.apply"))
                        .satisfies(step ->
                                assertThat((List<?>) step.params().get("ids")).hasSize(Limits.PAGE_ROWS_MAX + 1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"empty", "invoices", "northwind", "leads"})
    void examplesAreUnderstood(String name) {
        Workspace workspace = Workspace.named(name);

        Proposal answer = workspace.propose("florb the wug");

        assertThat(answer).isInstanceOf(Proposal.NotUnderstood.class);
        List<String> examples = ((Proposal.NotUnderstood) answer).examples();
        assertThat(examples).hasSizeBetween(3, 4);
        assertThat(examples).allSatisfy(example -> assertThat(workspace.propose(example))
                .isNotInstanceOfAny(Proposal.NotUnderstood.class, Proposal.Question.class));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    invoices => add invoice INV-0092 for Studio 54 due 2026-12-15
                    invoices => add invoice INV-0092 Initech, 1200
                    invoices => add invoice INV-0092 for Acme, status open
                    invoices => add invoice INV-0092, 1.200
                    invoices => mark invoices as paid
                    invoices => change the client of INV-0089 to Globex, Inc
                    invoices => add Acme to invoices
                    northwind => add customer NEWCO in Berlin
                    northwind => change the name of ALFKI to Foo
                    northwind => show Alfreds Futterkiste
                    northwind => delete Alfreds Futterkiste
                    leads => add lead Acme Corp 5000 qualified
                    leads => add lead New Horizons
                    leads => mark lead Studi as won
                    """)
    void optionsOfAQuestionAnswerIt(String name, String sentence) {
        Workspace workspace = Workspace.named(name);

        Proposal proposal = workspace.propose(sentence);

        assertThat(proposal).isInstanceOf(Proposal.Question.class);
        List<String> options = ((Proposal.Question) proposal).options();
        assertThat(options).isNotEmpty();
        assertThat(options).allSatisfy(option -> assertThat(workspace.propose(option))
                .isInstanceOfAny(Proposal.Change.class, Proposal.ListRecords.class));
    }

    @Test
    void aRefusalByTheLookupIsNotTakenForAMisunderstanding() {
        Workspace workspace = Workspace.invoices();
        PlanningRequest request = workspace.request("delete INV-0089").with(new RecordLookup() {
            @Override
            public List<RecordView> find(RecordQuery query) {
                throw new Rejection(Reason.DENIED, "not yours");
            }

            @Override
            public List<RecordView> deleted(String entity) {
                return List.of();
            }
        });

        assertThatThrownBy(() -> new OfflinePlanner().propose(request)).isInstanceOf(Rejection.class);
    }

    @Test
    void sentencesThatAreTooLongAreRefused() {
        String chars = "add lead ".repeat(Limits.SENTENCE_CHARS_MAX);
        String words = "a ".repeat(700);

        assertThat(Workspace.leads().say(chars)).isEqualTo("no A sentence has at most 4000 characters.");
        assertThat(Workspace.leads().say(words)).startsWith("no This is too long");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"of ", "to ", "is ", "change the of to ", "all ", "orders ", "( ", "x, ", "'s ", "and ", "1 "})
    void aHostileSentenceIsNotTriedForLong(String word) {
        Workspace workspace = Workspace.wide();
        String words = word.repeat(500 / (1 + word.length() / 4));

        for (String verb : List.of("", "set ", "add row 1 ", "show rows ", "create table X with ", "add a field ")) {
            Effort effort = new Effort();
            new OfflinePlanner().propose(workspace.request(verb + words), effort);

            assertThat(effort.tries()).as(verb + word).isLessThan(2 * Effort.TRIES_MAX);
        }
    }

    @Test
    void noSentenceMakesItFail() {
        List<String> words = Pattern.compile("\\s+").splitAsStream(VOCABULARY).toList();
        Random random = new Random(42);
        Workspace workspace = Workspace.invoices();
        Set<Class<?>> kinds = new HashSet<>();

        for (int i = 0; i < 3_000; i++) {
            List<String> sentence = new ArrayList<>();
            int length = 1 + random.nextInt(9);
            for (int j = 0; j < length; j++) {
                sentence.add(words.get(random.nextInt(words.size())));
            }
            kinds.add(workspace.propose(String.join(" ", sentence)).getClass());
        }

        assertThat(kinds).contains(Proposal.Question.class, Proposal.NotUnderstood.class, Proposal.ListRecords.class);
    }

    private static Workspace many(int records) {
        Workspace workspace = Workspace.with(
                Set.of("thing"),
                new EntityView(
                        "thing",
                        "Thing",
                        1,
                        List.of(
                                FieldSpec.of("name", "Name", FieldType.TEXT),
                                FieldSpec.choice("state", "State", List.of("open", "done")))));
        IntStream.range(0, records).forEach(i -> workspace.records().add("thing", 1, "T" + i, "open"));
        return workspace;
    }
}
