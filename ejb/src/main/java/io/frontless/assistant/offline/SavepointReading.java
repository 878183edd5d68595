package io.frontless.assistant.offline;

import io.frontless.assistant.control.Proposal;
import io.frontless.operation.CreateSavepoint;
import io.frontless.operation.RemoveSavepoint;
import io.frontless.operation.Step;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** “Save a point called before-cleanup”, “go back to before-cleanup”, “undo everything since savepoint before-cleanup”, “remove savepoint …”. */
final class SavepointReading implements Reading {

    private static final String POINT = "savepoint|checkpoint|point|snapshot";
    private static final String SURE_POINT = "savepoint|checkpoint";
    private static final List<Form> SAVE = List.of(
            Form.of("save|create|add|make|set|mark [a|the] [new] " + POINT + " called|named|: <name>"),
            Form.of("save|create|add|make|set [a|the] [new] save point [called|named|:] <name>"),
            Form.of("save|create|add|make|set [a|the] [new] " + SURE_POINT + " <name>"),
            Form.of("new " + SURE_POINT + " [called|named|:] <name>"),
            Form.of("remember|save|mark this moment|state|point as <name>"));
    private static final List<Form> BACK = List.of(
            Form.of("undo|revert everything|all [changes] [done|made] since|after [the] " + POINT
                    + " [called|named] <name>"),
            Form.of("undo|revert everything|all [changes] [done|made] back to [the] " + POINT
                    + " [called|named] <name>"),
            Form.of("go|roll|return|reset|revert|undo|restore [everything|all] [back] to [the] " + POINT
                    + " [called|named] <name>"),
            Form.of("restore [the] " + SURE_POINT + " [called|named] <name>"),
            Form.of("go|roll back to [the] <name> [savepoint|checkpoint|point]"));
    private static final List<Form> REMOVE = List.of(
            Form.of("remove|delete|drop|discard [the] " + SURE_POINT + " [called|named] <name>"),
            Form.of("remove|delete|drop|discard [the] save point [called|named] <name>"));

    /** A name that goes on with these is rather more than a name. */
    private static final Set<String> MORE =
            Set.of("and", "then", "but", "if", "or", ",", ";", "when", "unless", "before");

    @Override
    public Optional<Proposal> read(Turn turn) {
        boolean table = Stream.concat(Stream.of("save point"), Stream.of(POINT.split("\\|")))
                .anyMatch(turn.schema()::hasEntity);
        if (table) {
            return Optional.empty();
        }
        return name(SAVE, turn)
                .<Proposal>map(name -> new Proposal.Change(
                        "Save a point called " + name, List.of(Step.of("s1", new CreateSavepoint(name)))))
                .or(() -> name(BACK, turn).map(name -> back(turn, name)))
                .or(() -> name(REMOVE, turn)
                        .map(name -> new Proposal.Change(
                                "Remove the savepoint " + name, List.of(Step.of("s1", new RemoveSavepoint(name))))));
    }

    private static Proposal back(Turn turn, String name) {
        if (new PastTimes(turn.request().today()).window(name).isPresent()) {
            throw Unclear.say(
                    "“%s” is a time. To take back what was done since, say who did it.".formatted(name),
                    "undo everything I did since " + name);
        }
        return UndoManner.of(turn.words()).of(new Proposal.UndoSavepoint(name));
    }

    private static Optional<String> name(List<Form> forms, Turn turn) {
        Phrase words = UndoManner.of(turn.words()).rest();
        for (Match match : Form.matches(forms, words)) {
            Phrase name = match.the("name");
            if (name.tokens().stream().skip(1).anyMatch(token -> token.isOneOf(MORE)) && !name.isQuoted()) {
                throw Unclear.say(
                        "“%s” does not look like one name. Put it in quotes if it is.".formatted(name.text()));
            }
            return Optional.of(name.text());
        }
        return Optional.empty();
    }
}
