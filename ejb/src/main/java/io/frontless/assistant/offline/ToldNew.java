package io.frontless.assistant.offline;

import io.frontless.assistant.control.Proposal;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.schema.control.EntityView;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * New records that are told in no form of their own: what they are, what they are called and that they are new stands anywhere among what is told of them.
 * “We hired Sonja Ek as receptionist for 24 hours a week”, “M-411, Kestrel Dental, pickup Bristol, 12 Oct”.
 */
record ToldNew(Turn turn, Phrase words, boolean asked) {

    /** What says that there is one more. */
    private static final Set<String> NEW =
            Set.of("new", "another", "second", "third", "additional", "extra", "more", "further");

    private static final Set<String> INDEFINITE = Set.of("a", "an", "two", "three", "four", "five");
    private static final Set<String> ARTICLES = Set.of("a", "an", "the", "our", "two", "three", "four", "five");

    /** Verbs by which something comes to be ours. */
    private static final Set<String> GETTING = Set.of(
            ("hire buy purchase get build open sign send receive take join start employ acquire found add create enter register record book"
                            + " make write put log draw set have come enrol enroll schedule plan borrow order need want call give lend leave")
                    .split(" "));

    /** Those of them that are said of what is there as well. */
    private static final Set<String> COMMON = Set.of(
            ("take put set have come give leave order call make write draw log record open want need plan schedule book send join start lend"
                            + " borrow get")
                    .split(" "));

    private static final Set<String> WANTED = Set.of("wanted", "needed", "tried", "hoped", "planned", "meant");
    private static final Set<String> STORES =
            Set.of("system", "list", "books", "file", "database", "register", "records");
    private static final Set<String> LEADING = Set.of("in", "into", "to", "on");

    /** What is said around a description and tells nothing of it. */
    private static final Set<String> BESIDE = Set.of(
            ("ours live lives living reside resides based located works worked called named mr mrs ms miss down we've we’ve i've"
                            + " i’ve please")
                    .split(" "));

    /** “J-203 needs another gardener”: whoever needs one is another. */
    private static final Set<String> NEEDING =
            Set.of("need", "needs", "want", "wants", "lacks", "requires", "deserves");

    private static final Set<String> IT = Set.of("it", "that", "he", "she", "there", "this");

    private static final int BEFORE_MAX = 3;
    private static final int NAME_TOKENS_MAX = 6;

    /** Values that tell enough where the name is a number like others, and nothing says that it is new. */
    private static final int NUMBERED_MIN = 4;

    private static final int ASKED_MIN = 2;

    /** What is told of, and how much has to be. */
    private record Kind(EntityView entity, boolean several, int least) {}

    Optional<Proposal> read() {
        if (isDenied()) {
            return Optional.empty();
        }
        Set<Proposal> found = new LinkedHashSet<>();
        for (Kind kind : kinds()) {
            (kind.several() ? several(kind) : one(kind)).ifPresent(found::add);
        }
        return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
    }

    /** “No new customer”, “we wanted to hire”. */
    private boolean isDenied() {
        return IntStream.range(0, words.size())
                .anyMatch(i -> words.at(i).isOneOf(WANTED)
                        || (i > 0 && words.at(i).isOneOf(NEW) && words.at(i - 1).isOneOf(Set.of("no", "not"))));
    }

    private Set<Kind> kinds() {
        Set<Kind> kinds = new LinkedHashSet<>();
        boolean gets = asked || IntStream.range(0, words.size()).anyMatch(i -> isGetting(words.at(i)) || isStore(i));
        boolean surely = asked
                || IntStream.range(0, words.size())
                        .anyMatch(i -> words.at(i).isOneOf(NEW)
                                || isStore(i)
                                || (isGetting(words.at(i))
                                        && !Words.isFormOf(words.at(i).text(), COMMON)));
        boolean stands = !surely && DescribedAdding.tellsOfWhatIsThere(turn, words);
        for (int i = 0; i < words.size(); i++) {
            int at = i;
            if (Description.isNumber(words.at(i)) && !stands) {
                numbered(words.at(i))
                        .ifPresent(entity -> kinds.add(new Kind(entity, false, surely ? ASKED_MIN : NUMBERED_MIN)));
            }
            boolean marked = isLed(i, NEW);
            boolean led = (gets && (isLed(i, ARTICLES) || (asked && i == 0)))
                    || (i > 0 && words.at(i - 1).is("as"));
            if (marked || led) {
                NewThing.noun(turn, words.from(i))
                        .filter(thing -> marked || surely || isFollowedByName(at))
                        .filter(thing -> !stands || isLed(at, INDEFINITE))
                        .ifPresent(thing -> kinds.add(new Kind(
                                thing.entity(),
                                thing.several(),
                                surely || isLed(at, INDEFINITE) ? ASKED_MIN : NUMBERED_MIN)));
            }
        }
        return kinds;
    }

    /** “In the system”, “to our list”. */
    private boolean isStore(int i) {
        return i > 1
                && words.at(i).isOneOf(STORES)
                && IntStream.range(Math.max(0, i - BEFORE_MAX), i)
                        .anyMatch(at -> words.at(at).isOneOf(LEADING));
    }

    private boolean isFollowedByName(int i) {
        return words.from(i).tokens().stream().anyMatch(token -> token.quoted() || Description.isNumber(token));
    }

    static boolean isGetting(Token token) {
        return token.isWord() && Words.isFormOf(token.text(), GETTING);
    }

    private boolean isLed(int noun, Set<String> before) {
        return IntStream.range(Math.max(0, noun - BEFORE_MAX), noun)
                .anyMatch(i -> words.at(i).isOneOf(before)
                        && words.sub(i, noun).tokens().stream().noneMatch(Token::isMark));
    }

    /** The table whose records have numbers like this one, which none of them has. */
    private Optional<EntityView> numbered(Token number) {
        String prefix = number.text().replaceFirst("\\d.*", "");
        return NewThing.numbered(turn, prefix).filter(entity -> turn.records()
                .called(entity, Phrase.quoted(number.text()))
                .isEmpty());
    }

    private Optional<Proposal> one(Kind kind) {
        List<Phrase> names = names(kind.entity());
        Set<Proposal> found = new LinkedHashSet<>();
        for (Phrase name : names) {
            described(kind, name, without(kind.entity(), name)).ifPresent(found::add);
        }
        return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
    }

    private Optional<Proposal> several(Kind kind) {
        for (int i = 0; i < words.size(); i++) {
            NameList list = NameList.leading(words.from(i));
            if (list.names().size() > 1 && list.names().stream().allMatch(name -> isFree(kind.entity(), name))) {
                Phrase rest = without(kind.entity(), words.sub(i, i + list.tokens()));
                Predicate<Token> count = token -> Amounts.count(new Phrase(rest.sentence(), List.of(token)))
                        .filter(said -> said == list.names().size())
                        .isPresent();
                return rest.tokens().stream().anyMatch(count)
                        ? each(kind, list.names(), rest.without(count))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private Optional<Proposal> each(Kind kind, List<Phrase> names, Phrase rest) {
        Steps steps = new Steps(turn.request().records());
        for (Phrase name : names) {
            Optional<Proposal> one = described(kind, name, rest);
            if (one.isEmpty()) {
                return Optional.empty();
            }
            steps.add((Proposal.Change) one.get());
        }
        return Optional.of(steps.proposal());
    }

    private Optional<Proposal> described(Kind kind, Phrase name, Phrase rest) {
        return new Description(turn, kind.entity(), List.of(), rest)
                .values(name, rest.to(0))
                .filter(values -> DescribedAdding.isNew(turn, kind.entity(), values))
                .filter(values -> values.fields().size() >= kind.least())
                .map(values -> CreateRecordReading.added(turn, kind.entity(), values, words));
    }

    /** What it may be called: a number of its own, what is quoted, or a run of words with capitals that nothing knows. */
    private List<Phrase> names(EntityView entity) {
        Optional<FieldSpec> title = entity.titleField().filter(field -> field.type() == FieldType.TEXT);
        if (title.isEmpty()) {
            return List.of();
        }
        List<Phrase> sure = IntStream.range(0, words.size())
                .filter(i -> words.at(i).quoted()
                        || (Description.isNumber(words.at(i))
                                && numbered(words.at(i)).filter(entity::equals).isPresent()))
                .mapToObj(i -> words.sub(i, i + 1))
                .filter(name -> isFree(entity, name))
                .toList();
        if (!sure.isEmpty() || Roles.isNumbered(title.get())) {
            return sure;
        }
        List<Phrase> names = new ArrayList<>();
        for (int i = 0; i < words.size(); ) {
            if (i == 0 && isRequest(words.at(0))) {
                i++;
                continue;
            }
            int named = DescribedNames.nameEnd(words, i, NAME_TOKENS_MAX);
            int end = new RunningText(turn, entity).end(words, i, named);
            if (named > i && isName(entity, i, named)) {
                names.add(words.sub(i, end));
            }
            i = Math.max(end, i + 1);
        }
        boolean labelled = words.tokens().stream()
                .anyMatch(token -> token.isWord() && turn.schema().isCalled(title.get(), token.text()));
        return labelled ? Stream.concat(names.stream(), Stream.of(words.to(0))).toList() : names;
    }

    private boolean isRequest(Token first) {
        return Light.isChanging(first) || Light.isJoining(first) || first.isOneOf(NEW) || isGetting(first);
    }

    /** Whether the words may be what it is called, and not what it has, where it is or when. */
    private boolean isName(EntityView entity, int start, int end) {
        Phrase name = words.sub(start, end);
        Optional<Token> before = start == 0 ? Optional.empty() : Optional.of(words.at(start - 1));
        boolean led =
                before.filter(token -> Holders.Relation.of(token).isPresent()).isPresent()
                        || before.filter(Token::isWord)
                                .flatMap(token -> turn.schema().leadingField(entity, words.sub(start - 1, start)))
                                .filter(field -> !Roles.isDate(field.thing()) && !Roles.isName(field.thing()))
                                .isPresent();
        boolean whose =
                end < words.size() && (words.at(end).is("'s") || words.at(end).isOneOf(NEEDING));
        boolean word = name.size() == 1
                && (Light.isJoining(name.at(0))
                        || name.at(0).isOneOf(NEW)
                        || name.at(0).isOneOf(BESIDE)
                        || isGetting(name.at(0)));
        boolean day = Dates.leading(name, turn.request().today()).isPresent();
        return !led && !whose && !word && !day && isFree(entity, name);
    }

    /** Whether nothing of the kind is called so, and nothing else that it could refer to. */
    private boolean isFree(EntityView entity, Phrase name) {
        return turn.records().called(entity, Phrase.quoted(name.text())).isEmpty()
                && (name.isQuoted()
                        || Description.isNumber(name.at(0))
                        || (turn.records().resembling(entity, name).isEmpty()
                                && new NamesIn(turn, name).all().isEmpty()));
    }

    /** The words without its name and what only says that it is new; a verb that tells when stands by its day. */
    private Phrase without(EntityView entity, Phrase name) {
        List<Token> tokens = new ArrayList<>();
        Optional<Token> verb = words.tokens().stream()
                .filter(token -> token.isWord() && dated(entity, token))
                .findFirst();
        List<Integer> days = days();
        boolean moves = verb.isPresent() && days.size() == 1 && !isBeside(verb.get(), days.get(0));
        for (int i = 0; i < words.size(); i++) {
            Token token = words.at(i);
            if (moves && days.get(0) == i) {
                tokens.add(verb.get());
            }
            boolean out = name.tokens().contains(token) || saysNothing(entity, i);
            if (moves && token.equals(verb.get())) {
                continue;
            }
            tokens.add(out ? new Token(Token.Kind.SYMBOL, ",", token.start(), token.start()) : token);
        }
        return new Phrase(words.sentence(), List.copyOf(tokens));
    }

    private boolean isBeside(Token verb, int day) {
        int at = words.tokens().indexOf(verb);
        return day == at + 1;
    }

    private boolean saysNothing(EntityView entity, int i) {
        Token token = words.at(i);
        boolean is = token.is("'s")
                && i > 0
                && (words.at(i - 1).isOneOf(IT)
                        || (i + 1 < words.size()
                                && turn.schema()
                                        .leadingEntity(words.from(i + 1))
                                        .isPresent()));
        boolean unnamed = i > 0
                && words.at(i - 1).isOneOf(NEW)
                && token.text().matches("\\p{Ll}{3,}")
                && !Light.isJoining(token)
                && !isOfEntity(entity, i);
        boolean phone = token.is("phone") && i > 0 && words.at(i - 1).isOneOf(Set.of("the", "by"));
        return is
                || unnamed
                || phone
                || token.isOneOf(NEW)
                || token.isOneOf(BESIDE)
                || isStore(i)
                || (isGetting(token) && !isOfName(i) && !dated(entity, token) && !isOfEntity(entity, i));
    }

    /** “Door schedule”: right behind a name, a verb that is not bent is a noun. */
    private boolean isOfName(int i) {
        String word = words.at(i).text();
        return i > 1
                && words.at(i - 1).text().matches("\\p{Lu}\\p{L}+")
                && !Light.isJoining(words.at(i - 1))
                && !Words.isPast(word)
                && Words.bases(word).allMatch(base -> base.equals(word) || !word.endsWith("s"));
    }

    private boolean isOfEntity(EntityView entity, int i) {
        return turn.schema().leadingField(entity, words.from(i)).isPresent()
                || new FieldParts(turn, entity).of(words.at(i)).isPresent()
                || State.leading(turn.schema(), entity, words.from(i)) > 0
                || turn.schema()
                        .leadingEntity(words.from(i))
                        .filter(found -> found.thing().equals(entity))
                        .isPresent();
    }

    private static boolean dated(EntityView entity, Token verb) {
        return Roles.dates(entity, verb.text().toLowerCase(Locale.ROOT)).size() == 1;
    }

    /** Where the days begin that the sentence tells, with the word that leads to them. */
    private List<Integer> days() {
        List<Integer> days = new ArrayList<>();
        for (int i = 0; i < words.size(); ) {
            Optional<Dates.Dated> day = Dates.leading(
                            words.from(i), turn.request().today())
                    .filter(found -> found.span().isDay());
            boolean number = Amounts.leading(words.from(i))
                    .filter(amount -> day.isPresent() && day.get().tokens() == 1)
                    .isPresent();
            if (day.isPresent() && !number) {
                boolean led = i > 0 && words.at(i - 1).isOneOf(Set.of("on", "from", "since"));
                days.add(led ? i - 1 : i);
                i += day.get().tokens();
            } else {
                i++;
            }
        }
        return days;
    }
}
