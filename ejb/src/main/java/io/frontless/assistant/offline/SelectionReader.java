package io.frontless.assistant.offline;

import io.frontless.assistant.control.PlanningRequest.Mention;
import io.frontless.operation.Comparison;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.Filter;
import io.frontless.schema.control.EntityView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads which records a phrase selects: states and owners before the entity, the entity, then clauses. */
record SelectionReader(Turn turn) {

    /** Words before the entity: more are rather another sentence. */
    private static final int BEFORE_MAX = 9;

    private static final List<Form> THOSE = List.of(
            Form.of("[only|just|and] [all|any|each] [of] them|those|these|they [ones] <rest>"),
            Form.of("[only|just|and] [all|any|each] [of] them|those|these|they"),
            Form.of("[only|just|and] the|all ones <rest>"),
            Form.of("[only|just] one <rest>"));

    private static final Set<String> FILL =
            Set.of("all", "every", "each", "the", "my", "our", "any", "of", "and", ",", "those", "these");

    private static final Set<String> PEOPLE = Set.of("people", "persons", "folks", "guys");
    private static final Set<String> THINGS = Set.of("things", "stuff");
    private static final Set<String> THING =
            Set.of("everything", "anything", "everyone", "everybody", "anyone", "anybody", "whatever", "whoever");

    /** What is selected, and what its noun says by itself. */
    record Head(int start, EntityView entity, int end, Filter condition) {}

    /** What it depends on what a phrase selects, among the same records. */
    private record Said(SchemaLinker schema, List<Mention> mentioned, Phrase phrase) {}

    /** The selection; empty where no entity is named, or a word before it says nothing about it; a question for words left over. */
    Optional<Selection> read(Phrase said) {
        return turn.effort().selections().answer(turn.request().records(), asked(said), () -> selected(said));
    }

    private Said asked(Phrase phrase) {
        return new Said(turn.schema(), turn.request().lastMentioned(), phrase);
    }

    private Optional<Selection> selected(Phrase said) {
        Phrase phrase = new OrderedBy(turn).plain(said);
        Optional<Selection> those = those(phrase);
        if (those.isPresent()) {
            return those;
        }
        Optional<Unclear> first = Optional.empty();
        for (Head head : heads(phrase)) {
            try {
                Clauses clauses = new Clauses(turn, head.entity());
                if (clauses.readBefore(phrase.to(head.start()))) {
                    clauses.read(phrase.from(head.end()));
                    return Optional.of(new Selection(
                            head.entity(),
                            conditions(head, clauses),
                            clauses.order(),
                            clauses.most(),
                            words(phrase, head)));
                }
            } catch (Unclear unclear) {
                first = first.or(() -> Optional.of(unclear));
            }
        }
        Optional<Selection> people = people(phrase);
        if (people.isPresent()) {
            return people;
        }
        if (first.isPresent()) {
            throw first.get();
        }
        boolean thing = phrase.startsWithOneOf(THING);
        return thing || turn.schema().loose() ? implied(phrase.from(thing ? 1 : 0)) : Optional.empty();
    }

    /** Whether all words of the phrase say which records are meant. */
    boolean isRead(Phrase phrase) {
        try {
            return read(phrase).isPresent();
        } catch (Unclear unclear) {
            return false;
        }
    }

    /** “The people in Ware”, “Fender things we own”: of the one kind of which all of it is so, and which there are. */
    private Optional<Selection> people(Phrase phrase) {
        int noun = 0;
        while (noun < Math.min(phrase.size(), BEFORE_MAX)
                && !phrase.at(noun).isOneOf(PEOPLE)
                && !phrase.at(noun).isOneOf(THINGS)) {
            noun++;
        }
        if (noun >= Math.min(phrase.size(), BEFORE_MAX)) {
            return Optional.empty();
        }
        List<Selection> found = new ArrayList<>();
        for (EntityView entity : turn.schema().entities()) {
            if (phrase.at(noun).isOneOf(THINGS) || WhoReading.isOfPeople(entity)) {
                selection(phrase, new Head(noun, entity, noun + 1, Filter.everything()))
                        .filter(selection -> !selection.isUnconditional()
                                && !turn.request()
                                        .records()
                                        .find(selection.query(1, 0))
                                        .isEmpty())
                        .ifPresent(found::add);
            }
        }
        return NewValues.one(found);
    }

    private Optional<Selection> selection(Phrase phrase, Head head) {
        try {
            Clauses clauses = new Clauses(turn, head.entity());
            if (!clauses.readBefore(phrase.to(head.start()))) {
                return Optional.empty();
            }
            clauses.read(phrase.from(head.end()));
            return Optional.of(new Selection(
                    head.entity(), conditions(head, clauses), clauses.order(), clauses.most(), words(phrase, head)));
        } catch (Unclear unclear) {
            return Optional.empty();
        }
    }

    /** “Of them”, “those over 470”, “the ones in Cedar”: some of those that were mentioned before. */
    private Optional<Selection> those(Phrase phrase) {
        List<Mention> last = turn.request().lastMentioned();
        int said = last.size() < 2
                ? 0
                : THOSE.stream()
                        .flatMap(form -> form.matches(phrase).stream())
                        .map(match -> phrase.size()
                                - (match.has("rest") ? match.the("rest").size() : 0))
                        .findFirst()
                        .orElse(0);
        Optional<EntityView> entity = said == 0
                ? Optional.empty()
                : turn.request().schema().entity(last.get(0).entity());
        return entity.flatMap(found -> {
            Phrase rest = phrase.from(said);
            Optional<Clauses> clauses =
                    rest.isEmpty() ? Optional.of(new Clauses(turn, found)) : Clauses.saying(turn, found, rest);
            return clauses.flatMap(
                    read -> new Mentioned(turn, found).among(said).map(among -> {
                        List<Filter> all = new ArrayList<>(read.conditions());
                        all.add(among.filter());
                        String words = Names.plural(found.label()) + " " + rest.text();
                        return new Selection(found, all, read.order(), read.most(), words.strip());
                    }));
        });
    }

    /** “Everything by Bremo”, “what do we deliver tomorrow”: records of the one table of which all words say something. */
    private Optional<Selection> implied(Phrase phrase) {
        List<Selection> found = new ArrayList<>();
        for (EntityView entity : turn.schema().entities()) {
            String words = Names.plural(entity.label()) + " " + phrase.text();
            Clauses.saying(turn, entity, phrase)
                    .map(said -> new Selection(entity, said.conditions(), said.order(), said.most(), words))
                    .ifPresent(found::add);
        }
        int nearest = found.stream().mapToInt(SelectionReader::hops).min().orElse(0);
        found.removeIf(selection -> hops(selection) > nearest);
        return NewValues.one(found.size() == 1 ? found : likelier(found));
    }

    /** Of several tables those of which there are any, and what somebody has rather than himself. */
    private List<Selection> likelier(List<Selection> several) {
        List<Selection> there = several.stream()
                .filter(selection ->
                        !turn.request().records().find(selection.query(1, 0)).isEmpty())
                .toList();
        return there.size() < 2
                ? there
                : there.stream().filter(selection -> !isTitle(selection)).toList();
    }

    private static boolean isTitle(Selection selection) {
        String title = selection.entity().titleField().map(FieldSpec::key).orElse("");
        return selection.conditions().stream().flatMap(Filter::comparisons).anyMatch(compare -> compare.path()
                .equals(title));
    }

    /** Over how many references its conditions lead. */
    private static int hops(Selection selection) {
        return selection.conditions().stream()
                .flatMap(Filter::comparisons)
                .mapToInt(compare -> (int)
                        compare.path().chars().filter(letter -> letter == '.').count())
                .max()
                .orElse(0);
    }

    /** Whether the phrase names an entity in the plural, as one does who means several records. */
    boolean namesSeveral(Phrase phrase) {
        return phrase.startsWithOneOf(THING)
                || heads(phrase).stream().anyMatch(head -> {
                    String word = phrase.at(head.end() - 1).text().toLowerCase(Locale.ROOT);
                    return !word.equals(Names.singular(word)) && phrase.at(0).isWord();
                });
    }

    private List<Head> heads(Phrase phrase) {
        return turn.effort().heads().answer(turn.request().records(), asked(phrase), () -> headsOf(phrase));
    }

    private List<Head> headsOf(Phrase phrase) {
        List<Head> heads = new ArrayList<>();
        for (int start = 0; start < phrase.size() && start <= BEFORE_MAX; start++) {
            Optional<SchemaLinker.Named<EntityView>> entity = turn.schema().leadingEntity(phrase.from(start));
            boolean object = entity.isPresent()
                    && new FlagDeeds(turn.schema())
                            .isObject(phrase, start, entity.get().length());
            if (entity.isPresent() && !object && !phrase.at(start).quoted()) {
                int end = start + entity.get().length();
                ofOption(phrase, start, entity.get().thing(), end).ifPresent(heads::add);
                heads.add(new Head(
                        start, entity.get().thing(), start + entity.get().length(), Filter.everything()));
            }
        }
        return heads.isEmpty() ? kinds(phrase) : heads;
    }

    /** “Dress rehearsals”, where rehearsals can be that: the option of two words is meant before the table. */
    private Optional<Head> ofOption(Phrase phrase, int noun, EntityView entity, int end) {
        if (noun == 0 || end > noun + 1 || !phrase.at(noun - 1).isWord()) {
            return Optional.empty();
        }
        return entity.fields().stream()
                .filter(field -> field.options().stream().anyMatch(option -> option.indexOf(' ') > 0))
                .flatMap(field -> turn.schema().option(field, phrase.sub(noun - 1, end)).stream()
                        .filter(option -> option.indexOf(' ') > 0)
                        .map(option -> new Head(noun - 1, entity, end, Filter.equal(field.key(), option))))
                .findFirst();
    }

    /** Where no table is named, a plural option may stand for its records. */
    private List<Head> kinds(Phrase phrase) {
        List<Head> heads = new ArrayList<>();
        for (int start = 0; start < phrase.size() && start <= BEFORE_MAX; start++) {
            int from = start;
            new Kinds(turn)
                    .leading(phrase.from(start), start > 0 && Superlatives.isOne(phrase.at(start - 1)))
                    .or(() -> from > 0 && phrase.at(from - 1).is("all")
                            ? new Kinds(turn).stuff(phrase.from(from))
                            : Optional.empty())
                    .ifPresent(kind -> heads.add(new Head(
                            from,
                            kind.thing().entity(),
                            from + kind.length(),
                            kind.thing().condition())));
        }
        return heads;
    }

    private static List<Filter> conditions(Head head, Clauses clauses) {
        List<Filter> all = new ArrayList<>(clauses.conditions());
        if (head.condition().equals(Filter.everything())) {
            return all;
        }
        Optional<Filter> other = all.stream()
                .filter(said -> isKind(said, head.condition()) && !said.equals(head.condition()))
                .findFirst();
        other.ifPresent(all::remove);
        all.add(other.<Filter>map(said -> new Filter.Any(List.of(said, head.condition())))
                .orElse(head.condition()));
        return all;
    }

    /** “Phones and laptops”: nothing is of two kinds, so either is meant. */
    private static boolean isKind(Filter said, Filter kind) {
        return said instanceof Filter.Compare one
                && kind instanceof Filter.Compare other
                && one.comparison() == Comparison.EQ
                && other.comparison() == Comparison.EQ
                && one.path().equals(other.path());
    }

    private static String words(Phrase phrase, Head head) {
        Phrase rest = phrase.from(head.end());
        boolean kind = !head.condition().equals(Filter.everything());
        String name = kind
                ? phrase.sub(head.start(), head.end()).text()
                : Names.plural(head.entity().label());
        int first = 0;
        while (first < head.start() && phrase.at(first).isOneOf(FILL)) {
            first++;
        }
        String before = phrase.sub(first, head.start()).text();
        boolean verb = rest.startsWith("are") || rest.startsWith("is");
        return (before + " " + name + (verb ? " that " : " ") + rest.text()).strip();
    }
}
