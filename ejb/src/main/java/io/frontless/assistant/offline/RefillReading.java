package io.frontless.assistant.offline;

import io.frontless.assistant.control.Proposal;
import io.frontless.operation.Comparison;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Filter;
import io.frontless.operation.Values;
import io.frontless.schema.control.EntityView;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Another value for the field by which records are described, or a first one where they have none: “every rehearsal in Hall A moves to Hall C”, “freight
 * without clerk goes to Sofus Lind”, “where a rehearsal has no hall put Hall B”.
 */
final class RefillReading implements Reading {

    private static final String MOVE =
            "move|shift|transfer|hand|pass|assign|reassign|give|allocate|delegate|put|send|relocate";
    private static final String MOVED = "moved|shifted|transferred|handed|passed|assigned|reassigned|given|put";
    private static final String MOVES = "go|goes|move|moves|change|changes|switch|switches|belong|belongs";
    private static final String SHOULD = "should|shall|must|will";
    private static final String TO = "to|into|in|on|at";

    private static final List<Form> FORMS = List.of(
            Form.of(MOVE + " [over|on] <target> [over|on] to|into|in|on <value>"),
            Form.of("<target> [now|all] " + MOVES + " [now|over|on] " + TO + " <value>"),
            Form.of("<target> " + SHOULD + " [now|all] go|move|change|switch|belong [over|on] " + TO + " <value>"),
            Form.of("<target> " + SHOULD + " [now|all] be " + MOVED + " [over|on] " + TO + " <value>"),
            Form.of("<target> is|are|has|have to be " + MOVED + " [over|on] " + TO + " <value>"),
            Form.of("<value> takes|take over <target>"),
            Form.of("<value> takes|take over <target> as [the] <role>"),
            Form.of("<value> " + SHOULD + "|can take over <target>"),
            Form.of("<target> is|are [now|all] mine"),
            Form.of("<target> " + SHOULD + " [now|all] be mine"),
            Form.of("<target> " + SHOULD + " [now|all] be <whose> 's"),
            Form.of("<target> [,] :|-> <value> [does|do|takes|take|gets|get] [it|them|those]"));

    private static final List<Form> TERSE = List.of(Form.of("<target> to <value>"));

    /** Only where they have no value yet. */
    private static final List<Form> EMPTY = List.of(
            Form.of("give|get <target> [a|an|one] [of] <value>"),
            Form.of("<target> get|gets|receive|receives|become|becomes [a|an|one] [of] <value>"),
            Form.of("<target> " + SHOULD + " get|have|receive|become [a|an|one] [of] <value>"),
            Form.of("<target> is|are [now] for <value>"),
            Form.of("<value> <doing> <target>"),
            Form.of("<value> will|shall|should <doing> <target>"),
            Form.of("<value> will|shall|should be|become [the] <role> of|for|on|at <target>"),
            Form.of("<value> becomes [the] <role> of|for|on|at <target>"));

    private static final String PUT = "put|enter|set|fill|write|make|use";
    private static final String BLANK = "empty|blank|missing|unset";

    /** Where something is missing, and what is to be put there. */
    private static final List<Form> WHERE = List.of(
            Form.of("where|wherever [a|an|the] <entity> has|have no <field> [yet] [,] [please] " + PUT
                    + " [in|down] [it] [as|to] <value>"),
            Form.of("where|wherever [a|an|the] <entity> 's <field> is " + BLANK + " [,] [please] " + PUT
                    + " [in|down] [it] [as|to] <value>"),
            Form.of("where|wherever [the] <field> is " + BLANK + " on|of|for|in a|an|the <entity> [,] [please] " + PUT
                    + " [in|down] [it] [as|to] <value>"),
            Form.of(
                    "where|wherever no <field> is [entered|set|given|noted|there] on|of|for|in a|an|the <entity> [,] [please] "
                            + PUT + " [in|down] [it] [as|to] <value>"),
            Form.of(PUT + " <value> [in|down] where|wherever [a|an|the] <entity> has no <field> [yet]"),
            Form.of(PUT + " <value> [in|down] as [the] <field> where|wherever [a|an|the] <entity> has none [yet]"));

    private static final List<Form> TAIL = List.of(
            Form.of("<rest> from now|today|tomorrow on"),
            Form.of("<rest> from now|today"),
            Form.of("<rest> in future"),
            Form.of("<rest> now|please|instead|thanks|again"));

    /** Words of talk about changes. */
    private static final Set<String> TALK = Set.of(
            "might",
            "maybe",
            "perhaps",
            "would",
            "could",
            "said",
            "says",
            "told",
            "think",
            "hope",
            "wish",
            "probably",
            "almost",
            "nearly",
            "if",
            "unless",
            "because",
            "never",
            "don't",
            "don’t",
            "?");

    /** What a value is not said with, beside that. */
    private static final Set<String> DOUBT =
            Set.of("may", "when", "until", "not", "was", "were", "had", "been", "i", "we", "which");

    private static final Set<String> EITHER =
            Set.of("or", "and", "either", "both", "another", "other", "somebody", "someone");
    private static final Set<String> ASKING = Set.of(
            "show", "list", "find", "display", "count", "which", "who", "whose", "how", "when", "why", "is", "are",
            "do", "does", "did", "has", "have", "was", "were", "can", "could", "would", "should", "if", "whether",
            "add", "new", "create", "delete", "remove", "don't", "don’t", "never", "no", "not");
    private static final Set<String> EXCEPTING = Set.of("except", "but", "not", "apart");
    private static final Set<String> AUTHOR = Set.of("i", "i'll", "i’ll");
    private static final int VALUE_TOKENS_MAX = 5;
    private static final Set<String> FIRST = Set.of("all", "every", "each", "everything", "whatever", "the", "any");

    @Override
    public Optional<Proposal> read(Turn turn) {
        Phrase words = withoutTail(turn.words());
        if (turn.question() || words.size() < 3 || words.startsWithOneOf(ASKING) || isToldInParts(words)) {
            return Optional.empty();
        }
        Optional<Proposal> where = where(turn, words);
        return where.isPresent() ? where : one(turn, words);
    }

    private static Phrase withoutTail(Phrase words) {
        return Form.matches(TAIL, words).stream()
                .findFirst()
                .map(match -> withoutTail(match.the("rest")))
                .orElse(words);
    }

    private static Optional<Proposal> one(Turn turn, Phrase words) {
        List<Proposal> found = Stream.concat(
                        changes(turn, FORMS, words, false).stream(), changes(turn, EMPTY, words, true).stream())
                .distinct()
                .toList();
        return NewValues.one(found.isEmpty() && !isRange(words) ? changes(turn, TERSE, words, false) : found);
    }

    /** “Theo drives T-14, and F-201 gets 75 mourners” tells of named records, each in a part of its own. */
    private static boolean isToldInParts(Phrase words) {
        return words.tokens().stream().anyMatch(Token::looksLikeId)
                && words.tokens().stream().noneMatch(token -> token.isOneOf(EXCEPTING));
    }

    /** “Rehearsals from Hall A to Hall C” are those between. */
    private static boolean isRange(Phrase words) {
        return words.tokens().stream().anyMatch(token -> token.is("from"));
    }

    private static List<Proposal> changes(Turn turn, List<Form> forms, Phrase words, boolean onlyEmpty) {
        return Form.matches(forms, words).stream()
                .flatMap(match -> change(turn, match, onlyEmpty).stream())
                .distinct()
                .toList();
    }

    private static Optional<Proposal> change(Turn turn, Match match, boolean onlyEmpty) {
        Phrase target = match.the("target");
        boolean doubt = target.tokens().stream().anyMatch(token -> token.isOneOf(TALK));
        if (doubt || target.startsWithOneOf(EITHER) || !StatementReading.isFinished(target)) {
            return Optional.empty();
        }
        Phrase said = value(turn, match);
        if (said.size() > VALUE_TOKENS_MAX + 2
                || isDoubtful(said)
                || said.tokens().stream().anyMatch(token -> token.isOneOf(EITHER))) {
            return Optional.empty();
        }
        boolean several = target.startsWithOneOf(FIRST) || turn.selections().namesSeveral(target);
        Optional<Selection> selection = several ? StatementReading.selection(turn, target) : Optional.empty();
        boolean mine = !match.has("value") && !match.has("whose");
        return selection.flatMap(found -> given(turn, found, match, said, onlyEmpty)
                .or(() -> mine && found.most() > 0
                        ? new Assignments(turn, found.entity()).person(said)
                        : Optional.empty())
                .flatMap(values -> tried(turn, target, found, values)));
    }

    private static boolean isDoubtful(Phrase value) {
        return value.tokens().stream().anyMatch(token -> token.isOneOf(TALK) || token.isOneOf(DOUBT));
    }

    private static Phrase value(Turn turn, Match match) {
        boolean author = match.has("value")
                && match.the("value").size() == 1
                && match.the("value").startsWithOneOf(AUTHOR);
        return match.has("value") && !author
                ? match.the("value")
                : match.has("whose")
                        ? match.the("whose")
                        : Phrase.quoted(turn.request().author().name());
    }

    private static Optional<Proposal> tried(Turn turn, Phrase target, Selection selection, Values values) {
        try {
            return turn.targets()
                    .find(target, entity -> entity.equals(selection.entity()))
                    .filter(found -> found.entity().equals(selection.entity()))
                    .map(found -> Changes.of(turn, found, values));
        } catch (Unclear unclear) {
            return Optional.empty();
        }
    }

    /** The one field of the conditions that can have this value. */
    private static Optional<Values> given(Turn turn, Selection selection, Match match, Phrase said, boolean onlyEmpty) {
        EntityView entity = selection.entity();
        List<Values> found = selection.conditions().stream()
                .flatMap(RefillReading::parts)
                .flatMap(part -> condition(entity, part).stream())
                .filter(condition -> condition.isEmpty() || !onlyEmpty)
                .filter(condition -> isItsDeed(turn, condition.field(), match))
                .flatMap(condition -> new RefilledField(turn, entity, condition)
                        .value(said).map(value -> Values.of(condition.field().key(), value)).stream())
                .distinct()
                .toList();
        return NewValues.one(found);
    }

    /** “Dev drives all parcels without driver”: a verb or a word for who does it has to be of this field. */
    private static boolean isItsDeed(Turn turn, FieldSpec field, Match match) {
        if (match.has("doing")) {
            Phrase verb = match.the("doing");
            return verb.size() == 1
                    && Words.bases(verb.text()).anyMatch(base -> turn.schema().isDoneBy(field, base));
        }
        return !match.has("role") || Names.same(field.label(), match.the("role").text());
    }

    /** A field that the records are described by. */
    record Condition(FieldSpec field, boolean isEmpty, List<Object> values) {}

    private static Stream<Filter> parts(Filter filter) {
        return filter instanceof Filter.All all
                ? all.parts().stream().flatMap(RefillReading::parts)
                : Stream.of(filter);
    }

    private static Optional<Condition> condition(EntityView entity, Filter part) {
        if (part instanceof Filter.Not) {
            return Optional.empty();
        }
        List<Filter.Compare> all = part.comparisons().toList();
        boolean same = all.stream().map(Filter.Compare::path).distinct().count() == 1
                && all.stream()
                        .allMatch(compare ->
                                compare.comparison() == Comparison.EQ || compare.comparison() == Comparison.EMPTY);
        boolean empty = all.stream().anyMatch(compare -> compare.comparison() == Comparison.EMPTY);
        List<Object> values = all.stream()
                .flatMap(compare -> Stream.ofNullable(compare.value()))
                .toList();
        return same
                ? entity.field(all.get(0).path())
                        .filter(field -> field.type() != FieldType.BOOLEAN
                                && !entity.titleField().equals(Optional.of(field)))
                        .map(field -> new Condition(field, empty, values))
                : Optional.empty();
    }

    private static Optional<Proposal> where(Turn turn, Phrase words) {
        if (words.tokens().stream().noneMatch(token -> token.isOneOf(Set.of("where", "wherever")))) {
            return Optional.empty();
        }
        List<Proposal> found = Form.matches(WHERE, words).stream()
                .flatMap(match -> where(turn, match).stream())
                .distinct()
                .toList();
        return NewValues.one(found);
    }

    private static Optional<Proposal> where(Turn turn, Match match) {
        Optional<EntityView> entity = turn.schema().entity(match.the("entity"));
        Optional<FieldSpec> field = entity.flatMap(found -> turn.schema().field(found, match.the("field")));
        if (field.isEmpty() || isDoubtful(match.the("value"))) {
            return Optional.empty();
        }
        EntityView table = entity.orElseThrow();
        Phrase target = Sentence.read("every %s whose %s is empty"
                        .formatted(table.label(), field.get().label()))
                .words();
        return new RefilledField(turn, table, new Condition(field.get(), true, List.of()))
                .value(match.the("value"))
                .flatMap(value -> StatementReading.selection(turn, target)
                        .filter(selection -> selection.entity().equals(table))
                        .flatMap(selection -> tried(
                                turn, target, selection, Values.of(field.get().key(), value))));
    }
}
