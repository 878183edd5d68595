package io.frontless.assistant.offline;

import io.frontless.assistant.offline.Told.Kind;
import io.frontless.operation.Comparison;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Filter;
import io.frontless.operation.Values;
import io.frontless.record.control.RecordQuery;
import io.frontless.schema.control.EntityView;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds what the words of a sentence mention of records of one kind, beside the words that tell which records are meant. */
final class ToldScan {

    private static final int STATE_TOKENS_MAX = 5;
    private static final int TEXT_TOKENS_MAX = 4;
    private static final Set<String> PAYING = Set.of("received", "receive", "arrived", "settled", "pay", "pays", "got");
    private static final Set<String> DONE = Set.of("be", "is", "are");
    private static final Set<String> ME = Set.of("me", "myself");
    private static final Set<String> GIVEN = Set.of("to", "onto", "as", "is", "it's", "by");
    private static final Set<String> NOTING = Set.of("note", "record", "enter", "write", "log", "list");
    private static final Set<String> TITLES = Set.of("mr", "mrs", "ms", "miss", "dr", "mr.", "mrs.", "ms.", "dr.");
    private static final Set<String> NO_WORDS = Set.of(
            "no", "on", "in", "of", "number", "name", "date", "is", "ha", "at", "by", "to", "for", "order", "up", "new",
            "us", "until", "left", "now", "day", "first", "last", "next", "per", "since", "from", "back", "due", "off",
            "out");

    private final Turn turn;
    private final EntityView entity;
    private final ToldClauses clauses;
    private final Phrase words;
    private final BitSet subject;
    private final List<FieldSpec> fields;
    private final ToldFinds finds;
    private final ToldNumbers numbers;
    private final FlagEvents events;

    ToldScan(Turn turn, EntityView entity, ToldClauses clauses, BitSet subject) {
        this.turn = turn;
        this.entity = entity;
        this.clauses = clauses;
        this.words = clauses.words();
        this.subject = subject;
        this.fields = entity.fields().stream()
                .filter(field -> !entity.titleField().equals(Optional.of(field)) && !field.unique())
                .toList();
        this.finds = new ToldFinds(fields, new ArrayList<>());
        this.numbers = new ToldNumbers(turn, words, finds);
        this.events = FlagEvents.of(turn.schema(), finds, clauses);
    }

    List<Told> read() {
        for (int i = 0; i < words.size(); ) {
            i += subject.get(i) ? 1 : take(i);
        }
        return finds.found();
    }

    private int take(int i) {
        Phrase rest = rest(i);
        Token token = rest.at(0);
        if (token.quoted()) {
            return finds.add(Kind.TEXT, i, 1, finds.some(ToldScan::isText), token.text());
        }
        int event = isTitle(i) ? 1 : isNews(rest) ? 2 : events.read(i, rest);
        if (event > 0 || token.isMark() || token.is("'s") || token.isOneOf(ToldWords.NOT)) {
            return Math.max(event, 1);
        }
        int taken = since(i, rest);
        taken = taken > 0 ? taken : numbers.read(i, rest);
        taken = taken > 0 ? taken : Asides.length(turn, rest);
        taken = taken > 0 ? taken : named(i, rest);
        taken = taken > 0 ? taken : known(i, rest);
        taken = taken > 0 ? taken : noun(rest);
        taken = taken > 0 ? taken : verb(i, token);
        taken = taken > 0 ? taken : light(i, token);
        taken = taken > 0 ? taken : word(i, token);
        taken = taken > 0 ? taken : text(i);
        return taken > 0 ? taken : finds.add(Kind.UNKNOWN, i, 1, List.of(), null);
    }

    /** “Since today”, “since last week”, where no field tells since when something is so. */
    private int since(int i, Phrase rest) {
        boolean when = ToldClauses.isSinceWhen(words, i)
                && rest.size() > 1
                && fields.stream().noneMatch(field -> Roles.isDate(field) && DeedDay.isOfThePast(field));
        return !when ? 0 : rest.size() > 2 && rest.at(1).isOneOf(Set.of("last", "this")) ? 3 : 2;
    }

    /** “Good news”: not “good” of anything. */
    private static boolean isNews(Phrase rest) {
        return rest.size() > 1 && rest.at(1).is("news") && rest.at(0).isWord();
    }

    /** “Mr Bilal Aziz”. */
    private boolean isTitle(int i) {
        return i + 1 < words.size()
                && subject.get(i + 1)
                && !subject.get(i)
                && words.at(i).isOneOf(TITLES);
    }

    /** The words from here, up to the end of the clause or to what tells which records are meant. */
    private Phrase rest(int i) {
        int end = i + 1;
        while (end < words.size() && !subject.get(end) && clauses.of(end) == clauses.of(i)) {
            end++;
        }
        return words.sub(i, end);
    }

    private static boolean isText(FieldSpec field) {
        return field.type() == FieldType.TEXT || field.type() == FieldType.LONG_TEXT;
    }

    /** A field's name, or a state. */
    private int named(int i, Phrase rest) {
        if (!rest.at(0).isWord()) {
            return 0;
        }
        if (isToBeDone(i)) {
            return finds.add(Kind.BESIDE, i, 1, List.of(), null);
        }
        Optional<SchemaLinker.Named<FieldSpec>> cue = isNoting(rest.at(0)) ? Optional.empty() : field(rest);
        int name = cue.map(SchemaLinker.Named::length).orElse(0);
        for (int length = Math.min(STATE_TOKENS_MAX, rest.size()); length > 0 && length >= name; length--) {
            List<State> states = states(rest.to(length));
            if (!states.isEmpty()) {
                Object value = states.get(0).value();
                Optional<Boolean> said =
                        states.size() == 1 && value instanceof Boolean ? yesOrNo(i + length) : Optional.empty();
                if (said.isPresent()) {
                    return finds.add(
                            Kind.EVENT, i, rest.size(), List.of(states.get(0).field()), said.get());
                }
                boolean same = states.stream().allMatch(state -> state.value().equals(value) && !state.not());
                return same
                        ? finds.add(
                                Kind.VALUE,
                                i,
                                length,
                                states.stream().map(State::field).toList(),
                                value)
                        : finds.add(Kind.UNKNOWN, i, length, List.of(), null);
            }
        }
        if (cue.isEmpty()) {
            return 0;
        }
        FieldSpec field = cue.get().thing();
        Optional<String> labelled = name == 1 ? labelled(field, rest) : Optional.empty();
        if (labelled.isPresent()) {
            return finds.add(Kind.TEXT, i, 2, List.of(field), labelled.get());
        }
        if (field.type() == FieldType.BOOLEAN && !isWhole(field, i)) {
            return 0;
        }
        List<State> deeds = Roles.isDate(field) && Words.isPast(rest.at(0).text()) ? states(rest.to(1)) : List.of();
        deeds.stream()
                .filter(state -> deeds.size() == 1 && !state.not())
                .forEach(state -> finds.add(Kind.VALUE, i, 1, List.of(state.field()), state.value()));
        return field(i, name, field);
    }

    /** “Will be done by Lena”, “is done by Lena”: it is not done yet. */
    private boolean isToBeDone(int i) {
        return i > 0
                && i + 1 < words.size()
                && words.at(i - 1).isOneOf(DONE)
                && words.at(i + 1).is("by")
                && Words.isPast(words.at(i).text());
    }

    /** “Van 4”, where vans are called so. */
    private Optional<String> labelled(FieldSpec field, Phrase rest) {
        boolean may = field.type() == FieldType.TEXT
                && rest.size() > 1
                && rest.at(1).text().matches("(\\d{1,4}|\\p{Lu}\\d{0,3})[.]?");
        if (!may) {
            return Optional.empty();
        }
        String label = rest.at(0).text();
        Filter begun = Filter.compare(field.key(), Comparison.STARTS_WITH, label + " ");
        return turn.request().records().find(RecordQuery.where(entity.key(), begun, 1)).stream()
                .map(record -> String.valueOf(record.values().get(field.key())))
                .map(known -> known.substring(0, Math.min(label.length(), known.length())) + " "
                        + rest.sub(1, 2).stopless().text())
                .findFirst();
    }

    /** “We never noted it down”. */
    private static boolean isNoting(Token token) {
        return token.isWord() && Words.isPast(token.text()) && Words.isFormOf(token.text(), NOTING);
    }

    private int field(int i, int tokens, FieldSpec field) {
        Optional<Boolean> said = field.type() == FieldType.BOOLEAN ? yesOrNo(i + tokens) : Optional.empty();
        if (said.isPresent()) {
            return finds.add(Kind.EVENT, i, rest(i).size(), List.of(field), said.get());
        }
        return field.type() == FieldType.BOOLEAN
                ? finds.add(Kind.VALUE, i, tokens, List.of(field), true)
                : finds.add(Kind.FIELD, i, tokens, List.of(field), null);
    }

    /** “First flight is no”, “open casket yes”, at the end of a clause. */
    private Optional<Boolean> yesOrNo(int from) {
        int at = from < words.size() && words.at(from).isOneOf(Set.of("is", "=", "to")) ? from + 1 : from;
        boolean last = at < words.size()
                && !subject.get(at)
                && clauses.of(at) == clauses.of(from - 1)
                && (at + 1 == words.size()
                        || clauses.of(at + 1) != clauses.of(at)
                        || words.at(at + 1).isMark());
        return !last
                ? Optional.empty()
                : words.at(at).is("yes")
                        ? Optional.of(true)
                        : words.at(at).is("no") ? Optional.of(false) : Optional.empty();
    }

    private List<State> states(Phrase phrase) {
        boolean text = phrase.tokens().stream().anyMatch(token -> !token.isWord());
        return text ? List.of() : turn.schema().states(entity, phrase);
    }

    private Optional<SchemaLinker.Named<FieldSpec>> field(Phrase rest) {
        try {
            return turn.schema()
                    .leadingField(entity, rest)
                    .filter(named -> fields.contains(named.thing()) && !isParticle(rest.to(named.length())));
        } catch (Unclear unclear) {
            return Optional.empty();
        }
    }

    /** “Approve” makes approved. */
    private int verb(int i, Token token) {
        if (i > 0 && words.at(i - 1).is("to") && !Light.isChanging(token) && Words.isDeed(token.text())) {
            return finds.add(Kind.BESIDE, i, 1, List.of(), null);
        }
        Optional<Values> made = token.isWord() ? new Assignments(turn, entity).ofVerb(token.text()) : Optional.empty();
        return made.filter(values -> values.fields().size() == 1)
                .map(values -> values.fields().iterator().next())
                .flatMap(key -> entity.field(key)
                        .map(field -> finds.add(
                                Kind.VALUE, i, 1, List.of(field), made.get().get(key))))
                .orElse(0);
    }

    /** A word of one field's name, or another word for it: “serviced” of the last service, “size” of the area. */
    private int word(int i, Token token) {
        String said = Names.singular(token.text().toLowerCase(Locale.ROOT));
        if (!token.isWord() || said.length() < 3 || isNoting(token)) {
            return 0;
        }
        List<FieldSpec> called = finds.some(field -> isWordOf(field, said));
        if (called.isEmpty()) {
            called = finds.some(field -> turn.schema().stems(field.label()).stream()
                    .anyMatch(stem ->
                            !NO_WORDS.contains(stem) && Words.synonyms(stem).contains(said)));
        }
        return called.size() == 1 && (called.get(0).type() != FieldType.BOOLEAN || isWhole(called.get(0), i))
                ? field(i, 1, called.get(0))
                : 0;
    }

    /** “Received the fees”, where fees are paid: each word of a yes-or-no field has to be told. */
    private boolean isWhole(FieldSpec field, int i) {
        List<String> told = clauses.words(clauses.of(i))
                .mapToObj(at -> words.at(at).text().toLowerCase(Locale.ROOT))
                .toList();
        return turn.schema().stems(field.label()).stream()
                .filter(stem -> !NO_WORDS.contains(stem))
                .allMatch(stem -> told.stream().anyMatch(word -> isSame(stem, word)));
    }

    private static boolean isSame(String stem, String word) {
        return Names.root(stem).equals(Names.root(Names.singular(word)))
                || Words.bases(word).anyMatch(base -> Words.bases(stem).anyMatch(base::equals))
                || (stem.equals("paid") && PAYING.contains(word));
    }

    private boolean isWordOf(FieldSpec field, String said) {
        return turn.schema().stems(field.label()).stream()
                .anyMatch(stem -> !NO_WORDS.contains(stem)
                        && stem.length() > 2
                        && (Names.root(stem).equals(Names.root(said)) || Names.isDoneBy(stem, said)));
    }

    /** What some record has already, or refers to. */
    private int known(int i, Phrase rest) {
        Token token = rest.at(0);
        boolean may = (token.isWord() && !Light.isJoining(token) && !Light.isChanging(token) && !Light.isPast(token))
                || (token.isOneOf(ME) && !isFavour(i));
        if (!may) {
            return 0;
        }
        try {
            return new Holders(turn, entity, fields)
                    .leading(rest, Holders.Relation.NONE)
                    .map(held -> finds.add(Kind.VALUE, i, held.tokens(), List.of(held.field()), held.value()))
                    .orElse(0);
        } catch (Unclear unclear) {
            return 0;
        }
    }

    /** “Could you confirm it for me” says not by whom it was taken. */
    private boolean isFavour(int i) {
        return i > 0
                && words.at(i - 1).is("for")
                && Roles.assigned(entity).stream().allMatch(Roles::tellsByWhom);
    }

    /** “Back” alone is no name. */
    private boolean isParticle(Phrase name) {
        return turn.schema().stems(name.text()).stream().allMatch(NO_WORDS::contains) && !name.startsWith("due");
    }

    private int noun(Phrase rest) {
        return rest.at(0).isWord()
                ? turn.schema()
                        .leadingEntity(rest)
                        .filter(named -> named.thing().equals(entity))
                        .map(SchemaLinker.Named::length)
                        .filter(length -> !isSeveral(rest.at(length - 1)))
                        .orElse(0)
                : 0;
    }

    /** Further records of the kind are no part of what is told of these. */
    private static boolean isSeveral(Token noun) {
        String word = noun.text().toLowerCase(Locale.ROOT);
        return !word.equals(Names.singular(word));
    }

    private int light(int i, Token token) {
        boolean light = Light.isJoining(token)
                || Light.isChanging(token)
                || Light.isPast(token)
                || token.isOneOf(ToldWords.UP)
                || token.isOneOf(ToldWords.DOWN)
                || ToldWords.TIMES.containsKey(token.text().toLowerCase(Locale.ROOT))
                || token.isOneOf(ToldWords.BEING)
                || token.isOneOf(ToldWords.CLEARING)
                || token.isOneOf(ToldWords.LIMITING)
                || token.isOneOf(ToldWords.THEM)
                || token.isOneOf(ToldWords.DOING)
                || token.isOneOf(ToldWords.LIGHT)
                || Light.isMisspelt(token);
        boolean me = token.isOneOf(ME) && i > 0 && words.at(i - 1).isOneOf(GIVEN);
        return light && !me ? 1 : 0;
    }

    private int text(int i) {
        int end = i;
        while (end < words.size()
                && end < i + TEXT_TOKENS_MAX
                && !subject.get(end)
                && clauses.of(end) == clauses.of(i)
                && words.at(end).isWord()
                && words.at(end).text().matches("[\\p{Lu}\\d].*")
                && (end > i || !Light.isJoining(words.at(end)))) {
            end++;
        }
        if (end > i
                && !(i == clauses.start(i)
                        && end == i + 1
                        && Words.isKnown(words.at(i).text()))) {
            return finds.add(
                    Kind.TEXT,
                    i,
                    end - i,
                    finds.some(field -> field.type() == FieldType.TEXT),
                    words.sub(i, end).stopless().text());
        }
        return Light.isBeside(words.at(i)) ? finds.add(Kind.BESIDE, i, 1, List.of(), null) : 0;
    }
}
