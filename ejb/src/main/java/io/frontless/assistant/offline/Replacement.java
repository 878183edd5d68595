package io.frontless.assistant.offline;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** One record that goes, and another of its kind for it: “delete K-03 and add K-09 instead, description Corner poles, 4 pieces”. */
final class Replacement {

    private static final Set<String> AWAY = Set.of("delete", "cancel", "remove", "erase", "drop");
    private static final Form BOTH = Form.of("<old> and|,|; [and] [then] add|create|enter|open|book|insert <new>");
    private static final List<Form> INSTEAD = List.of(
            Form.of("<name> instead [:|,] <rest>"),
            Form.of("<name> in its|his|her place [:|,] <rest>"),
            Form.of("<name> in place of it [:|,] <rest>"));
    private static final List<Form> LAST = List.of(Form.of("<name> instead"), Form.of("<name> in its|his|her place"));

    private Replacement() {}

    /** Both commands, the second with the noun of what goes; empty where it is no such sentence. */
    static Optional<List<Phrase>> parts(Turn turn) {
        Phrase words = turn.words();
        boolean instead = words.startsWithOneOf(AWAY)
                && words.tokens().stream().anyMatch(token -> token.is("instead") || token.is("place"));
        return (instead ? BOTH.matches(words) : List.<Match>of())
                .stream()
                        .filter(match -> isNew(match.the("new")))
                        .flatMap(match -> plain(match.the("new")).stream()
                                .flatMap(plain -> noun(
                                                turn,
                                                match.the("old"),
                                                match.the("new").to(1))
                                        .stream()
                                        .map(noun -> List.of(
                                                match.the("old"),
                                                Sentence.read("add %s %s".formatted(noun, plain))
                                                        .words()))))
                        .findFirst();
    }

    /** What looks like a number of its own, and is no noun. */
    private static boolean isNew(Phrase said) {
        return said.at(0).looksLikeId() || said.at(0).text().matches("\\d{3,}");
    }

    private static Optional<String> plain(Phrase said) {
        return Form.matches(INSTEAD, said).stream()
                .findFirst()
                .map(match ->
                        match.the("name").text() + ", " + match.the("rest").text())
                .or(() -> Form.matches(LAST, said).stream().findFirst().map(match -> match.the("name")
                        .text()));
    }

    /** The noun of the one record that goes, where none of its kind is called like the new one yet. */
    private static Optional<String> noun(Turn turn, Phrase old, Phrase name) {
        return new NamesIn(turn, old)
                .only()
                .flatMap(placed -> turn.targets().called(placed.name(), entity -> true))
                .filter(Target::isOne)
                .filter(target -> turn.records().called(target.entity(), name).isEmpty())
                .map(target -> target.entity().label().toLowerCase(Locale.ROOT));
    }
}
