package io.frontless.assistant.offline;

import io.frontless.assistant.offline.Told.Kind;
import io.frontless.operation.FieldSpec;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Fits numbers, days and lengths of time to the fields that they are told of. */
record ToldFigures(Turn turn, ToldState state) {

    private static final Pattern WEEKDAY = Pattern.compile("(?i)(on )?(mon|tues|wednes|thurs|fri|satur|sun)day");
    /** What may tell of something past only beside another verb: “tasks are due on Friday”. */
    private static final Set<String> NOW = Set.of("am", "are", "is");

    /** What moves the end of something, and not its beginning. */
    private static final Set<String> LONGER = Words.listed(
            "longer until till another extend extended extends prolong prolonged prolongs renew renewed more pay");

    static final Pattern DAY_ALONE = Pattern.compile("(?i)(on )?the \\d{1,2}(st|nd|rd|th)");
    /** Deeds that people call by each other's names. */
    private static final List<Set<String>> DEEDS = List.of(
            Set.of("pay", "settle", "receive", "clear", "transfer"),
            Set.of("send", "issue", "mail", "post", "dispatch", "ship"),
            Set.of("deliver", "hand", "collect", "pick", "return", "fetch", "give"),
            Set.of("finish", "complete", "do", "close", "end", "hold"));

    private static final Set<String> MONEY = Set.of("money", "payment", "transfer", "cash");
    private static final Set<String> COMING = Set.of("came", "come", "arrived", "was", "got", "received");
    private static final Set<String> PAID = Set.of("paid", "settled");

    /** False where one fits no field, or several. */
    boolean fit() {
        for (Told told : List.copyOf(state.left())) {
            if (told.is(Kind.LENGTH) || told.is(Kind.FIGURE)) {
                Optional<FieldSpec> field = figureField(told);
                if (field.isEmpty()) {
                    if (isPassing(told)) {
                        continue;
                    }
                    return false;
                }
                if (!measure(field.get(), told)) {
                    return false;
                }
            }
        }
        return isMultiplied();
    }

    private boolean measure(FieldSpec field, Told told) {
        if (state.isGiven(field)) {
            return false;
        }
        ToldWay way =
                new ToldWay(words(), clauses(), told, state.cue(field, told).orElse(told));
        Optional<ToldMeasure> measure = way.measure(field);
        if (measure.isPresent()) {
            state.measure(field, measure.get(), told);
            return true;
        }
        if (told.is(Kind.LENGTH) && way.isItself()) {
            return state.give(
                    field, ToldMeasure.whole((AdjustReading.By) Objects.requireNonNull(told.value()), field), told);
        }
        boolean plain = told.is(Kind.FIGURE) && !(Roles.isNumber(field) && way.isCompared());
        Optional<Object> value = plain ? read(field, told) : Optional.empty();
        return value.isPresent() && state.give(field, value.get(), told);
    }

    Optional<Object> read(FieldSpec field, Told told) {
        Phrase said = words().sub(told.at(), told.end());
        // “The 15th” may be of the month that another day is told of.
        boolean another = Stream.concat(
                        state.left().stream(), Stream.concat(state.old().keySet().stream(), state.used().stream()))
                .anyMatch(other -> !other.equals(told) && other.is(Kind.FIGURE) && other.canBe(field));
        if (Roles.isDate(field) && another && DAY_ALONE.matcher(said.text()).matches()) {
            return Optional.empty();
        }
        try {
            boolean weekday =
                    Roles.isDate(field) && WEEKDAY.matcher(said.text()).matches() && isPast(told, NOW);
            return Optional.of(turn.values()
                    .read(
                            field,
                            weekday
                                    ? Phrase.quoted(
                                            "last " + said.at(said.size() - 1).text())
                                    : said));
        } catch (Unclear unclear) {
            return Optional.empty();
        }
    }

    private Optional<FieldSpec> figureField(Told told) {
        List<Told> cues = state.left().stream()
                .filter(cue -> cue.is(Kind.FIELD) && cue.fields().stream().anyMatch(told::canBe))
                .filter(cue -> isFree(cue, told))
                .sorted(Comparator.comparingInt(cue -> state.distance(cue, told)))
                .toList();
        if (!cues.isEmpty()) {
            Token name = words().at(cues.get(0).at());
            return cues.get(0).fields().stream()
                    .findFirst()
                    .filter(field -> !DeedDay.isOther(turn, field, name, words().sub(told.at(), told.end())));
        }
        List<FieldSpec> before = state.old().entrySet().stream()
                .filter(entry -> entry.getKey().is(Kind.FIGURE) && told.canBe(entry.getValue()))
                .map(Map.Entry::getValue)
                .distinct()
                .toList();
        if (!before.isEmpty()) {
            return NewValues.one(before);
        }
        boolean days = !told.fields().isEmpty() && told.fields().stream().allMatch(Roles::isDate);
        Optional<FieldSpec> deed = days ? dayOfDeed(told) : Optional.empty();
        if (deed.isPresent()) {
            return deed;
        }
        if (isPassing(told) || (told.fields().stream().allMatch(Roles::isNumber) && isOfWhatWasTold(told))) {
            return Optional.empty();
        }
        return days ? day(told) : NewValues.one(told.fields());
    }

    /** “D-303 was issued today”: when the deed was done that makes it so, where one field tells of it. */
    private Optional<FieldSpec> dayOfDeed(Told told) {
        if (isToCome(told)) {
            return Optional.empty();
        }
        boolean asked =
                words().tokens().stream().anyMatch(token -> token.is("date")) || isOfMoney(told) || isOfSameDeed(told);
        return NewValues.one((asked ? values() : beside(told))
                .map(other -> words().at(other.end() - 1))
                .filter(deed -> Words.isPast(deed.text()))
                .flatMap(deed -> Roles.dates(state.entity(), deed.word()).stream())
                .filter(field -> told.canBe(field) && DeedDay.isOfThePast(field) && !state.isGiven(field))
                .distinct()
                .toList());
    }

    /** “Picked up her key yesterday”: when something happened of which no field tells when that was. */
    boolean isBeside(Told told) {
        return isPassing(told)
                && !Light.isChanging(words().at(clauses().start(told.at())))
                && beside(told).findAny().isPresent()
                && told.fields().stream()
                        .filter(field -> DeedDay.isOfThePast(field) && !state.isGiven(field))
                        .noneMatch(field -> beside(told).anyMatch(other -> mayTellOf(field, other)));
    }

    private Stream<Told> beside(Told told) {
        return values().filter(other -> clauses().of(other.at()) == clauses().of(told.at()));
    }

    private Stream<Told> values() {
        return Stream.concat(state.left().stream(), state.used().stream())
                .filter(other -> other.is(Kind.VALUE) || other.is(Kind.EVENT));
    }

    /** “Got settled today, status paid”: both are one deed. */
    private boolean isOfSameDeed(Told told) {
        return clauses()
                .words(clauses().of(told.at()))
                .filter(i -> i < told.at() && Words.isPast(words().at(i).text()))
                .anyMatch(i -> values().anyMatch(value -> areOneDeed(words().at(i), words().at(value.end() - 1))));
    }

    /** Whether people call one of two deeds by the other's name: “settled” and “paid”. */
    static boolean areOneDeed(Token one, Token other) {
        return DEEDS.stream()
                .anyMatch(deeds -> Words.isFormOf(one.text(), deeds) && Words.isFormOf(other.text(), deeds));
    }

    /** “The money came in yesterday, mark it as paid”: it was paid then. */
    private boolean isOfMoney(Told told) {
        return clauses().words(clauses().of(told.at())).anyMatch(i -> words().at(i)
                        .isOneOf(MONEY))
                && clauses().words(clauses().of(told.at())).anyMatch(i -> words().at(i)
                        .isOneOf(COMING))
                && values().anyMatch(other -> words().at(other.at()).isOneOf(PAID));
    }

    /** Whether the day of a deed may be that of another word for it: “settled” of “Paid on”. */
    private boolean mayTellOf(FieldSpec day, Told deed) {
        if (deed.is(Kind.EVENT)) {
            return turn.schema().stems(day.label()).stream().map(Names::root).anyMatch(root -> deed.fields().stream()
                    .map(field -> turn.schema().stems(field.label()).get(0))
                    .anyMatch(noun -> Names.root(noun).startsWith(root) && root.length() > 3));
        }
        Set<String> bases = Stream.concat(
                        Words.bases(words().at(deed.at()).word()),
                        deed.fields().stream().flatMap(field -> turn.schema().stems(field.label()).stream()
                                .flatMap(Words::bases)))
                .collect(Collectors.toSet());
        return turn.schema().stems(day.label()).stream()
                .flatMap(Words::bases)
                .anyMatch(base -> bases.contains(base)
                        || DEEDS.stream()
                                .anyMatch(deeds ->
                                        deeds.contains(base) && deeds.stream().anyMatch(bases::contains)));
    }

    /** “Salt Road needs no extras, put 0”, “the contract is lost, put 0”: of what was told before, and not of the only field that could have it. */
    private boolean isOfWhatWasTold(Told told) {
        int start = clauses().start(told.at());
        boolean denied = words().to(start).tokens().stream()
                .anyMatch(token -> token.isOneOf(ToldWords.NOT) || token.is("nothing"));
        boolean alone = start > 0
                && told.at() > start
                && told.end() == words().size()
                && words().sub(start, told.at()).tokens().stream().allMatch(Light::isChanging);
        return denied || alone;
    }

    /** Whether a name of a field has no number of its own, and a deed no object: “sent another reminder today” tells of no other day. */
    private boolean isFree(Told cue, Told told) {
        boolean here = clauses().of(cue.at()) == clauses().of(told.at());
        boolean own = !here
                && state.left().stream()
                        .anyMatch(other -> clauses().of(other.at()) == clauses().of(cue.at())
                                && (other.is(Kind.FIGURE) || other.is(Kind.LENGTH))
                                && cue.fields().stream().anyMatch(other::canBe));
        boolean object = Words.isPast(words().at(cue.at()).text())
                && state.left().stream()
                        .anyMatch(other -> !other.equals(cue)
                                && other.is(Kind.FIELD)
                                && clauses().of(other.at()) == clauses().of(cue.at()));
        return !own && !object;
    }

    /** The day that is meant where none is named: until when, or when it is. */
    private Optional<FieldSpec> day(Told told) {
        boolean deed = Stream.concat(state.left().stream(), state.used().stream())
                .anyMatch(other -> (other.is(Kind.VALUE) || other.is(Kind.EVENT))
                        && clauses().of(other.at()) == clauses().of(told.at()));
        if (deed) {
            return Optional.empty();
        }
        boolean until = told.at() > 0 && words().at(told.at() - 1).isOneOf(Set.of("until", "till", "by"));
        boolean longer = IntStream.range(clauses().start(told.at()), words().size())
                .anyMatch(i -> words().at(i).isOneOf(LONGER));
        return NewValues.one(
                until || (told.is(Kind.LENGTH) && longer) ? Roles.due(state.entity()) : Roles.day(state.entity()));
    }

    /** A day that is not to come, in a clause that tells what has happened. */
    boolean isPassing(Told told) {
        boolean day = told.is(Kind.FIGURE)
                && !told.fields().isEmpty()
                && told.fields().stream().allMatch(Roles::isDate);
        return day && isPast(told, Set.of()) && !isToCome(told);
    }

    private boolean isToCome(Told told) {
        Phrase said = words().sub(told.at(), told.end());
        LocalDate today = turn.request().today();
        return !WEEKDAY.matcher(said.text()).matches()
                && Dates.leading(said, today)
                        .filter(date -> date.span().to().isAfter(today))
                        .isPresent();
    }

    private boolean isPast(Told told, Set<String> besides) {
        return words().sub(clauses().start(told.at()), told.at()).tokens().stream()
                .anyMatch(token -> token.isWord()
                        && !token.isOneOf(besides)
                        && (Words.isPast(token.text()) || Light.isPast(token)));
    }

    /** “Twice as long”, “double the price”. */
    private boolean isMultiplied() {
        return IntStream.range(0, words().size())
                .filter(i -> !state.subject().words().get(i) && percent(i) != null && !isOfUsed(i))
                .allMatch(this::isMultiplied);
    }

    /** The “half” of half an hour is no half of anything. */
    private boolean isOfUsed(int i) {
        return state.used().stream().anyMatch(told -> told.at() <= i && i < told.end());
    }

    @Nullable
    private Integer percent(int i) {
        return ToldWords.TIMES.get(words().at(i).text().toLowerCase(Locale.ROOT));
    }

    private boolean isMultiplied(int i) {
        boolean lasts = words().size() > i + 2
                && words().at(i + 1).is("as")
                && words().at(i + 2).is("long");
        List<FieldSpec> lasting =
                lasts ? Roles.measured(state.entity(), Set.of("minute", "hour", "duration", "length")) : List.of();
        Optional<FieldSpec> named = state.left(Kind.FIELD).stream()
                .filter(told -> told.fields().stream().allMatch(Roles::isNumber))
                .min(Comparator.comparingInt(told -> Math.abs(told.at() - i)))
                .map(told -> told.fields().get(0));
        Optional<FieldSpec> field = named.or(() -> NewValues.one(lasting)).filter(one -> !state.isGiven(one));
        field.ifPresent(one -> state.measure(
                one,
                ToldMeasure.times(Objects.requireNonNull(percent(i))),
                new Told(Kind.FIGURE, i, lasts ? i + 3 : i + 1, List.of(one), null)));
        return field.isPresent();
    }

    private Phrase words() {
        return state.words();
    }

    private ToldClauses clauses() {
        return state.clauses();
    }
}
