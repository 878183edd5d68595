package io.frontless.assistant.offline;

import io.frontless.assistant.control.PlanningRequest.Mention;
import io.frontless.kernel.Limits;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Filter;
import io.frontless.record.control.RecordView;
import io.frontless.schema.control.EntityView;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Finds the records that a command is about: by their names, by “it”, or all that meet conditions. */
record Targets(Turn turn) {

    private static final Set<String> WHICHEVER = Set.of("whichever", "whatever", "what");
    private static final Set<String> JOINS = Set.of(",", "and", "&");

    /** The records; empty where nothing is called so; a question where several are. */
    Optional<Target> find(Phrase phrase, Predicate<EntityView> plausible) {
        Phrase whose = phrase.size() > 2 && phrase.startsWithOneOf(Words.EVERY) ? phrase.from(1) : phrase;
        Optional<Target> last = new Pronouns(turn).read(phrase).or(() -> theirs(whose));
        if (last.isPresent()) {
            return last;
        }
        Pointed pointed = new Pointed(turn);
        Optional<Target> those = pointed.those(whose).map(this::target);
        if (those.isPresent()) {
            return those;
        }
        boolean theirs = pointed.isTheirs(whose);
        // “Their” limits which of them are meant, and is no mere article.
        Phrase name = whichever(theirs || phrase.startsWith("my") ? phrase : phrase.bare());
        if (name.startsWithOneOf(Words.EVERY)) {
            return together(name, plausible);
        }
        Optional<Target> one = one(name, plausible);
        return one.or(() -> name.size() < phrase.size() ? one(phrase, plausible) : Optional.empty())
                .or(() -> listed(name, plausible))
                .or(() -> together(name, plausible));
    }

    /** Those of which all of it is so, else those of which one part is, and those of which another is. */
    private Optional<Target> together(Phrase name, Predicate<EntityView> plausible) {
        try {
            Optional<Target> selected = selected(name);
            return selected.isPresent() ? selected : new Together(turn).find(name, plausible);
        } catch (Unclear unclear) {
            return Optional.of(new Together(turn).find(name, plausible).orElseThrow(() -> unclear));
        }
    }

    /** “Whatever equipment has 0 in stock” is every one that has. */
    private Phrase whichever(Phrase phrase) {
        Optional<SchemaLinker.Named<EntityView>> noun = phrase.size() > 2 && phrase.startsWithOneOf(WHICHEVER)
                ? turn.schema().leadingEntity(phrase.from(1))
                : Optional.empty();
        return noun.filter(named -> named.length() + 1 < phrase.size())
                .map(named -> phrase.to(0)
                        .then("every")
                        .joined(phrase.sub(1, named.length() + 1))
                        .then("that")
                        .joined(phrase.from(named.length() + 1)))
                .orElse(phrase);
    }

    /** The same, where there must be some. */
    Target require(Phrase phrase) {
        return find(phrase, entity -> true).orElseThrow(() -> none(phrase));
    }

    /** Whether the phrase is a plural option alone, as in “bags”, which may as well be the beginning of what is meant. */
    boolean isKindAlone(Phrase phrase) {
        Phrase kind = phrase.bare();
        return new Kinds(turn)
                .leading(kind)
                .filter(found -> found.length() == kind.size())
                .isPresent();
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

    /** “Its bookings”: what refers to the record mentioned before. */
    private Optional<Target> theirs(Phrase phrase) {
        Optional<EntityView> entity = phrase.size() > 1 && Pronouns.isPossessive(phrase.at(0))
                ? turn.schema().entity(phrase.from(1))
                : Optional.empty();
        List<Mention> last = turn.request().lastMentioned();
        if (last.size() != 1 || phrase.size() < 2 || !Pronouns.isPossessive(phrase.at(0))) {
            return Optional.empty();
        }
        Optional<Target> pointed = pointed(last.get(0), phrase.from(1));
        if (pointed.isPresent() || entity.isEmpty()) {
            return pointed;
        }
        List<FieldSpec> fields = entity.get().fields().stream()
                .filter(field -> last.get(0).entity().equals(field.target()))
                .toList();
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        Filter theirs =
                Filter.equal(Slots.one(fields, phrase).key(), last.get(0).id().toString());
        return Optional.of(target(new Selection(entity.get(), List.of(theirs), List.of(), 0, phrase.text())));
    }

    /** “Its customer”: what the record mentioned before refers to. */
    private Optional<Target> pointed(Mention mention, Phrase name) {
        Optional<EntityView> entity = turn.request().schema().entity(mention.entity());
        Optional<FieldSpec> field = entity.flatMap(found -> turn.schema().leadingField(found, name))
                .filter(found -> found.length() == name.size())
                .map(SchemaLinker.Named::thing)
                .filter(found -> found.type() == FieldType.REFERENCE);
        return field.flatMap(found -> new Pronouns(turn)
                .read(Sentence.read("it").words())
                .map(it -> it.records().get(0).values().get(found.key()))
                .flatMap(id -> turn.records().pointed(found).flatMap(other -> turn.request()
                        .records()
                        .withId(other.key(), String.valueOf(id))
                        .map(record -> Target.of(Found.of(other, record))))));
    }

    /** The one record of this whole name, or those mentioned before. */
    Optional<Target> called(Phrase phrase, Predicate<EntityView> plausible) {
        Optional<Target> last =
                new Pronouns(turn).read(phrase).or(() -> theirs(phrase).filter(Target::isOne));
        if (last.isPresent()) {
            return last;
        }
        Phrase name = phrase.bare();
        if (name.split(JOINS).size() > 1) {
            Optional<Target> whole = called(name, plausible, false);
            return whole.isPresent() ? whole : listed(name, plausible);
        }
        Optional<Target> bare = called(name, plausible, true);
        return bare.isPresent() || name.size() == phrase.size() ? bare : called(phrase, plausible, true);
    }

    private Optional<Target> called(Phrase name, Predicate<EntityView> plausible, boolean asking) {
        Set<Found> found = new LinkedHashSet<>();
        Optional<SchemaLinker.Named<EntityView>> leading =
                turn.schema().leadingEntity(name).filter(entity -> entity.length() < name.size());
        leading.ifPresent(entity -> add(
                found,
                entity.thing(),
                turn.records().called(entity.thing(), afterTitleName(entity.thing(), name.from(entity.length())))));
        for (EntityView entity : found.isEmpty() ? turn.schema().entities() : List.<EntityView>of()) {
            add(found, entity, turn.records().called(entity, name), plausible);
        }
        if (found.size() > 1 && asking) {
            throw several(List.copyOf(found), name);
        }
        return found.size() > 1 ? Optional.empty() : found.stream().findFirst().map(Target::of);
    }

    private Optional<Target> one(Phrase name, Predicate<EntityView> plausible) {
        List<Found> found = named(name, plausible);
        if (found.size() > 1) {
            throw several(found, name);
        }
        return found.stream().findFirst().map(Target::of);
    }

    /** Whole names in every entity that it can be, and only where there is none, parts of names. */
    private List<Found> named(Phrase name, Predicate<EntityView> plausible) {
        Optional<SchemaLinker.Named<EntityView>> leading = turn.schema().leadingEntity(name);
        Set<Found> found = new LinkedHashSet<>();
        if (leading.isPresent() && leading.get().length() < name.size()) {
            EntityView entity = leading.get().thing();
            Phrase rest = afterTitleName(entity, name.from(leading.get().length()));
            add(found, entity, turn.records().called(entity, rest));
            if (found.isEmpty()) {
                add(found, entity, turn.records().resembling(entity, rest));
            }
        }
        for (EntityView entity : turn.schema().entities()) {
            add(found, entity, turn.records().called(entity, name), plausible);
        }
        for (EntityView entity : found.isEmpty() ? turn.schema().entities() : List.<EntityView>of()) {
            Phrase rest = afterTitleNoun(entity, name);
            if (rest.size() < name.size()) {
                add(found, entity, turn.records().called(entity, rest), plausible);
            }
        }
        boolean parts = found.isEmpty() && leading.isEmpty() && isName(name);
        for (EntityView entity : parts ? turn.schema().entities() : List.<EntityView>of()) {
            add(found, entity, turn.records().resembling(entity, name), plausible);
        }
        return List.copyOf(found);
    }

    /** A part of a name is written like one, with a capital or a number: an ordinary word is not. */
    private static boolean isName(Phrase name) {
        return name.size() <= 3
                && name.tokens().stream()
                        .allMatch(token -> token.isWord() && token.text().matches("(\\p{Lu}|\\d).*"));
    }

    /** “Ticket R-77”, where repairs are called by their ticket. */
    private static Phrase afterTitleNoun(EntityView entity, Phrase name) {
        return entity.titleField()
                .map(title -> Names.stems(title.label()).size())
                .filter(length -> name.size() > length
                        && Names.same(
                                entity.titleField().orElseThrow().label(),
                                name.to(length).text()))
                .map(name::from)
                .orElse(name);
    }

    private Phrase afterTitleName(EntityView entity, Phrase rest) {
        if (rest.size() > 1 && rest.startsWithOneOf(Set.of("called", "named"))) {
            return rest.from(1);
        }
        return turn.schema()
                .leadingField(entity, rest)
                .filter(field -> field.length() < rest.size())
                .filter(field -> Roles.naming(entity).contains(field.thing())
                        || entity.titleField().equals(Optional.of(field.thing())))
                .map(field -> rest.from(field.length()))
                .orElse(
                        rest.size() > 1 && rest.startsWithOneOf(Set.of("number", "no", "no.", "nr", "nr.", "#"))
                                ? rest.from(1)
                                : rest);
    }

    /** “INV-1, INV-2 and INV-3”, “loans 1 and 2”: each has to be one. */
    private Optional<Target> listed(Phrase phrase, Predicate<EntityView> plausible) {
        Phrase names = phrase.startsWith("both") ? phrase.from(1) : phrase;
        Optional<SchemaLinker.Named<EntityView>> leading = turn.schema().leadingEntity(names);
        Optional<EntityView> entity = leading.map(SchemaLinker.Named::thing);
        List<Phrase> parts =
                names.from(leading.map(SchemaLinker.Named::length).orElse(0)).split(JOINS);
        if (parts.size() < 2) {
            return Optional.empty();
        }
        Predicate<EntityView> same =
                entity.<Predicate<EntityView>>map(known -> known::equals).orElse(plausible);
        Set<Found> found = new LinkedHashSet<>();
        for (Phrase part : parts) {
            List<Found> one = named(part.bare(), same);
            if (one.size() > 1) {
                throw several(one, part);
            }
            if (one.isEmpty()
                    || found.stream()
                            .anyMatch(other -> !other.entity().equals(one.get(0).entity()))) {
                return Optional.empty();
            }
            found.add(one.get(0));
        }
        return Optional.of(new Target(List.copyOf(found).get(0).entity(), List.copyOf(found)));
    }

    private Optional<Target> selected(Phrase name) {
        boolean every = name.startsWithOneOf(Words.EVERY);
        Optional<Selection> read = selection(name, every);
        if (read.isEmpty()) {
            return Optional.empty();
        }
        Selection selection = read.get();
        String many = Names.plural(selection.entity().label());
        boolean several = every || selection.most() > 0 || turn.selections().namesSeveral(name);
        if (selection.isUnconditional() && !several) {
            return Optional.empty();
        }
        if (selection.isUnconditional() && !every) {
            throw Unclear.ask("Do you mean all %s?".formatted(many), List.of(name.sentenceWith("all " + name.text())));
        }
        Target target = target(selection);
        if (!several && !target.isOne()) {
            throw Unclear.ask(
                    "That could be any of %d %s. Which one?"
                            .formatted(target.records().size(), many),
                    target.records().stream()
                            .limit(4)
                            .map(record -> name.sentenceWith(
                                    selection.entity().label() + " " + RecordFinder.quote(record.title())))
                            .distinct()
                            .toList());
        }
        return Optional.of(target);
    }

    /** Words that are no condition are rather a name that nothing has, where one record is meant. */
    private Optional<Selection> selection(Phrase name, boolean every) {
        try {
            return turn.selections().read(name);
        } catch (Unclear unclear) {
            if (every || !unclear.perhapsMisspelt() || turn.selections().namesSeveral(name)) {
                throw unclear;
            }
            return Optional.empty();
        }
    }

    /** All records of a selection, page by page, as many as one change may touch. */
    private Target target(Selection selection) {
        new Excepted(turn, selection).requireSome();
        List<Found> found = new ArrayList<>();
        List<RecordView> page;
        do {
            page = turn.request().records().find(selection.query(Limits.PAGE_ROWS_MAX, found.size()));
            page.forEach(record -> found.add(Found.of(selection.entity(), record)));
        } while (selection.most() == 0 && page.size() == Limits.PAGE_ROWS_MAX && found.size() < Limits.BULK_IDS_MAX);
        if (found.isEmpty()) {
            throw Unclear.say("There are no %s.".formatted(selection.words()));
        }
        if (found.size() >= Limits.BULK_IDS_MAX) {
            throw Unclear.say("These are %d %s or more, which is too many at once."
                    .formatted(
                            Limits.BULK_IDS_MAX, Names.plural(selection.entity().label())));
        }
        return new Target(selection.entity(), found);
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

    /** Whether it could be of this entity takes long to tell, so it is asked only where there is something of that name. */
    private static void add(
            Set<Found> found, EntityView entity, List<RecordView> records, Predicate<EntityView> plausible) {
        if (!records.isEmpty() && plausible.test(entity)) {
            add(found, entity, records);
        }
    }

    private static void add(Set<Found> found, EntityView entity, List<RecordView> records) {
        records.forEach(record -> found.add(Found.of(entity, record)));
    }
}
