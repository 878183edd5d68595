package io.frontless.assistant.offline;

import io.frontless.assistant.control.PlanningRequest.Mention;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.schema.control.EntityView;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reads the names in a description: records that are referred to, people, places and other known texts. Each method answers how many tokens from a place
 * it has read, 0 for none.
 */
record DescribedNames(Turn turn, EntityView entity, Phrase words, NewValues values) {

    /** What parts a description. */
    static final Set<String> ENDS = Set.of(",", ";", ":", "(", ")", "and");

    private static final Set<String> AUTHOR = Set.of("i", "i'm", "i’m", "i'll", "i’ll");
    private static final Set<String> ME = Set.of("me", "myself");
    private static final Set<String> IT = Set.of("it", "this", "that", "them", "him", "her");
    private static final Set<String> THEM = Set.of("it", "this", "that", "them", "him", "her", "his", "its", "their");
    private static final Set<String> TO = Set.of("after", "for", "on", "to");
    private static final Set<String> WHOSE = Set.of("'s");
    private static final Set<String> LISTS = Set.of("list", "plate", "desk", "name", "side");
    private static final Set<String> ARTICLES = Set.of("the", "our", "a", "an");
    private static final Set<String> ORIGINS = Set.of("pickup", "origin", "from", "start", "departure", "collection");
    private static final Set<String> ENDS_AT = Set.of("destination", "to", "arrival", "delivery", "end", "drop");
    private static final Set<String> COLOURS = Set.of(
            ("red blue green yellow black white grey gray brown orange purple pink silver gold golden beige navy violet turquoise"
                            + " bronze cream tortoise magenta")
                    .split(" "));
    private static final int NAME_TOKENS_MAX = 6;
    private static final int PLAIN_TOKENS_MAX = 3;

    /** Where a run of words with capitals, such as a name, ends. */
    static int nameEnd(Phrase words, int start, int most) {
        int end = start;
        while (end < Math.min(words.size(), start + most)
                && !words.at(end).quoted()
                && (words.at(end).text().matches("\\p{Lu}.*")
                        || (end > start && words.at(end).text().matches("\\d+"))
                        || (end > start && words.at(end).is("&")))) {
            end++;
        }
        return end;
    }

    /** How many tokens a text takes whose field is named: quoted, a name, what has digits, or the words up to the end of its part that say nothing else. */
    static int textEnd(Turn turn, EntityView entity, FieldSpec field, Phrase rest) {
        boolean one = rest.at(0).quoted() || rest.at(0).text().matches("[^+].*\\d.*|\\d.*");
        int name = one ? codeEnd(rest) : nameEnd(rest, 0, NAME_TOKENS_MAX);
        if (name > 0) {
            return one ? name : new RunningText(turn, entity).end(field, rest, 0, name);
        }
        Phrase part = rest.split(ENDS).stream().findFirst().orElse(rest.to(0));
        boolean plain = part.size() <= PLAIN_TOKENS_MAX
                && rest.at(0).equals(part.isEmpty() ? null : part.at(0))
                && IntStream.range(0, part.size())
                        .allMatch(i -> part.at(i).isWord()
                                && !Light.isJoining(part.at(i))
                                && Dates.leading(part.from(i), turn.request().today())
                                        .isEmpty()
                                && State.leading(turn.schema(), entity, part.from(i)) == 0
                                && turn.schema()
                                        .leadingField(entity, part.from(i))
                                        .isEmpty());
        return plain ? part.size() : 0;
    }

    /** “WX26 PXY”: a code goes on in capitals. */
    private static int codeEnd(Phrase rest) {
        int end = 1;
        while (!rest.at(0).quoted() && end < rest.size() && rest.at(end).text().matches("[\\p{Lu}\\d]{2,}")) {
            end++;
        }
        return end;
    }

    /** “From Bath to Cardiff”, of what has one text for where it begins and one for where it ends. */
    int route(int i) {
        List<FieldSpec> from = values.free(called(ORIGINS));
        List<FieldSpec> to = values.free(called(ENDS_AT));
        boolean begins = words.at(i).is("from") && from.size() == 1 && to.size() == 1;
        int end = begins ? nameEnd(words, i + 1, NAME_TOKENS_MAX) : 0;
        int last = end > i + 1 && end < words.size() && words.at(end).is("to")
                ? nameEnd(words, end + 1, NAME_TOKENS_MAX)
                : 0;
        if (last <= end + 1) {
            return 0;
        }
        values.give(from.get(0), words.sub(i + 1, end).text());
        values.give(to.get(0), words.sub(end + 1, last).text());
        return last - i;
    }

    private List<FieldSpec> called(Set<String> names) {
        return entity.fields().stream()
                .filter(field -> field.type() == FieldType.TEXT
                        && turn.schema().stems(field.label()).stream().anyMatch(names::contains))
                .toList();
    }

    /** “9 Hope Yard”, of what has an address. */
    int address(int i) {
        boolean begins = i > 0 && words.at(i - 1).isMark() && words.at(i).text().matches("\\d+\\p{L}?");
        int end = begins ? nameEnd(words, i + 1, NAME_TOKENS_MAX) : i;
        Optional<FieldSpec> field =
                end > i + 1 ? NewValues.one(values.free(called(Set.of("address", "street")))) : Optional.empty();
        field.ifPresent(one -> values.give(one, words.sub(i, end).text()));
        return field.isPresent() ? end - i : 0;
    }

    /** “Red”, of what has a colour. */
    int colour(int i) {
        Optional<FieldSpec> field = words.at(i).isOneOf(COLOURS)
                ? NewValues.one(values.free(called(Set.of("colour", "color"))))
                : Optional.empty();
        field.ifPresent(one -> values.give(one, words.at(i).text()));
        return field.isPresent() ? 1 : 0;
    }

    /** “Hosted by me”, “assigned to Piet”. */
    int done(int i) {
        Phrase rest = words.from(i);
        boolean assigned = rest.at(0).is("assigned");
        boolean by = rest.size() > 2 && rest.at(1).isOneOf(assigned ? Set.of("to") : Set.of("by"));
        Optional<FieldSpec> field =
                by ? NewValues.one(values.free(assigned ? people() : doneBy(rest.at(0)))) : Optional.empty();
        if (field.isEmpty()) {
            return 0;
        }
        Phrase who = rest.from(2);
        if (who.startsWithOneOf(ME)) {
            return giveAuthor(field.get(), 3);
        }
        Optional<KnownPeople.Known> known = somebody(who);
        int name = known.map(KnownPeople.Known::tokens).orElseGet(() -> nameEnd(who, 0, NAME_TOKENS_MAX));
        if (name > 0) {
            values.give(field.get(), known.map(KnownPeople.Known::name).orElseGet(() -> who.to(name)
                    .text()));
        }
        return name == 0 ? 0 : 2 + name;
    }

    /** “For her”, “of it”: what was mentioned before, where the new record refers to one of that kind. */
    int mentioned(int i) {
        List<Mention> last = turn.request().lastMentioned();
        Optional<FieldSpec> field = last.size() == 1 && words.at(i).isOneOf(THEM)
                ? values.only(one -> last.get(0).entity().equals(one.target()))
                : Optional.empty();
        field.ifPresent(one -> values.give(one, last.get(0).id().toString()));
        return field.isPresent() ? 1 : 0;
    }

    /** “For me”, “I own it”, “Mei runs it”, “on Jack's list”: who is to see to it. */
    int doer(int i) {
        Phrase rest = words.from(i);
        if (rest.startsWithOneOf(ME)) {
            return NewValues.one(values.free(people()))
                    .or(this::authors)
                    .map(field -> giveAuthor(field, 1))
                    .orElse(0);
        }
        if (rest.startsWithOneOf(AUTHOR)) {
            int verb = rest.size() > 1 ? verb(rest.from(1)) : 0;
            return verb == 0
                    ? 0
                    : field(rest.at(1))
                            .map(field -> giveAuthor(field, 1 + verb))
                            .orElse(0);
        }
        Optional<KnownPeople.Known> known = isName(rest.at(0)) ? somebody(rest) : Optional.empty();
        if (known.isEmpty()) {
            return 0;
        }
        Phrase after = rest.from(known.get().tokens());
        if (after.size() > 1 && after.startsWithOneOf(WHOSE) && after.at(1).isOneOf(LISTS)) {
            return give(NewValues.one(values.free(people())), known.get(), 2);
        }
        int verb = verb(after);
        Optional<SchemaLinker.Named<FieldSpec>> is = verb == 0 ? is(after) : Optional.empty();
        if (is.isPresent()) {
            return give(Optional.of(is.get().thing()), known.get(), is.get().length());
        }
        return verb == 0 ? 0 : give(field(after.at(0)), known.get(), verb);
    }

    /** The field in which others have whoever speaks. */
    private Optional<FieldSpec> authors() {
        Phrase name = Phrase.quoted(turn.request().author().name());
        List<FieldSpec> texts = values.free(entity.fields().stream()
                .filter(field -> field.type() == FieldType.TEXT && !values.isTitle(field))
                .toList());
        return new Holders(turn, entity, texts)
                .read(name, Holders.Relation.NONE)
                .map(Holders.Held::field);
    }

    private Optional<KnownPeople.Known> somebody(Phrase rest) {
        return new KnownPeople(turn).leading(rest);
    }

    private int give(Optional<FieldSpec> field, KnownPeople.Known known, int after) {
        field.ifPresent(one -> values.give(one, known.name()));
        return field.isPresent() ? known.tokens() + after : 0;
    }

    private int giveAuthor(FieldSpec field, int tokens) {
        String name = turn.request().author().name();
        values.give(
                field,
                field.type() == FieldType.REFERENCE
                        ? turn.records().target(field, Phrase.quoted(name)).id().toString()
                        : name);
        return tokens;
    }

    /** “Runs it”, “is her vet”: how many tokens tell what somebody does, up to the end of the part. */
    private int verb(Phrase rest) {
        boolean alone = !rest.isEmpty() && (rest.size() == 1 || rest.at(1).isOneOf(ENDS));
        if (alone && rest.at(0).isWord() && !values.free(doneBy(rest.at(0))).isEmpty()) {
            return 1;
        }
        int object = rest.size() > 2 && rest.at(1).isOneOf(TO) ? 2 : 1;
        boolean does = rest.size() > object
                && (object == 2
                        || Words.isDeed(rest.at(0).text())
                        || !doneBy(rest.at(0)).isEmpty())
                && rest.at(object).isOneOf(IT);
        int end = object + 1;
        return does && (rest.size() == end || rest.at(end).isOneOf(ENDS)) ? end : 0;
    }

    /** “Is the organiser”: the field that is named, and how many tokens tell that. */
    private Optional<SchemaLinker.Named<FieldSpec>> is(Phrase after) {
        if (after.size() < 2 || !after.at(0).is("is")) {
            return Optional.empty();
        }
        Phrase named = after.from(1).bare();
        int before = after.size() - named.size();
        return turn.schema()
                .leadingField(entity, named)
                .filter(found -> found.thing().type() == FieldType.TEXT && !values.isTitle(found.thing()))
                .filter(found -> !values.has(found.thing()))
                .filter(found -> named.size() == found.length()
                        || named.at(found.length()).isOneOf(ENDS))
                .map(found -> new SchemaLinker.Named<>(found.thing(), before + found.length()));
    }

    /** Whose field a verb tells: “owns” the owner, “handles” handled by; any other verb that of who has to see to it. */
    private Optional<FieldSpec> field(Token verb) {
        List<FieldSpec> named = doneBy(verb);
        return NewValues.one(values.free(named.isEmpty() ? people() : named));
    }

    private List<FieldSpec> doneBy(Token verb) {
        return entity.fields().stream()
                .filter(field -> field.type() == FieldType.TEXT
                        && !values.isTitle(field)
                        && Words.bases(verb.text())
                                .anyMatch(base -> turn.schema().isDoneBy(field, base)))
                .toList();
    }

    private List<FieldSpec> people() {
        return Roles.assigned(entity).stream()
                .filter(field -> field.type() == FieldType.TEXT || field.type() == FieldType.REFERENCE)
                .toList();
    }

    /** What other records have as their value, or are referred to by, and nothing else. */
    int known(int i) {
        Phrase rest = words.from(i);
        if (!isName(rest.at(0))) {
            return knownPart(i);
        }
        Optional<Token> before = before(i);
        List<FieldSpec> fields = values.free(entity.fields().stream()
                .filter(field -> !values.isTitle(field)
                        && (field.type() == FieldType.REFERENCE || field.type() == FieldType.TEXT))
                .toList());
        Holders.Relation relation = before.flatMap(Holders.Relation::of).orElse(Holders.Relation.NONE);
        Optional<Holders.Held> held = new Holders(turn, entity, fields).leading(rest, relation);
        if (held.isPresent()) {
            values.give(held.get().field(), held.get().value());
            return held.get().tokens();
        }
        Optional<KnownPeople.Known> known = somebody(rest);
        return known.isEmpty() ? 0 : give(NewValues.one(values.free(people())), known.get(), 0);
    }

    /** A part that as a whole is what others have as their value, without a capital: “data engineer”. */
    private int knownPart(int i) {
        Phrase part = words.from(i).split(ENDS).stream().findFirst().orElse(words.to(0));
        boolean begins = i == 0 || words.at(i - 1).isMark();
        boolean led = !begins && Holders.Relation.of(words.at(i - 1)).isPresent();
        if (led) {
            return calledSo(words.from(i), 2);
        }
        if (!begins
                || part.isEmpty()
                || !part.at(0).equals(words.at(i))
                || part.at(0).quoted()) {
            return 0;
        }
        List<FieldSpec> texts = values.free(entity.fields().stream()
                .filter(field -> field.type() == FieldType.TEXT && !values.isTitle(field))
                .toList());
        Optional<Holders.Held> held = new Holders(turn, entity, texts)
                .read(part, Holders.Relation.NONE)
                .filter(found -> part.text().equalsIgnoreCase(String.valueOf(found.value())));
        held.ifPresent(found -> values.give(found.field(), found.value()));
        return held.map(Holders.Held::tokens).orElseGet(() -> calledSo(part, 1));
    }

    /** “By the salt flats”: a record by its whole name, without capitals. */
    private int calledSo(Phrase rest, int least) {
        List<FieldSpec> references = values.free(entity.fields().stream()
                .filter(field -> field.type() == FieldType.REFERENCE)
                .toList());
        for (int length = Math.min(NAME_TOKENS_MAX, rest.size()); length >= least; length--) {
            Phrase name = rest.to(length);
            List<FieldSpec> fields = references.stream()
                    .filter(field -> turn.records().pointed(field).stream()
                            .anyMatch(pointed ->
                                    turn.records().called(pointed, name).size() == 1))
                    .toList();
            if (fields.size() == 1) {
                values.give(
                        fields.get(0),
                        turn.records().target(fields.get(0), name).id().toString());
                return length;
            }
        }
        return 0;
    }

    /** What nobody has heard of, where a word before it tells what it is: “from Ely”, “by Ellis Grant”. */
    int unknown(int i) {
        int end = nameEnd(words, i, NAME_TOKENS_MAX);
        boolean ends = end == words.size() || !words.at(end).isWord() || Light.isJoining(words.at(end));
        Optional<FieldSpec> field = end > i && ends ? before(i).flatMap(this::led) : Optional.empty();
        field.ifPresent(one -> values.give(one, words.sub(i, end).text()));
        return field.isPresent() ? end - i : 0;
    }

    /** The one text that a preposition leads to. */
    private Optional<FieldSpec> led(Token before) {
        List<FieldSpec> fields = before.isOneOf(Set.of("in", "at"))
                ? Roles.place(entity)
                : before.is("from")
                        ? origin()
                        : before.is("by")
                                ? byWhom()
                                : before.isOneOf(Set.of("with", "for")) ? Roles.party(entity) : List.of();
        return NewValues.one(values.free(fields).stream()
                .filter(field -> field.type() == FieldType.TEXT)
                .toList());
    }

    /** Where somebody comes from is a place; anything else may come from somebody, too. */
    private List<FieldSpec> origin() {
        List<FieldSpec> places = Roles.place(entity);
        return WhoReading.isOfPeople(entity) && !places.isEmpty()
                ? places
                : Stream.concat(places.stream(), Roles.party(entity).stream())
                        .distinct()
                        .toList();
    }

    /** “Written by”, else who does something. */
    private List<FieldSpec> byWhom() {
        List<FieldSpec> named = entity.fields().stream()
                .filter(field -> field.type() == FieldType.TEXT && field.label().endsWith(" by"))
                .toList();
        return named.isEmpty() ? Roles.person(entity) : named;
    }

    /** The word before a name, articles aside. */
    private Optional<Token> before(int i) {
        int at = i - 1;
        while (at >= 0 && words.at(at).isOneOf(ARTICLES)) {
            at--;
        }
        return at < 0 ? Optional.empty() : Optional.of(words.at(at));
    }

    private static boolean isName(Token token) {
        return token.isWord() && token.text().matches("[\\p{Lu}\\d].*");
    }
}
