package io.frontless.assistant.offline;

import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Values;
import io.frontless.schema.control.EntityView;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;

/**
 * What a new record is like, told in parts: “Petra Lindqvist, Alton, +44 1420 5552 44, pays by direct debit”. Each part has to fit one field alone, by its
 * form, by the field's name beside it or since it is known as a value of it. Words that only join are passed over; any other word that is none of
 * it makes that the description is not understood.
 */
final class Description {

    private static final Set<String> CALLED =
            Set.of("called", "named", "titled", "number", "no", "no.", "both", "all", "each");
    private static final Set<String> NAMED = Set.of("called", "named", "titled", "number", "no", "as");
    private static final Set<String> SAYING =
            Set.of(":", "=", "is", "of", "on", "to", "for", "until", "by", "in", "at");
    private static final Set<String> COLONS = Set.of(":", "=");
    /** What a field has that has no value yet. */
    private static final Set<String> OPEN = Set.of("open", "unknown", "tbd", "none", "nobody", "undecided", "empty");

    private static final Set<String> ARTICLES = Set.of("a", "an");
    private static final Set<String> ME = Set.of("me", "myself");
    private static final Set<String> THEM = Set.of("him", "her", "them");
    private static final Set<String> WHO = Set.of("who", "which");
    private static final Set<String> IT = Set.of("it", "he", "she", "that");
    /** What may go on about something else after a yes-or-no field. */
    private static final Set<String> PLACING = Set.of("in", "from", "at", "on", "with", "for");

    private static final Set<String> DENYING = Set.of("not", "no", "without", "isn't", "doesn't", "never", "non");
    private static final Set<String> WANTING = Set.of("wants", "want", "needs", "need", "already");

    /** Words that join others elsewhere, and in a description tell something. */
    private static final Set<String> TELLING =
            Set.of("again", "instead", "only", "off", "out", "down", "over", "up", "about", "still", "current");

    private static final int TITLE_TOKENS_MAX = 6;

    private final Turn turn;
    private final EntityView entity;
    private final Phrase words;
    private final NewValues values;
    private final DescribedFigures figures;
    private final SameAs same;
    private final UnknownPart unknown;
    private final KnownValues known;
    private final List<IntUnaryOperator> parts;

    /** Whether it is for somebody whom only what was told before can name. */
    private boolean forThem;

    /** @param states what was said before the noun, as in “a new private customer” */
    Description(Turn turn, EntityView entity, List<State> states, Phrase words) {
        this.turn = turn;
        this.entity = entity;
        this.words = words;
        this.values = new NewValues(entity);
        states.forEach(state -> values.give(state.field(), state.value()));
        this.figures = new DescribedFigures(turn, entity, words, values);
        this.known = new KnownValues(turn, entity);
        DescribedNames names = new DescribedNames(turn, entity, words, values);
        this.same = new SameAs(turn, entity, words, values);
        this.unknown = new UnknownPart(turn, entity, words, values);
        DescribedOptions options = new DescribedOptions(turn, entity, words, values);
        this.parts = List.of(
                options::none,
                this::title,
                figures::title,
                figures::written,
                same::read,
                this::labelled,
                this::flag,
                figures::counted,
                figures::span,
                figures::day,
                figures::clock,
                figures::money,
                figures::alone,
                options::read,
                options::adjective,
                names::route,
                names::address,
                names::colour,
                names::doer,
                names::done,
                names::mentioned,
                names::known,
                names::unknown,
                this::light,
                unknown::take);
    }

    /** The values; empty where some word is not accounted for, or could mean several fields. */
    Optional<Values> values() {
        return values(words.to(0), words.to(0));
    }

    /** The same, with what it is called, where that is said elsewhere, and what a story told before tells of it. */
    Optional<Values> values(Phrase name, Phrase story) {
        try {
            if (!name.isEmpty() && !isCalled(name)) {
                return Optional.empty();
            }
            boolean fits = words.isRead(this::take)
                    && !(forThem && story.isEmpty())
                    && unknown.fits()
                    && new DescribedStory(turn, entity, story, words, values).fits();
            return fits ? Optional.of(values.read()) : Optional.empty();
        } catch (Unclear unclear) {
            return Optional.empty();
        }
    }

    private int take(int i) {
        for (IntUnaryOperator part : parts) {
            int taken = part.applyAsInt(i);
            if (taken > 0) {
                return taken;
            }
        }
        return 0;
    }

    /** A quoted text, a number such as INV-1, or words with capitals at the beginning. */
    private int title(int i) {
        Token first = words.at(i);
        Optional<FieldSpec> title = entity.titleField().filter(field -> field.type() == FieldType.TEXT);
        if (title.isEmpty()) {
            return 0;
        }
        if (values.has(title.get())) {
            return first.quoted() ? quoted(first) : 0;
        }
        boolean begins = words.to(i).tokens().stream().allMatch(token -> token.isMark() || token.isOneOf(CALLED))
                || (i > 0 && words.at(i - 1).is(":"));
        boolean named = begins || (i > 0 && words.at(i - 1).isOneOf(NAMED)) || figures.isNumber(title.get(), i);
        if (first.quoted() || (named && isNumber(first))) {
            values.give(title.get(), first.text());
            return 1;
        }
        int capitals = begins ? DescribedNames.nameEnd(words, i, TITLE_TOKENS_MAX) : i;
        boolean word = capitals == i + 1 && Light.isJoining(words.at(i));
        if (capitals == i
                || word
                || Roles.isNumbered(title.get())
                || (isMore(i, capitals) && !known.isTitle(words.sub(i, capitals)))
                || isKnown(words.sub(i, capitals))) {
            return 0;
        }
        RunningText text = new RunningText(turn, entity);
        int whole = i > 0 && words.at(i - 1).is(":") ? text.wholePart(words, i) : i;
        int end = whole > i ? whole : text.end(words, i, capitals);
        values.give(title.get(), words.sub(i, end).text());
        return end - i;
    }

    /** Takes the name, unless it may as well be the value of another field. */
    private boolean isCalled(Phrase name) {
        Optional<FieldSpec> title = entity.titleField()
                .filter(field -> field.type() == FieldType.TEXT && (name.isQuoted() || !isKnown(name)));
        title.ifPresent(field -> values.give(field, name.text()));
        return title.isPresent();
    }

    /** Such as INV-1: letters and digits. */
    static boolean isNumber(Token token) {
        return token.isWord() && token.text().matches("\\p{L}[\\p{L}-]*[-/]?\\d[\\p{L}\\d/-]*");
    }

    /** What is in quotes after the number is the record's name. */
    private int quoted(Token text) {
        List<FieldSpec> names = Roles.naming(entity).stream()
                .filter(field -> field.type() == FieldType.TEXT && Roles.isName(field) && !values.isTitle(field))
                .toList();
        Optional<FieldSpec> name = NewValues.one(values.free(names))
                .or(() -> values.only(field -> field.type() == FieldType.TEXT
                        && !Roles.person(entity).contains(field)
                        && !Roles.party(entity).contains(field)
                        && !Roles.place(entity).contains(field)));
        name.ifPresent(field -> values.give(field, text.text()));
        return name.isPresent() ? 1 : 0;
    }

    /** Whether a number, an option or a field's name is among the words, so that they may be more than a title: “Acme Corp 5000”, “New Horizons”. */
    private boolean isMore(int start, int end) {
        Phrase name = words.sub(start, end);
        boolean number = words.sub(start, Math.min(words.size(), end + 1)).tokens().stream()
                .anyMatch(token -> token.text().matches("\\d.*"));
        return number
                || State.leading(turn.schema(), entity, name) > 0
                || turn.schema().leadingField(entity, name).isPresent();
    }

    /** Whether words that could be the title are the value of another field, so that the title was not said. */
    private boolean isKnown(Phrase name) {
        List<FieldSpec> others =
                entity.fields().stream().filter(field -> !values.isTitle(field)).toList();
        return !turn.schema().states(entity, name).isEmpty()
                || new Holders(turn, entity, others)
                        .read(name, Holders.Relation.NONE)
                        .isPresent();
    }

    /** “Maker Halden”, “price 12.90”; the name of a field that has its value says no more, as in “Berlin office”. */
    private int labelled(int i) {
        Phrase rest = words.from(i);
        Optional<SchemaLinker.Named<FieldSpec>> named = rest.at(0).quoted()
                ? Optional.empty()
                : turn.schema()
                        .leadingField(entity, rest)
                        .or(() -> new FieldParts(turn, entity).apart(rest))
                        .filter(found -> found.thing().type() != FieldType.BOOLEAN);
        if (named.isEmpty()) {
            int told = told(rest);
            return told > 0 ? told : partly(rest);
        }
        FieldSpec field = named.get().thing();
        int length = named.get().length();
        boolean colon = length < rest.size() && rest.at(length).isOneOf(COLONS);
        boolean begins = i > 0 && words.at(i - 1).isMark();
        if (!colon && !begins && rest.at(0).text().matches("\\p{Lu}.*")) {
            return 0;
        }
        if (values.has(field)) {
            return length;
        }
        int start = length;
        while (start < rest.size() && rest.at(start).isOneOf(SAYING)) {
            start++;
        }
        int open = start;
        while (open < rest.size() && rest.at(open).is("still")) {
            open++;
        }
        boolean empty = field.type() == FieldType.TEXT || field.type() == FieldType.REFERENCE;
        if (empty && open < rest.size() && rest.at(open).isOneOf(OPEN)) {
            return open + 1;
        }
        int other = start < rest.size() ? same.as(field, rest.from(start)) : 0;
        int value = other > 0 || start == rest.size() ? other : value(field, rest.from(start));
        return value == 0 ? 0 : start + value;
    }

    /** “Retail 85” of what is called retail price: one of the words of its name, with a value after it that can be no other. */
    private int partly(Phrase rest) {
        Optional<FieldSpec> field = new FieldParts(turn, entity).of(rest.at(0)).filter(found -> !values.has(found));
        int start = 1;
        while (start < rest.size() && rest.at(start).isOneOf(SAYING)) {
            start++;
        }
        boolean fits = field.filter(found -> found.type() != FieldType.LONG_TEXT && found.type() != FieldType.BOOLEAN)
                .filter(found -> found.type() != FieldType.TEXT || isNameOf(found, rest))
                .isPresent();
        int value = fits && start < rest.size() ? value(field.get(), rest.from(start)) : 0;
        return value == 0 ? 0 : start + value;
    }

    /** “Contact Priya Holloway” of what has a contact person. */
    private boolean isNameOf(FieldSpec field, Phrase rest) {
        return turn.schema()
                        .stems(rest.at(0).text())
                        .equals(turn.schema().stems(field.label()).subList(0, 1))
                && rest.size() > 1
                && (rest.at(1).quoted() || DescribedNames.nameEnd(rest, 1, TITLE_TOKENS_MAX) > 1);
    }

    /** “Expects 68k”: a verb tells which number it is. */
    private int told(Phrase rest) {
        Optional<FieldSpec> field = rest.at(0).isWord() && rest.size() > 1
                ? values.only(one -> Roles.isNumber(one)
                        && turn.schema().isDoneBy(one, rest.at(0).text()))
                : Optional.empty();
        int value = field.map(one -> value(one, rest.from(1))).orElse(0);
        return value == 0 ? 0 : 1 + value;
    }

    private int value(FieldSpec field, Phrase rest) {
        if (rest.startsWithOneOf(ME)) {
            String name = turn.request().author().name();
            boolean text = field.type() == FieldType.TEXT;
            values.give(
                    field,
                    text
                            ? name
                            : turn.records()
                                    .target(field, Phrase.quoted(name))
                                    .id()
                                    .toString());
            return 1;
        }
        int length =
                switch (field.type()) {
                    case TEXT -> DescribedNames.textEnd(turn, entity, field, rest);
                    case LONG_TEXT -> rest.at(0).quoted() ? 1 : 0;
                    case REFERENCE ->
                        new Holders(turn, entity, List.of(field))
                                .leading(rest, Holders.Relation.NONE)
                                .map(Holders.Held::tokens)
                                .orElse(0);
                    case INTEGER, DECIMAL, MONEY, DATE, DATETIME, BOOLEAN, CHOICE, EMAIL, PHONE, URL ->
                        turn.values().leading(field, rest);
                };
        if (length > 0) {
            Phrase said = rest.to(length);
            values.give(field, known.withLabel(field, words, said).orElseGet(() -> figures.read(field, said)));
        } else if (field.type() == FieldType.CHOICE && rest.size() > 1 && rest.startsWithOneOf(ARTICLES)) {
            int option = value(field, rest.from(1));
            return option == 0 ? 0 : option + 1;
        }
        return length;
    }

    /** A part that ends in the name of a yes-or-no field: “urgent”, “pays by direct debit”, “no newsletter”. */
    private int flag(int i) {
        Phrase whole =
                words.from(i).split(DescribedNames.ENDS).stream().findFirst().orElse(words.to(0));
        int flag = flag(i, whole);
        int end = 1;
        while (end < whole.size() && !whole.at(end).isOneOf(PLACING)) {
            end++;
        }
        return flag > 0 || end >= whole.size() ? flag : flag(i, whole.to(end));
    }

    private int flag(int i, Phrase part) {
        if (part.isEmpty()) {
            return 0;
        }
        if ((i > 0 && !words.at(i - 1).isMark() && !words.at(i - 1).is("and"))
                || words.at(i).isMark()) {
            return 0;
        }
        Optional<Boolean> said = part.size() > 1 ? ValueReader.flag(part.from(part.size() - 1)) : Optional.empty();
        Phrase name = said.isPresent() ? part.to(part.size() - 1) : part;
        boolean denies = false;
        for (int start = 0; start < name.size(); start++) {
            List<State> states = State.flags(turn.schema(), entity, name.from(start));
            if (states.size() == 1) {
                State state = states.get(0);
                boolean denied = denies || !said.orElse(true);
                values.give(state.field(), denied != Boolean.TRUE.equals(state.value()));
                return part.size();
            }
            Token token = name.at(start);
            boolean is = token.is("'s") && start == 1 && name.at(0).isOneOf(IT);
            boolean no = token.isOneOf(DENYING);
            if (!no && !is && !Light.isJoining(token) && !token.isOneOf(WANTING) && !Light.isBeside(token)) {
                return 0;
            }
            denies |= no;
        }
        return 0;
    }

    /** “For job M-403”: the noun of what it refers to. */
    private boolean isBeforeName(SchemaLinker.Named<EntityView> noun, int i) {
        int next = i + noun.length();
        return next < words.size()
                && (words.at(next).quoted() || words.at(next).text().matches("[\\p{Lu}\\d].*"))
                && entity.fields().stream().anyMatch(field -> noun.thing().key().equals(field.target()));
    }

    private List<FieldSpec> days() {
        return entity.fields().stream().filter(Roles::isDate).toList();
    }

    private int light(int i) {
        Token token = words.at(i);
        int noun = turn.schema()
                .leadingEntity(words.from(i))
                .filter(found -> found.thing().equals(entity) || isBeforeName(found, i))
                .map(SchemaLinker.Named::length)
                .orElse(0);
        boolean me =
                i > 0 && token.is("me") && Holders.Relation.of(words.at(i - 1)).isPresent();
        forThem |= i > 0
                && token.isOneOf(THEM)
                && Holders.Relation.of(words.at(i - 1)).isPresent();
        boolean joins = Light.isJoining(token)
                && !me
                && !token.isOneOf(TELLING)
                && !(token.is("today")
                        && values.only(Roles::isDate).isEmpty()
                        && !values.free(days()).isEmpty());
        boolean soFar = i > 0 && token.is("far") && words.at(i - 1).is("so");
        boolean talk = soFar || (i > 0 && token.isOneOf(WHO)) || Fillers.isLiving(words, i);
        boolean light = talk || token.isMark() || joins || token.isOneOf(CALLED) || token.is("dated");
        return light ? 1 : noun;
    }
}
