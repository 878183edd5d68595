package io.frontless.assistant.offline;

import io.frontless.assistant.control.Proposal;
import io.frontless.operation.CreateEntity;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.Step;
import io.frontless.schema.control.EntityView;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** “Create a table Invoice with number, client, amount, status (pending, paid) and due date.” */
final class CreateEntityReading implements Reading {

    private static final String MAKE = "create|make|define|build|new|start|setup|set [up] [me|us] [a|an|the] [new]";
    private static final String ADD = "create|make|define|build|new|add|start|setup|set [up] [me|us] [a|an|the] [new]";
    private static final String CALLED = "[called|named|for|of] <name>";
    private static final String WITH =
            "[,] with|having|containing|including|: [the] [following] [these] [fields|columns] [:] <fields>";
    private static final List<Form> FORMS = List.of(
            Form.of(ADD + " table|entity " + CALLED + " " + WITH),
            Form.of(ADD + " table|entity " + CALLED + " ( <fields> )"),
            Form.of(MAKE + " list|type|sheet " + CALLED + " " + WITH),
            Form.of(ADD + " <name> table|entity " + WITH),
            Form.of(ADD + " <name> with|having [the] [following] fields|columns [:] <fields>"),
            Form.of("[a|an] [new] table|entity [called|named] <name> " + WITH),
            Form.of("[add|create|make] another|one|a [more|further|additional] table [,] called|named <name> " + WITH));
    private static final List<Form> WITHOUT_FIELDS = Form.each(ADD, "table|entity " + CALLED, "<name> table|entity");

    @Override
    public Optional<Proposal> read(Turn turn) {
        for (Match match : Form.matches(FORMS, turn.words())) {
            return Optional.of(create(turn, match.the("name"), match.the("fields")));
        }
        for (Match match : Form.matches(WITHOUT_FIELDS, turn.words())) {
            String name = label(match.the("name"));
            throw Unclear.say(
                    "Which fields does %s have? Name at least one.".formatted(name),
                    "create a table %s with name, date and notes".formatted(RecordFinder.quote(name)));
        }
        return Optional.empty();
    }

    private static Proposal create(Turn turn, Phrase name, Phrase list) {
        String label = label(name);
        Optional<EntityView> same = turn.schema().entities().stream()
                .filter(entity ->
                        Names.same(entity.label(), label) || entity.label().equalsIgnoreCase(label))
                .findFirst();
        if (same.isPresent()) {
            String existing = same.get().label();
            throw Unclear.say(
                    "There already is a table %s.".formatted(existing),
                    "show " + Names.plural(existing),
                    "add a field notes to " + existing);
        }
        List<FieldSpec> fields = new FieldList(turn.schema()).read(list, Set.of(), true);
        String key = FieldList.freeKey(label, turn.request().schema().takenKeys());
        String count = fields.size() == 1 ? "1 field" : fields.size() + " fields";
        return new Proposal.Change(
                "Create table %s with %s".formatted(label, count),
                List.of(Step.of("s1", new CreateEntity(key, label, fields))));
    }

    /** The name as a label; a name that goes on for long, or with symbols, is rather a sentence. */
    static String label(Phrase name) {
        Phrase bare = name.bare();
        boolean words = bare.tokens().stream().noneMatch(token -> token.kind() == Token.Kind.SYMBOL);
        if (!words || bare.size() > 5 || bare.text().isBlank()) {
            throw Unclear.say("“%s” does not look like a name; put it in quotes if it is one.".formatted(bare.text()));
        }
        return Names.label(bare.text());
    }
}
