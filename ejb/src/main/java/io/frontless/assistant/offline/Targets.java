package io.frontless.assistant.offline;

import io.frontless.assistant.control.PlanningRequest.Mention;
import io.frontless.kernel.Limits;
import io.frontless.operation.Values;
import io.frontless.record.control.RecordQuery;
import io.frontless.record.control.RecordView;
import io.frontless.schema.control.EntityView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Finds the records that a command is about: one by its name or by “it”, or all that meet conditions. */
record Targets(Turn turn) {

    private static final Set<String> EVERY = Set.of("all", "every", "each");
    private static final Set<String> IT = Set.of("it", "that", "this", "them");
    private static final Set<String> ONE = Set.of("one", "record", "row", "entry");

    /** The records; empty where nothing is called so; a question where several are. */
    Optional<Target> find(Phrase phrase, Predicate<EntityView> plausible) {
        Phrase name = phrase.bare();
        Optional<Found> last = lastMentioned(phrase);
        if (last.isPresent()) {
            return last.map(Target::of);
        }
        if (name.startsWithOneOf(EVERY)) {
            return selected(name);
        }
        List<Found> found = named(name, plausible);
        if (found.size() > 1) {
            throw several(found, name);
        }
        return found.isEmpty() ? selected(name) : Optional.of(Target.of(found.get(0)));
    }

    /** The same, where there must be some. */
    Target require(Phrase phrase) {
        return find(phrase, entity -> true).orElseThrow(() -> none(phrase));
    }

    /** The answer where nothing is called so. */
    Unclear none(Phrase phrase) {
        Phrase name = phrase.bare();
        return turn.schema()
                .leadingEntity(name)
                .map(entity -> entity.length() < name.size()
                        ? turn.records().none(entity.thing(), name)
                        : Unclear.say("Which %s? Say what it is called."
                                .formatted(entity.thing().label().toLowerCase(Locale.ROOT))))
                .orElseGet(() -> Unclear.say("There is no record “%s”.".formatted(name.text())));
    }

    private Optional<Found> lastMentioned(Phrase phrase) {
        boolean it = phrase.startsWithOneOf(IT)
                && (phrase.size() == 1 || (phrase.size() == 2 && phrase.at(1).isOneOf(ONE)));
        boolean thatEntity = phrase.size() > 1
                && (phrase.startsWithOneOf(IT) || phrase.startsWith("the"))
                && turn.schema().entity(phrase.from(1)).isPresent();
        if (!it && !thatEntity) {
            return Optional.empty();
        }
        Mention mention = turn.request()
                .lastMentioned()
                .orElseThrow(() -> Unclear.say(
                        "It is not clear what “%s” is: nothing was mentioned before.".formatted(phrase.text())));
        EntityView entity = turn.request()
                .schema()
                .entity(mention.entity())
                .filter(candidate -> it || turn.schema().entity(phrase.from(1)).equals(Optional.of(candidate)))
                .orElseThrow(() -> Unclear.say("“%s” was not what was mentioned before.".formatted(phrase.text())));
        return Optional.of(byId(entity, mention));
    }

    private Found byId(EntityView entity, Mention mention) {
        RecordQuery query = RecordQuery.mentioning(entity.key(), mention.id().toString(), 1);
        return turn.request().records().find(query).stream()
                .filter(record -> record.id().equals(mention.id()))
                .map(record -> Found.of(entity, record))
                .findFirst()
                .orElseGet(() -> new Found(entity, mention.id(), null, "mentioned last", Values.none()));
    }

    private List<Found> named(Phrase name, Predicate<EntityView> plausible) {
        List<Found> found = new ArrayList<>();
        SchemaLinker schema = turn.schema();
        Optional<SchemaLinker.Named<EntityView>> leading = schema.leadingEntity(name);
        if (leading.isPresent() && leading.get().length() < name.size()) {
            EntityView entity = leading.get().thing();
            Phrase rest = afterTitleName(entity, name.from(leading.get().length()));
            add(found, entity, turn.records().called(entity, rest));
        }
        for (EntityView entity : schema.entities()) {
            if (plausible.test(entity)) {
                add(found, entity, turn.records().called(entity, name));
            }
        }
        return found.stream().distinct().toList();
    }

    private Phrase afterTitleName(EntityView entity, Phrase rest) {
        if (rest.size() > 1 && rest.startsWithOneOf(Set.of("called", "named"))) {
            return rest.from(1);
        }
        return turn.schema()
                .leadingField(entity, rest)
                .filter(field -> field.length() < rest.size())
                .filter(field -> entity.titleField().equals(Optional.of(field.thing())))
                .map(field -> rest.from(field.length()))
                .orElse(rest);
    }

    private Optional<Target> selected(Phrase name) {
        boolean every = name.startsWithOneOf(EVERY);
        Optional<Selection> read = every || turn.selections().namesSeveral(name)
                ? turn.selections().read(name)
                : Optional.empty();
        if (read.isEmpty()) {
            return Optional.empty();
        }
        Selection selection = read.get();
        String many = Names.plural(selection.entity().label());
        if (!every && selection.isUnconditional()) {
            throw Unclear.ask("Do you mean all %s?".formatted(many), List.of(name.sentenceWith("all " + name.text())));
        }
        List<RecordView> records = turn.request().records().find(selection.query(Limits.PAGE_ROWS_MAX, 0));
        if (records.isEmpty()) {
            throw Unclear.say("There are no %s.".formatted(selection.words()));
        }
        if (records.size() == Limits.PAGE_ROWS_MAX
                && !turn.request()
                        .records()
                        .find(selection.query(1, Limits.PAGE_ROWS_MAX))
                        .isEmpty()) {
            throw Unclear.ask(
                    "These are more than %d %s, which is too many at once for now. Which of them?"
                            .formatted(Limits.PAGE_ROWS_MAX, many),
                    List.of());
        }
        List<Found> found = records.stream()
                .map(record -> Found.of(selection.entity(), record))
                .toList();
        return Optional.of(new Target(selection.entity(), found));
    }

    private Unclear several(List<Found> found, Phrase name) {
        EntityView first = found.get(0).entity();
        List<String> options = found.stream()
                .limit(4)
                .map(record -> name.sentenceWith(
                        record.entity().label().toLowerCase(Locale.ROOT) + " " + RecordFinder.quote(record.title())))
                .distinct()
                .toList();
        if (options.size() < Math.min(4, found.size())) {
            return Unclear.say("“%s” could be several %s. Name the one by a value that only it has."
                    .formatted(name.text(), Names.plural(first.label())));
        }
        return Unclear.ask("“%s” could be several records. Which one?".formatted(name.text()), options);
    }

    private static void add(List<Found> found, EntityView entity, List<RecordView> records) {
        records.forEach(record -> found.add(Found.of(entity, record)));
    }
}
