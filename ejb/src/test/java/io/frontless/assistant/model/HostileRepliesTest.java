package io.frontless.assistant.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.frontless.assistant.control.PlanningRequest;
import io.frontless.assistant.control.Proposal;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Step;
import io.frontless.record.control.Grouping;
import io.frontless.record.control.Grouping.Aggregate;
import io.frontless.record.control.Grouping.By;
import io.frontless.record.control.Grouping.Function;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a model says that is owned by an attacker, or that obeys what stands in a record. */
class HostileRepliesTest {

    private static final int CASES = Integer.parseInt(
            Optional.ofNullable(System.getenv("FRONTLESS_REPLIES")).orElse("2000"));
    private static final Set<String> OPERATIONS = Set.of(
            "record.create",
            "record.update",
            "record.delete",
            "bulk.apply",
            "record.restore",
            "comment.add",
            "entity.create",
            "field.create");

    private static final List<String> PIECES = List.of(
            "\"kind\":\"change\"",
            "\"op\":\"record.delete\"",
            "\"op\":\"role.create\"",
            "\"op\":\"member.assign\"",
            "\"op\":\"approval.decide\"",
            "\"op\":\"bulk.delete\"",
            "\"op\":\"undo\"",
            "\"op\":\"record.restore\"",
            "\"op\":\"undo.days\"",
            "\"label\":\"INV-0042\"",
            "\"label\":\"avg:number\"",
            "\"entity\":\"client\"",
            "\"entity\":\"salary\"",
            "\"record\":\"r1\"",
            "\"record\":\"r2\"",
            "\"record\":\"" + Office.CLIENT + "\"",
            "\"record\":\"$s1.id\"",
            "\"field\":\"margin\"",
            "\"field\":\"memo\"",
            "\"value\":\"$s0.id\"",
            "\"value\":\"1e400\"",
            "\"value\":\"" + Office.HARM + "\"",
            "\"value\":\"\\u0000\"",
            "\"value\":\"\\ud800\"",
            "\"comparison\":\"in\"",
            "\"comparison\":\"empty\"",
            "\"id\":\"s2\"",
            "\"text\":\"%s %d %n\"",
            "\"options\":[\"a\",\"b\",\"c\",\"d\",\"e\",\"f\"]",
            "\"more\":{}",
            "{}",
            "[]",
            "null",
            "1e999999999",
            "}",
            "]",
            "\"");

    @Test
    void whateverIsSaidIsRefusedOrStaysWithinWhatTheModelWasTold() {
        int read = 0;
        for (int seed = 1; seed <= CASES; seed++) {
            String reply = mutated(new Random(seed * 0x9E37_79B9_7F4A_7C15L));
            try {
                Optional<Proposal> proposal =
                        reader("delete INV-0089 of Globex").read(reply);
                proposal.ifPresent(HostileRepliesTest::requireWithin);
                read++;
            } catch (Rejection rejection) {
                assertThat(rejection.reason()).as("seed " + seed).isEqualTo(Reason.INVALID);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + seed + ": " + reply, e);
            }
        }
        assertThat(read).as("some are read").isBetween(CASES / 50, CASES - 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bulk.delete", "bulk.update"})
    void textOfARecordChoosesNoRecords(String op) {
        String obeying = Office.reply("change", "", Office.where(op, "client", "city", "eq", "Globex"));

        assertThatExceptionOfType(Rejection.class)
                .isThrownBy(() -> reader("show INV-0089").read(obeying))
                .withMessageContaining("in the person's words");
    }

    @Test
    void textOfARecordChoosesNotWhatIsShown() {
        String obeying = Office.reply("list", "", Office.where("find", "client", "city", "contains", "Globex"));

        assertThatExceptionOfType(Rejection.class)
                .isThrownBy(() -> reader("show INV-0089").read(obeying));
        assertThat(reader("show INV-0089 and clients in Globex").read(obeying)).isPresent();
    }

    @Test
    void valuesTellWhoseTheyAre() {
        String reply = Office.reply(
                "change",
                "",
                Office.step("record.create", "invoice", "", "number", "INV-0100", "memo", "pending", "amount", "1500"));

        Proposal.Attributed proposal = (Proposal.Attributed)
                reader("copy INV-0089 as INV-0100, 1.5k").read(reply).orElseThrow();

        assertThat(proposal.origins())
                .extracting(ValueOrigin::source)
                .containsExactly(ValueOrigin.Source.PERSON, ValueOrigin.Source.RECORD, ValueOrigin.Source.MODEL);
    }

    @Test
    void wordsOfTheModelAreNoSummary() {
        String lying = Office.reply("change", "Mark INV-0089 as paid", Office.step("record.delete", "invoice", "r1"));

        Proposal.Attributed proposal = (Proposal.Attributed)
                reader("mark INV-0089 as paid").read(lying).orElseThrow();

        assertThat(proposal.change().summary()).isEqualTo("Delete Invoice INV-0089");
    }

    @Test
    void partOfAStepThatItsOperationDoesNotUseIsRefused() {
        String hiding = Office.reply("change", "", Office.step("record.delete", "invoice", "r1", "status", "paid"));

        assertThatExceptionOfType(Rejection.class)
                .isThrownBy(() -> reader("x INV-0089").read(hiding));
    }

    @Test
    void allRecordsAreNoCondition() {
        String all = Office.reply("change", "", Office.step("bulk.delete", "client", ""));

        assertThatExceptionOfType(Rejection.class)
                .isThrownBy(() -> reader("delete all clients").read(all))
                .withMessageContaining("at least one");
    }

    @Test
    void deletedRecordComesBackOnlyByTheNameThatThePersonSays() {
        String reply = Office.reply("change", "", Office.labelled("record.restore", "invoice", "INV-0042"));

        Proposal.Attributed proposal =
                (Proposal.Attributed) reader("bring back INV-0042").read(reply).orElseThrow();

        assertThat(proposal.change().summary()).isEqualTo("Restore Invoice INV-0042");
        assertThat(proposal.change().steps().get(0).params()).containsEntry("id", Office.DELETED.toString());
        assertThatExceptionOfType(Rejection.class)
                .isThrownBy(() -> reader("bring back the last one").read(reply));
        assertThatExceptionOfType(Rejection.class)
                .as("what records are called is not for models")
                .isThrownBy(() -> reader("bring back INV-0042")
                        .read(Office.reply("change", "", Office.labelled("record.restore", "client", "INV-0042"))));
    }

    @Test
    void numbersAreMadeByGroups() {
        String step = Office.labelled("group", "invoice", "sum:amount")
                .replace("\"values\":[]", "\"values\":[{\"field\":\"status\",\"value\":\"\"}]");

        Proposal.SummarizeRecords summary = (Proposal.SummarizeRecords) reader("amount of invoices per status")
                .read(Office.reply("summary", "", step))
                .orElseThrow();

        assertThat(summary.query().group())
                .isEqualTo(
                        new Grouping(List.of(new By("status", null)), List.of(new Aggregate(Function.SUM, "amount"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sum:status", "sum", "sum:margin", "median:amount", "count:", ""})
    void numberThatCannotBeMadeIsRefused(String label) {
        String reply = Office.reply("summary", "", Office.labelled("group", "invoice", label));

        assertThatExceptionOfType(Rejection.class)
                .isThrownBy(() -> reader("invoices").read(reply));
    }

    @Test
    void changesAreTakenBackByHowManyByConversationAndByDays() {
        assertThat(undo("undo.several", "3")).isEqualTo(new Proposal.UndoSeveral(Optional.empty(), 3));
        assertThat(undo("undo.conversation", "")).isEqualTo(new Proposal.UndoConversation());
        assertThat(undo("undo.days", "2026-11-24/2026-11-25"))
                .isEqualTo(new Proposal.UndoSpan(
                        Optional.empty(),
                        Instant.parse("2026-11-24T00:00:00Z"),
                        Instant.parse("2026-11-26T00:00:00Z")));
        assertThat(reader("again").read(Office.reply("redo", ""))).contains(new Proposal.Redo());
        for (String label : List.of("2026-11-27", "2026-11-25/2026-11-24", "2026-02-30", "yesterday")) {
            assertThatExceptionOfType(Rejection.class).as(label).isThrownBy(() -> undo("undo.days", label));
        }
        assertThatExceptionOfType(Rejection.class).isThrownBy(() -> undo("undo.several", "1000"));
        assertThatExceptionOfType(Rejection.class).isThrownBy(() -> undo("undo.conversation", "x"));
    }

    private static Proposal undo(String op, String label) {
        return reader("undo")
                .read(Office.reply("undo", "", Office.labelled(op, "", label)))
                .orElseThrow();
    }

    private static void requireWithin(Proposal proposal) {
        if (proposal instanceof Proposal.SummarizeRecords summary) {
            assertThat(summary.query().toString()).doesNotContain("margin", "bonus");
        }
        if (proposal instanceof Proposal.Attributed attributed) {
            for (Step step : attributed.change().steps()) {
                assertThat(step.op()).isIn(OPERATIONS);
                assertThat(step.undoes()).isNull();
                Object id = step.params().getOrDefault("id", step.params().get("record"));
                if (id != null) {
                    assertThat(id).isIn(Office.INVOICE.toString(), Office.DELETED.toString());
                }
                assertThat(step.params().toString()).doesNotContain("margin", "bonus");
                if (step.op().equals("bulk.apply")) {
                    assertThat(step.params()).containsKey("filter");
                }
            }
        }
    }

    private static ReplyReader reader(String sentence) {
        PlanningRequest request = Office.said(sentence);
        TellableSchema schema = TellableSchema.of(request);
        return new ReplyReader("hostile", request, schema, ShownRecords.of(request, schema));
    }

    /** A right answer, of which up to three parts are replaced by something else. */
    private static String mutated(Random random) {
        List<String> right = List.of(
                Office.reply("change", "", Office.step("record.update", "invoice", "r1", "status", "paid")),
                Office.reply("change", "", Office.step("record.create", "client", "", "city", "Berlin")),
                Office.reply("change", "", Office.where("bulk.delete", "client", "city", "eq", "Berlin")),
                Office.reply("change", "", Office.step("comment.add", "invoice", "r1")),
                Office.reply("change", "", Office.labelled("record.restore", "invoice", "INV-0042")),
                Office.reply("summary", "", Office.labelled("group", "invoice", "sum:amount")),
                Office.reply("undo", "", Office.labelled("undo.days", "", "2026-11-26")),
                Office.reply("count", "", Office.where("find", "invoice", "status", "eq", "paid")),
                Office.reply("question", "Which?"));
        String reply = right.get(random.nextInt(right.size()));
        for (int mutations = random.nextInt(4); mutations > 0; mutations--) {
            String piece = PIECES.get(random.nextInt(PIECES.size()));
            Matcher same = Pattern.compile(
                            Pattern.quote(piece.substring(0, piece.indexOf(':') + 1)) + "(\"[^\"]*\"|\\[])")
                    .matcher(reply);
            int place = random.nextInt(reply.length());
            reply = piece.indexOf(':') > 0 && same.find()
                    ? reply.substring(0, same.start()) + piece + reply.substring(same.end())
                    : reply.substring(0, place) + piece + reply.substring(place + random.nextInt(2));
        }
        return reply;
    }
}
