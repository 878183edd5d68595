package io.frontless.assistant.offline;

import io.frontless.assistant.control.Proposal;
import io.frontless.operation.CreateRecord;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.Step;
import io.frontless.operation.Values;
import io.frontless.schema.control.EntityView;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** “Add invoice INV-0089 for Acme, 1200 due 2026-12-15.” The id of the record is fixed when the plan is proposed, not here. */
final class CreateRecordReading implements Reading {

    private static final List<Form> FORMS = List.of(
            Form.of("make [me|us] a|an|another [new] <rest>"),
            Form.of("make [me|us] new <rest>"),
            Form.of("a|an|another new <rest>"),
            Form.of("set up a|an|another [new] <rest>"),
            Form.of("add|create|new|insert|enter|register|record|log|book|schedule|open|place|enroll|hire|report"
                    + " [me|us] [a|an|another|the] [new] <rest>"));
    /** “Add up the totals” adds nothing. */
    private static final Form SUM = Form.of("add up <rest>");

    private static final int STATES_MAX = 4;
    private static final Set<String> ADDING = Set.of("add", "create", "insert", "enter", "register", "record", "make");
    private static final Set<String> VERBS = Set.of("add", "create", "insert", "new");
    private static final Set<String> THEM = Set.of("it", "him", "her", "them");
    private static final Set<String> LINKS = Set.of(":", "called", "named", "with", ",");

    @Override
    public Optional<Proposal> read(Turn turn) {
        List<Match> matches = Form.matches(FORMS, turn.words());
        if (matches.isEmpty() || !SUM.matches(turn.words()).isEmpty()) {
            return Optional.empty();
        }
        if (Pronouns.isPossessive(matches.get(0).the("rest").at(0))) {
            return Optional.empty();
        }
        Phrase rest = matches.get(0).the("rest").bare();
        Optional<Described> described = described(turn, rest);
        Optional<SchemaLinker.Named<EntityView>> leading = described.map(Described::named);
        if (turn.words().startsWith("new") && turn.selections().namesSeveral(rest)) {
            return Optional.empty();
        }
        if (leading.isEmpty()
                && (!turn.words().startsWithOneOf(VERBS) || turn.words().startsWith("new"))) {
            return Optional.empty();
        }
        SchemaLinker.Named<EntityView> named = leading.orElseThrow(() -> Unclear.say(
                "It is not clear what to add: no table is called like the beginning of “%s”.".formatted(rest.text())));
        EntityView entity = named.thing();
        String last = rest.at(described.map(Described::start).orElse(0) + named.length() - 1)
                .text()
                .toLowerCase(Locale.ROOT);
        if (!last.equals(Names.singular(last))
                && !Names.plural(entity.label()).equals(entity.label().toLowerCase(Locale.ROOT))) {
            if (!turn.words().startsWithOneOf(VERBS)) {
                return Optional.empty();
            }
            throw Unclear.say(
                    "One %s is added at a time.".formatted(entity.label().toLowerCase(Locale.ROOT)));
        }
        Phrase words = rest.from(described.map(Described::start).orElse(0) + named.length());
        if (words.startsWithOneOf(LINKS)) {
            words = words.from(1);
        }
        if (!turn.words().startsWithOneOf(ADDING) && tellsWhatItDid(turn, entity, words)) {
            return Optional.empty();
        }
        Values values =
                values(turn, entity, words, described.map(Described::states).orElse(List.of()));
        return Optional.of(added(turn, entity, values, rest));
    }

    /** “A new customer phoned”, “new order from Derek Osei arrived” add nothing of such a name. */
    private static boolean tellsWhatItDid(Turn turn, EntityView entity, Phrase words) {
        int first = words.startsWithOneOf(Set.of("just", "has", "have", "had", "was", "is")) ? 1 : 0;
        boolean begins = first < words.size()
                && (first > 0 || isDeed(turn, entity, words, 0))
                && turn.schema().leadingField(entity, words.from(first)).isEmpty();
        return begins || isDeed(turn, entity, words, words.size() - 1);
    }

    private static boolean isDeed(Turn turn, EntityView entity, Phrase words, int at) {
        return at >= 0 && isDeed(words.at(at)) && State.leading(turn.schema(), entity, words.from(at)) == 0;
    }

    /** A verb of the past, and no name. */
    static boolean isDeed(Token token) {
        return token.isWord() && token.text().matches("\\p{Ll}+") && Words.isPast(token.text());
    }

    /** The proposal that adds the record; what lacks a value that it needs is said. */
    static Proposal added(Turn turn, EntityView entity, Values read, Phrase said) {
        Values values = new FullNames(turn, entity).in(read);
        requireComplete(entity, values, said);
        new UnsaidParty(turn, entity, values).ask(said);
        String title = entity.titleField()
                .map(field -> values.get(field.key()))
                .map(value -> " " + (value instanceof String text ? text : value.toString()))
                .filter(text -> entity.titleField().get().target() == null)
                .orElse("");
        return new Proposal.Change(
                "Add " + entity.label() + title,
                List.of(new Step(
                        "s1",
                        CreateRecord.NAME,
                        Map.of("entity", entity.key(), "values", values.byField()),
                        null,
                        null)));
    }

    private static Values values(Turn turn, EntityView entity, Phrase words, List<State> states) {
        Values values;
        try {
            values = words.isEmpty() ? Values.none() : Slots.forNew(turn, entity, words);
            if (leavesOut(turn, words, values)) {
                throw Unclear.say("It is not clear what “%s” says of the new %s."
                        .formatted(words.text(), entity.label().toLowerCase(Locale.ROOT)));
            }
        } catch (Unclear unclear) {
            return new Description(turn, entity, states, words).values().orElseThrow(() -> unclear);
        }
        for (State state : states) {
            if (state.not() || values.fields().contains(state.field().key())) {
                throw Unclear.say("It is not clear what %s is to be."
                        .formatted(state.field().label()));
            }
            values = values.with(state.field().key(), state.value());
        }
        return values;
    }

    /** Whether “for her” came to nothing. */
    private static boolean leavesOut(Turn turn, Phrase words, Values values) {
        boolean them = words.tokens().stream().anyMatch(token -> token.isOneOf(THEM));
        return them
                && turn.request().lastMentioned().size() == 1
                && !values.byField()
                        .containsValue(
                                turn.request().lastMentioned().get(0).id().toString());
    }

    /** An entity with states before it, as in “a critical defect report”. */
    private record Described(SchemaLinker.Named<EntityView> named, int start, List<State> states) {}

    private static Optional<Described> described(Turn turn, Phrase rest) {
        for (int start = 0; start < Math.min(STATES_MAX, rest.size()); start++) {
            Optional<SchemaLinker.Named<EntityView>> named = turn.schema().leadingEntity(rest.from(start));
            Optional<State> state = named.isEmpty() || start == 0
                    ? Optional.empty()
                    : State.read(turn.schema(), named.get().thing(), rest.to(start));
            if (named.isPresent() && (start == 0 || state.isPresent())) {
                return Optional.of(
                        new Described(named.get(), start, state.map(List::of).orElse(List.of())));
            }
        }
        return Optional.empty();
    }

    private static void requireComplete(EntityView entity, Values values, Phrase said) {
        List<String> missing = entity.fields().stream()
                .filter(FieldSpec::required)
                .filter(field -> values.get(field.key()) == null)
                .map(FieldSpec::label)
                .toList();
        String label = entity.label().toLowerCase(Locale.ROOT);
        if (!missing.isEmpty()) {
            throw Unclear.say(
                    "A new %s needs %s.".formatted(label, String.join(" and ", missing)),
                    said.sentence().strip() + ", " + missing.get(0).toLowerCase(Locale.ROOT) + ": …");
        }
        if (values.fields().isEmpty()) {
            throw Unclear.say("Say at least what the new %s is called.".formatted(label));
        }
    }
}
