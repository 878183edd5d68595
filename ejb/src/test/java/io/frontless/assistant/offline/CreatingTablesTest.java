package io.frontless.assistant.offline;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontless.assistant.control.Proposal;
import io.frontless.operation.CreateEntity;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sentences that create tables: which fields they get, and what they hold. */
final class CreatingTablesTest {

    @Test
    void createsTheTableThatTheSentenceDescribes() {
        String sentence = "create a table Invoice with number, client, amount, status (pending, paid) and due date";

        Step step = step(Workspace.empty(), sentence);

        CreateEntity expected = new CreateEntity(
                "invoice",
                "Invoice",
                List.of(
                        FieldSpec.of("number", "Number", FieldType.TEXT).identifying(),
                        FieldSpec.of("client", "Client", FieldType.TEXT),
                        FieldSpec.of("amount", "Amount", FieldType.MONEY),
                        FieldSpec.choice("status", "Status", List.of("pending", "paid")),
                        FieldSpec.of("due_date", "Due date", FieldType.DATE)));
        assertThat(step).isEqualTo(Step.of("s1", expected));
    }

    @Test
    void aKeyOnceTakenIsNotUsedAgain() {
        Step step = step(Workspace.emptied(), "create a table Invoice with number");

        assertThat(step.params()).containsEntry("entity", "invoice_2").containsEntry("label", "Invoice");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    create a table Task with title and done => Task
                    Make a new entity called "Purchase order" having the fields: title, done. => Purchase order
                    please create an entity Task (title, done) => Task
                    create a list Task with title, done => Task
                    i need a table Task with title, done => Task
                    create a Task table with title & done => Task
                    create Task with fields title, done => Task
                    CREATE TABLE Task WITH title, done => Task
                    """)
    void isSaidInManyWays(String sentence, String label) {
        Step step = step(Workspace.empty(), sentence);

        assertThat(step.params()).containsEntry("label", label);
        assertThat(fields(step)).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    unit price => money
                    value => money
                    freight => money
                    amount as money => money
                    size (decimal) => decimal
                    weight => decimal
                    quantity => integer
                    units in stock => integer
                    number of seats => integer
                    order number => text
                    paid => boolean
                    approved? => boolean
                    is urgent => boolean
                    paid amount => money
                    paid on => date
                    date of birth => date
                    starts (date and time) => datetime
                    e-mail => email
                    email address => email
                    mobile phone => phone
                    website => url
                    notes => long_text
                    description => long_text
                    city => text
                    stage (new/won/lost) => choice
                    stage (open or closed) => choice
                    invoices => reference
                    bill (reference to Invoice) => reference
                    bill (Invoice) => reference
                    """)
    void theNameOfAFieldAndItsHintSayWhatItHolds(String field, String type) {
        Step step = step(Workspace.invoices(), "create a table Thing with title, " + field + " and rest");

        assertThat(fields(step)).hasSize(3);
        assertThat(fields(step).get(1).get("type")).isEqualTo(type);
    }

    @Test
    void fieldsCanBeRequiredAndUnique() {
        Step step = step(
                Workspace.empty(), "create a table Thing with title required, email (email, unique), owner (required)");

        assertThat(fields(step))
                .extracting(field -> field.get("required") + " " + field.get("unique"))
                .containsExactly("true false", "false true", "true false");
    }

    @Test
    void onlyAFirstFieldThatNumbersThingsTellsThemApart() {
        Step numbered = step(Workspace.empty(), "create a table Thing with code, number");
        Step named = step(Workspace.empty(), "create a table Thing with name, number");

        assertThat(fields(numbered))
                .extracting(field -> String.valueOf(field.get("unique")))
                .containsExactly("true", "false");
        assertThat(fields(named))
                .extracting(field -> String.valueOf(field.get("unique")))
                .containsExactly("false", "false");
    }

    @Test
    void namesOfOtherScriptsGetKeysThatDiffer() {
        Step step = step(Workspace.empty(), "create a table Thing with имя, дата");

        assertThat(fields(step)).extracting(field -> field.get("key")).doesNotHaveDuplicates();
        assertThat(fields(step))
                .extracting(field -> String.valueOf(field.get("label")))
                .containsExactly("Имя", "Дата");
    }

    private static Step step(Workspace workspace, String sentence) {
        assertThat(workspace.propose(sentence)).isInstanceOf(Proposal.Change.class);
        Proposal.Change change = (Proposal.Change) workspace.propose(sentence);
        assertThat(change.steps()).hasSize(1);
        return change.steps().get(0);
    }

    private static List<Map<?, ?>> fields(Step step) {
        List<Map<?, ?>> fields = new ArrayList<>();
        for (Object field : (List<?>) Objects.requireNonNull(step.params().get("fields"))) {
            fields.add((Map<?, ?>) field);
        }
        return fields;
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    empty     => create a table Invoice => no Which fields does Invoice have? Name at least one.
                    empty     => add invoice INV-1 => no It is not clear what to add: no table is called like the beginning of “invoice INV-1”.
                    empty     => show invoices => no There is no table or record “invoices”.
                    empty     => create table X with a, a => no The field “a” is named twice.
                    empty     => create table Payment with client (reference to Customer) => no There are no tables yet, so none called “Customer”.
                    empty     => create table Payment with amount (whatever) => no It is not clear what “whatever” says about the field amount: a choice has two options or more.
                    empty     => create table Payment with amount as bananas => no “bananas” is not a type of field.
                    invoices  => create a table invoices with number => no There already is a table Invoice.
                    """)
    void refusesWhatIsNoTable(String workspace, String sentence, String proposal) {
        assertThat(Workspace.named(workspace).say(sentence)).isEqualTo(proposal);
    }
}
