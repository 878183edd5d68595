package io.frontless.assistant.offline;

import io.frontless.assistant.control.Proposal;
import io.frontless.operation.AddComment;
import io.frontless.operation.AddLink;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Step;
import io.frontless.operation.Values;
import io.frontless.schema.control.EntityView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is put beside a record: “comment on INV-0089: called twice”, “link Acme to Globex as parent company”. */
final class NoteReading implements Reading {

    private static final List<Form> COMMENT = List.of(
            Form.of("comment [on] <target> : <text>"),
            Form.of("comment on <target> that <text>"),
            Form.of("add|leave|write|put|make|post [a|the] [new] comment on|to|for <target> : <text>"));
    private static final List<Form> FIELD = List.of(
            Form.of("add|leave|write|put a|the [new] <field> to|on|for <target> : <text>"),
            Form.of("write|put|add in|into|to [the] <field> of|for <target> : <text>"),
            Form.of(
                    "write|put|add|enter this|that|the [following] in|into|to|under [the] <field> of|for <target> : <text>"),
            Form.of("[a|the] [new] <field> for|on|to|of <target> : <text>"),
            Form.of("write|put|add|note|enter [down] in|into|to|under [the|its|his|her|their] <field> : <text>"));

    /** What is written stands in quotes. */
    private static final List<Form> WRITTEN = List.of(
            Form.of("write|put|add|enter|note [down] <text> in|into|to|on|under|as [the] <field> of|for|on <target>"),
            Form.of("for|on <target> [,] write|put|add|enter|note <text> in|into|to|under [the] <field>"));
    /** Verbs of writing, after which any field may be meant; without one it is a long text. */
    private static final Set<String> WRITING = Set.of("add", "leave", "write", "put", "enter", "note", "for", "on");

    private static final List<Form> COMMENT_FIRST = List.of(
            Form.of("comment <text> on <target>"),
            Form.of("add|leave|write|put|post [the|a] comment <text> on|to <target>"));
    private static final Form LINK = Form.of("link|connect|relate <from> to|with <to> as <label>");
    private static final List<Form> LINKED =
            List.of(Form.of("link|connect|relate <from> to|with <to>"), Form.of("link|connect|relate <from> and <to>"));

    @Override
    public Optional<Proposal> read(Turn turn) {
        return comment(turn).or(() -> field(turn)).or(() -> link(turn));
    }

    /** “Add a note to M-103: …”, where records have a field that is called so. */
    private static Optional<Proposal> field(Turn turn) {
        Stream<Match> written = Form.matches(WRITTEN, turn.words()).stream()
                .filter(match -> match.the("text").isQuoted());
        return Stream.concat(Form.matches(FIELD, turn.words()).stream(), written)
                .flatMap(match -> field(turn, match).stream())
                .findFirst();
    }

    /** A text of any length goes as a whole into a field that can hold it. */
    private static Optional<Proposal> field(Turn turn, Match match) {
        Phrase name = match.the("field");
        Predicate<EntityView> named = entity -> turn.schema().hasField(entity, name);
        if (turn.schema().entities().stream().noneMatch(named)) {
            return Optional.empty();
        }
        Optional<Target> target =
                match.has("target") ? turn.targets().find(match.the("target"), named) : new Pronouns(turn).mentioned();
        Optional<FieldSpec> field = target.flatMap(found -> turn.schema().field(found.entity(), name));
        boolean any = turn.words().startsWithOneOf(WRITING);
        return field.filter(found -> any || found.type() == FieldType.LONG_TEXT)
                .map(found -> Changes.of(
                        turn,
                        target.get(),
                        found.type() == FieldType.LONG_TEXT
                                ? Values.of(found.key(), match.the("text").text())
                                : Slots.forChange(turn, found, target.get().entity(), match.the("text"))));
    }

    private static Optional<Proposal> comment(Turn turn) {
        for (Match match : Form.matches(COMMENT, turn.words())) {
            return Optional.of(commented(turn, match));
        }
        for (Match match : Form.matches(COMMENT_FIRST, turn.words())) {
            if (match.the("text").isQuoted()) {
                return Optional.of(commented(turn, match));
            }
        }
        return Optional.empty();
    }

    /** Where records have a field that is called a comment, it could be meant. */
    private static Proposal commented(Turn turn, Match match) {
        Found record = one(turn, match.the("target"));
        EntityView entity = record.entity();
        Phrase comment = Sentence.read("comment").words();
        if (turn.schema().hasField(entity, comment)) {
            throw Unclear.say(
                    "Is a comment beside %s meant, or its field? Say “set the … of … to …” for the field; comments are written on its page."
                            .formatted(record.title()));
        }
        Map<String, @Nullable Object> params = new LinkedHashMap<>();
        params.put("entity", entity.key());
        params.put("record", record.id().toString());
        params.put("text", match.the("text").text());
        return new Proposal.Change(
                "Comment on %s %s".formatted(entity.label(), record.title()),
                List.of(new Step("s1", AddComment.NAME, params, null, null)));
    }

    private static Optional<Proposal> link(Turn turn) {
        for (Match match : LINK.matches(turn.words())) {
            Found from = one(turn, match.the("from"));
            Found to = one(turn, match.the("to"));
            Map<String, @Nullable Object> params = new LinkedHashMap<>();
            params.put("entity", from.entity().key());
            params.put("record", from.id().toString());
            params.put("to", to.id().toString());
            params.put("label", match.the("label").text());
            return Optional.of(new Proposal.Change(
                    "Link %s to %s".formatted(from.title(), to.title()),
                    List.of(new Step("s1", AddLink.NAME, params, null, null))));
        }
        if (Form.matches(LINKED, turn.words()).isEmpty()
                || turn.isVerb(turn.words().at(0).text())) {
            return Optional.empty();
        }
        throw Unclear.say(
                "Say what the link is, as in “link … to … as replaces”; or set the field that refers to the other record.");
    }

    private static Found one(Turn turn, Phrase said) {
        Target target = turn.targets().require(said);
        if (!target.isOne()) {
            throw Unclear.say("“%s” are %d records. Name one."
                    .formatted(said.text(), target.records().size()));
        }
        return target.records().get(0);
    }
}
