package io.frontless.assistant.offline;

import io.frontless.operation.Comparison;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Filter;
import io.frontless.record.control.RecordQuery;
import io.frontless.schema.control.EntityView;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What kind of record is to be added.
 *
 * @param states what is said of it by its noun: “a critical defect”, “a laptop”
 * @param count how many there are to be, where that is said
 * @param several whether the noun is a plural
 * @param names what they are called, where that stands before the noun: “add Ed Thorne as a customer”
 * @param described what follows the noun
 */
record NewThing(
        EntityView entity,
        List<State> states,
        Optional<Integer> count,
        boolean several,
        Phrase names,
        Phrase described) {

    private static final int BEFORE_MAX = 4;
    private static final int OPTION_TOKENS_MAX = 3;
    private static final int RECORDS_MAX = 20;
    private static final Set<String> FILE = Set.of("file", "record", "board");
    private static final Set<String> AS = Set.of("as", "to");
    private static final Set<String> LEADS = Set.of("as", "to", "on", "onto", "in", "into", "under", "among");
    private static final Set<String> LISTS = Set.of("list", "register", "file", "books", "roster", "team", "index");
    private static final Set<String> OF = Set.of("of", "for", "with");

    /** What the words begin with: a table, an option that only one table has, or a new number like those of one table; its name may stand before. */
    static Optional<NewThing> leading(Turn turn, Phrase rest) {
        Optional<Integer> count = rest.size() > 1 && rest.at(0).isWord() ? Amounts.count(rest) : Optional.empty();
        Phrase noun = withoutNew(count.isPresent() ? rest.from(1) : rest);
        if (rest.size() > 1 && Pronouns.isPossessive(rest.at(0))) {
            return turn.request().lastMentioned().isEmpty()
                    ? Optional.empty()
                    : leading(turn, rest.from(1)).map(thing -> thing.of(rest.to(1)));
        }
        return noun(turn, noun)
                .map(thing -> thing.counted(count))
                .or(() -> byNumber(turn, rest))
                .or(() -> named(turn, rest));
    }

    private static Phrase withoutNew(Phrase rest) {
        return rest.size() > 1 && rest.startsWith("new") ? rest.from(1) : rest;
    }

    /** The same, called so. */
    NewThing called(Phrase name) {
        return new NewThing(entity, states, count, false, name, described);
    }

    /** “Book Cedar for Dilan”: the verb is what the table is called. */
    static Optional<NewThing> byVerb(Turn turn, Phrase words) {
        String verb = words.at(0).text();
        if (words.size() < 2 || !words.at(0).isWord() || !verb.equals(verb.toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        List<EntityView> found = turn.schema().entities().stream()
                .filter(entity -> {
                    List<String> label = Names.stems(entity.label());
                    return label.size() == 1 && Names.root(label.get(0)).equals(Names.root(verb));
                })
                .toList();
        return found.size() == 1 ? Optional.of(of(found.get(0), List.of(), false, words.from(1))) : Optional.empty();
    }

    /** The same, of what was mentioned before: “her function FN-71”. */
    private NewThing of(Phrase her) {
        return new NewThing(entity, states, count, several, names, described.joined(her));
    }

    private NewThing counted(Optional<Integer> said) {
        return new NewThing(entity, states, said, several, names, described);
    }

    /** “"Half-term story hour" as an events task”, “Ed Thorne and Pia Thorne to the customers”. */
    private static Optional<NewThing> named(Turn turn, Phrase rest) {
        NameList list = NameList.leading(rest);
        int named = list.tokens();
        Phrase place = rest.from(named);
        boolean onFile =
                place.size() > 2 && place.startsWith("on") && place.at(1).isOneOf(FILE);
        int lead = onFile ? 2 : place.startsWith("down") ? 1 : 0;
        Phrase after = place.from(Math.min(lead, place.size()));
        boolean leads = !list.names().isEmpty() && after.size() > 1 && after.startsWithOneOf(LEADS);
        Phrase noun = leads ? after.from(1).bare() : after;
        boolean listed =
                noun.size() > 2 && noun.startsWithOneOf(LISTS) && noun.at(1).isOneOf(OF);
        Phrase kind = listed ? noun.from(2).bare() : noun;
        return leads
                ? noun(turn, kind)
                        .filter(thing -> after.startsWithOneOf(AS) || (thing.several() && thing.isFree(turn, list)))
                        .map(thing -> new NewThing(
                                thing.entity(),
                                thing.states(),
                                Optional.empty(),
                                list.names().size() > 1,
                                rest.to(named),
                                thing.described()))
                : Optional.empty();
    }

    /** Whether nothing is called by these names, nor could be meant by them: “put Dov on the jobs” adds none. */
    private boolean isFree(Turn turn, NameList list) {
        boolean numbered = entity.titleField().filter(Roles::isNumbered).isPresent();
        return list.names().stream()
                .allMatch(name -> (!numbered || Description.isNumber(name.at(0)))
                        && new NamesIn(turn, name).all().isEmpty()
                        && turn.records().resembling(entity, name).isEmpty()
                        && new KnownPeople(turn).leading(name).isEmpty());
    }

    private static Optional<NewThing> byTable(Turn turn, Phrase rest) {
        for (int start = 0; start < Math.min(BEFORE_MAX, rest.size()); start++) {
            Optional<SchemaLinker.Named<EntityView>> named = turn.schema().leadingEntity(rest.from(start));
            if (named.isEmpty()) {
                continue;
            }
            EntityView entity = named.get().thing();
            Optional<State> state = start == 0 ? Optional.empty() : State.read(turn.schema(), entity, rest.to(start));
            if (start > 0 && state.filter(found -> !found.not()).isEmpty()) {
                return Optional.empty();
            }
            int end = start + named.get().length();
            return Optional.of(
                    of(entity, state.map(List::of).orElse(List.of()), isPlural(rest.at(end - 1)), rest.from(end)));
        }
        return Optional.empty();
    }

    private static NewThing of(EntityView entity, List<State> states, boolean several, Phrase described) {
        return new NewThing(entity, states, Optional.empty(), several, described.to(0), described);
    }

    private static Optional<NewThing> byOption(Turn turn, Phrase rest) {
        for (int length = Math.min(OPTION_TOKENS_MAX, rest.size()); length > 0; length--) {
            List<NewThing> found = byOption(turn, rest.to(length), rest.from(length));
            if (!found.isEmpty()) {
                return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static List<NewThing> byOption(Turn turn, Phrase noun, Phrase described) {
        if (!noun.tokens().stream().allMatch(Token::isWord)) {
            return List.of();
        }
        String option = String.join(" ", Names.stems(noun.text()));
        return turn.schema().entities().stream()
                .flatMap(entity -> turn.schema().states(entity, Phrase.quoted(option)).stream()
                        .filter(state -> state.field().type() == FieldType.CHOICE && !state.not())
                        .map(state -> of(entity, List.of(state), isPlural(noun.at(noun.size() - 1)), described)))
                .toList();
    }

    private static Optional<NewThing> byNumber(Turn turn, Phrase rest) {
        boolean described = rest.size() > 2 && !rest.at(1).isOneOf(AS);
        if (!described || !Description.isNumber(rest.at(0))) {
            return Optional.empty();
        }
        String prefix = rest.at(0).text().replaceFirst("\\d.*", "");
        boolean several = IntStream.range(1, rest.size())
                .anyMatch(i -> Description.isNumber(rest.at(i))
                        && rest.at(i).text().startsWith(prefix)
                        && rest.to(i).tokens().stream().anyMatch(token -> token.is("and")));
        return numbered(turn, prefix).map(entity -> of(entity, List.of(), several, rest));
    }

    /** The one table whose records have numbers that begin so. */
    static Optional<EntityView> numbered(Turn turn, String prefix) {
        List<EntityView> found = turn.schema().entities().stream()
                .filter(entity -> entity.titleField()
                        .filter(title -> title.type() == FieldType.TEXT && hasAny(turn, entity, title, prefix))
                        .isPresent())
                .toList();
        return NewValues.one(found);
    }

    /** What a noun tells by itself: a table, or an option that only one table has. */
    static Optional<NewThing> noun(Turn turn, Phrase noun) {
        return byTable(turn, noun).or(() -> byOption(turn, noun));
    }

    private static boolean hasAny(Turn turn, EntityView entity, FieldSpec title, String prefix) {
        Filter begun = Filter.compare(title.key(), Comparison.STARTS_WITH, prefix);
        Pattern number = Pattern.compile(Pattern.quote(prefix) + "\\d.*", Pattern.CASE_INSENSITIVE);
        return turn.request().records().find(RecordQuery.where(entity.key(), begun, RECORDS_MAX)).stream()
                .map(record -> String.valueOf(record.values().get(title.key())))
                .anyMatch(known -> number.matcher(known).matches());
    }

    private static boolean isPlural(Token noun) {
        String word = noun.text().toLowerCase(Locale.ROOT);
        return !word.equals(Names.singular(word));
    }
}
