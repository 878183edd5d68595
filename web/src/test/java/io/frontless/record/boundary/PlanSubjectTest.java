package io.frontless.record.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontless.operation.Operations;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PlanSubjectTest {

    /** What is about records, and what is never shown as a card: one's own account, the installation, and what the product does by itself. */
    private static final Set<String> OTHERS = Set.of(
            "record",
            "comment",
            "link",
            "bulk",
            "import",
            "savepoint",
            "undo",
            "account",
            "password",
            "address",
            "session",
            "factor",
            "passkey",
            "recovery",
            "installation-key",
            "workspace",
            "secret");

    static Stream<String> names() {
        return Operations.names().stream().filter(name -> !OTHERS.contains(name.replaceAll("\\..*", "")));
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyOtherOperationSaysWhatItChanges(String name) {
        assertThat(PlanSubject.of(name)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "connection.disconnect, connections",
        "field.create, the schema",
        "sink.create, exports of the log",
        "apikey.revoke, API keys"
    })
    void cardOfAConnectionDoesNotSpeakOfTheSchema(String name, String subject) {
        assertThat(PlanSubject.of(name)).isEqualTo(subject);
    }
}
