package io.frontless.assistant.offline;

import io.frontless.operation.FieldSpec;
import io.frontless.schema.control.EntityView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What two parts of a sentence wish of a table together: “we don't need the field colour of cars, drop it”, “gear can also be a honey pump, add that to the
 * kinds”, “books should have an ISBN, add a text field for that”. Each is retold as the usual request.
 */
record SchemaInParts(Turn turn, SchemaRetold retold) {

    private static final String SO = " [,|;|:] [so|and] [you] [can|may|could] [please|pls|kindly] ";
    private static final String THE_TABLE = "[the|our|a|an|every|each|all] [table] <entity>";
    private static final String UNUSED = "we|i don't|don’t|no|never [longer] need|use|want ";
    private static final String NOBODY = "nobody|noone uses|needs|wants|fills [in] ";
    private static final String THE_FIELD = SchemaRetold.DROP + " that|the|this|it";
    private static final String DROP_IT = " [any] [more|longer|anymore]" + SO + THE_FIELD;

    private static final List<Form> UNUSED_FIELD = Stream.of(UNUSED, NOBODY)
            .flatMap(unused -> Stream.of(
                    Form.of(unused + "[the] [field|column] <field> " + SchemaRetold.OF + DROP_IT + " [field|column]"),
                    Form.of(unused + "[the] <field> field|column " + SchemaRetold.OF + DROP_IT + " [field|column]"),
                    Form.of(unused + "[the] <field>" + DROP_IT + " field|column " + SchemaRetold.OF)))
            .toList();
    private static final List<Form> UNUSED_ENTITY =
            List.of(Form.of(UNUSED + "[the] table <entity>" + DROP_IT + " [table]"));

    /** “The website field of customers can go, delete that field.” */
    private static final Form GONE = Form.of("<rest> ," + SO + THE_FIELD + " [field|column]");

    private static final List<Form> ADD_IT = List.of(
            Form.of("<rest> [as] [well|too|also] , [so] [please] add that|this|the|it option|choice|value"),
            Form.of("<rest> [as] [well|too|also] , [so] [please] add it|that [as] [an] [option|choice|value]"));

    private static final String TO_LIST = " to [the|its|their|our] [list] [of] [possible|allowed|available] ";
    private static final String OPTIONS = "options|choices|values|list";

    /** A new option of which one part tells what it is, and maybe the other of which field. */
    private static final List<Form> OFFERED = List.of(
            Form.of(THE_TABLE + " can|may|could [also] be|have [a|an] <options> [too|also]" + SO + "add <it>" + TO_LIST
                    + "<field>"),
            Form.of("<options> is|are [now] a|an|another [new|further|additional|possible] <field> for|of|in "
                    + THE_TABLE + SO + "add it|that|this|them to [the|its|their] " + OPTIONS),
            Form.of("<options> is|are missing among|in|from [the|our] [possible] <field> " + SchemaRetold.OF + SO
                    + "add it|that|this|them"),
            Form.of("we|i [now] have|got|use|take|offer [a|an] <options> [now|too|also]" + SO
                    + "add it|that|this|them to [the] [list] [of] " + OPTIONS + " of|for|in [the|a] <field> "
                    + SchemaRetold.OF));

    private static final List<Form> FIELD_FOR_IT = List.of(
            Form.of(SchemaRetold.WANTS + " [a|an|the] <fields>" + SO
                    + "add|create|make [a|an] [new] <type> field|column for that|it|this"),
            Form.of(THE_TABLE + " need|needs [a|an|the] <fields>" + SO
                    + "add|create|make [a|an] [new] <type> field|column for that|it|this"));

    /** “In fixtures, rename the field opponent to rival.” */
    private static final Form TOPIC = Form.of("in|for|of [the] [table] <entity> , [please] <request>");

    private static final Set<String> IT = Set.of("it", "that", "this", "them");
    private static final Set<String> REQUESTS = Set.of("rename", "delete", "drop", "remove", "add");

    /** The requests; none where a sentence has but one part. */
    List<Phrase> all() {
        if (turn.words().tokens().stream().noneMatch(Token::isMark)) {
            return List.of();
        }
        List<Phrase> all = new ArrayList<>();
        boolean adds = turn.words().tokens().stream().anyMatch(token -> token.is("add"));
        if (adds) {
            retold.known(OFFERED, turn.words()).stream()
                    .filter(this::isOneOption)
                    .forEach(match -> place(match).ifPresent(place -> all.add(SchemaRetold.option(match, place))));
        }
        if (!retold.says(SchemaRetold.WORDS) && !retold.says(SchemaRetold.OPTIONS)) {
            return all;
        }
        all.addAll(retold.deleted(UNUSED_FIELD, turn.words()));
        retold.known(UNUSED_ENTITY, turn.words())
                .forEach(match -> all.add(SchemaRetold.retold("delete table", match.the("entity"))));
        GONE.matches(turn.words()).forEach(match -> all.addAll(retold.deleted(SchemaRetold.DELETE, match.the("rest"))));
        Form.matches(ADD_IT, turn.words()).forEach(match -> all.addAll(retold.offered(match.the("rest"))));
        retold.known(FIELD_FOR_IT, turn.words()).forEach(match -> all.add(retold.added(match)));
        topic().ifPresent(all::add);
        return all;
    }

    /** What is told of is what is to be added, and no sentence. */
    private boolean isOneOption(Match match) {
        Phrase options = match.the("options").bare();
        boolean same = !match.has("it")
                || match.the("it").startsWithOneOf(IT)
                || match.the("it").bare().text().equalsIgnoreCase(options.text());
        return same && options.tokens().stream().noneMatch(token -> token.isMark() || Light.isDoubtful(token));
    }

    /** The field by its name, without a throw where it may be several. */
    private Optional<Phrase> place(Match match) {
        EntityView entity = turn.schema().entityNamed(match.the("entity"));
        List<FieldSpec> choices = entity.fields().stream()
                .filter(field -> !field.options().isEmpty())
                .filter(field -> turn.schema()
                        .stems(field.label())
                        .containsAll(
                                turn.schema().stems(match.the("field").bare().text())))
                .toList();
        return NewValues.one(choices)
                .map(field -> Phrase.quoted(field.label()).joined(SchemaRetold.retold("of", match.the("entity"))));
    }

    private Optional<Phrase> topic() {
        return TOPIC.matches(turn.words()).stream()
                .filter(match -> match.the("request").startsWithOneOf(REQUESTS))
                .filter(match -> turn.schema().entity(match.the("entity")).isPresent())
                .findFirst()
                .map(match -> match.the("request").joined(SchemaRetold.retold("of", match.the("entity"))));
    }
}
