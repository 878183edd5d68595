package io.frontless.assistant.offline;

import io.frontless.operation.Comparison;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.Filter;
import io.frontless.schema.control.EntityView;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Conditions on times of day, each with its day: “before 10:00 tomorrow”, “tomorrow before 10”, “that begin after 5 October 12:00”, “today between 9 and 11”,
 * “tomorrow morning”. A time without a day is asked about, for no filter tells it of all days.
 */
record MomentClause(Turn turn, EntityView entity) {

    private static final Map<String, Comparison> SIDES = Map.ofEntries(
            Map.entry("before", Comparison.LT),
            Map.entry("after", Comparison.GT),
            Map.entry("from", Comparison.GE),
            Map.entry("since", Comparison.GE),
            Map.entry("until", Comparison.LE),
            Map.entry("till", Comparison.LE),
            Map.entry("by", Comparison.LE),
            Map.entry("at", Comparison.EQ));

    private static final Set<String> BEING = Set.of("is", "are", "was", "were");
    private static final Set<String> HALVES = Set.of("morning", "afternoon");

    /** Whatever is told of the hours of a day is of that day alone. */
    private static final Set<Comparison> WITHIN = Set.of(Comparison.LT, Comparison.GT);

    /**
     * A condition on one field.
     *
     * @param within whether only that day is meant: “after 2 pm today”, and not “after 5 October 12:00”
     */
    private record Said(LocalDate day, List<Bound> bounds, boolean within, int tokens) {}

    private record Bound(Comparison comparison, LocalTime time) {}

    /** A time with what tokens say it, and how it is compared. */
    private record Timed(List<Bound> bounds, int tokens) {}

    /** The condition at the beginning. */
    Optional<Clause> read(Phrase phrase) {
        if (!MomentFields.areIn(entity) || phrase.size() < 2 || phrase.at(0).quoted()) {
            return Optional.empty();
        }
        int being = phrase.startsWithOneOf(BEING) ? 1 : 0;
        Phrase rest = phrase.from(being);
        MomentFields fields = new MomentFields(turn, entity);
        Optional<FieldSpec> verb = rest.size() < 2 ? Optional.empty() : fields.byVerb(rest.at(0));
        int skip = being + (verb.isPresent() ? 1 : 0);
        return said(phrase.from(skip)).flatMap(said -> verb.or(() -> field(fields, phrase))
                .map(field -> new Clause(filter(field, said), field, skip + said.tokens())));
    }

    private Optional<FieldSpec> field(MomentFields fields, Phrase phrase) {
        List<FieldSpec> all = fields.all();
        return all.isEmpty()
                ? Optional.empty()
                : fields.isPair() ? fields.start() : Optional.of(Slots.one(all, phrase.to(1)));
    }

    private Optional<Said> said(Phrase phrase) {
        return dayFirst(phrase).or(() -> sideFirst(phrase));
    }

    /** “Tomorrow before 10”, “on 5 October after 8 am”, “this afternoon”. */
    private Optional<Said> dayFirst(Phrase phrase) {
        Optional<Said> half = half(phrase);
        if (half.isPresent()) {
            return half;
        }
        int on = phrase.startsWith("on") ? 1 : 0;
        return day(phrase.from(on)).flatMap(day -> timed(phrase.from(on + day.tokens()), true)
                .map(timed -> new Said(day.span().from(), timed.bounds(), true, on + day.tokens() + timed.tokens())));
    }

    private Optional<Dates.Dated> day(Phrase phrase) {
        return Dates.leading(phrase, today())
                .filter(found ->
                        found.span().isDay() && !phrase.at(found.tokens() - 1).isOneOf(HALVES))
                .map(found -> found.leaning(today(), false));
    }

    private Optional<Said> half(Phrase phrase) {
        boolean now =
                phrase.size() > 1 && phrase.startsWith("this") && phrase.at(1).isOneOf(HALVES);
        Optional<Dates.Dated> day = now ? Optional.empty() : day(phrase);
        int end = now ? 1 : day.map(Dates.Dated::tokens).orElse(0);
        if (end == 0 || end >= phrase.size() || !phrase.at(end).isOneOf(HALVES)) {
            return Optional.empty();
        }
        Comparison side = phrase.at(end).is("morning") ? Comparison.LT : Comparison.GE;
        return Optional.of(new Said(
                day.map(found -> found.span().from()).orElse(today()),
                List.of(new Bound(side, LocalTime.NOON)),
                true,
                end + 1));
    }

    /** “Before 10:00 tomorrow”, “after 5 October 12:00”, “between 9:00 and 11:00 today”. */
    private Optional<Said> sideFirst(Phrase phrase) {
        Optional<Comparison> side = Optional.ofNullable(SIDES.get(phrase.at(0).word()));
        Optional<Said> dated = side.flatMap(comparison -> Moment.nearest(phrase.from(1), today())
                .filter(Moment::isWhole)
                .map(moment -> {
                    moment.requireSure();
                    boolean hours = DayTime.leading(phrase.from(1)).isPresent();
                    return new Said(
                            moment.day().orElseThrow(),
                            List.of(new Bound(comparison, moment.time().orElseThrow())),
                            hours && WITHIN.contains(comparison),
                            moment.tokens() + 1);
                }));
        return dated.or(() -> timed(phrase, isBeforeDay(phrase)).flatMap(timed -> {
            int on = timed.tokens() < phrase.size() && phrase.at(timed.tokens()).is("on") ? 1 : 0;
            Optional<Dates.Dated> day = day(phrase.from(timed.tokens() + on));
            if (day.isEmpty() && isSurelyTime(phrase)) {
                throw Unclear.settled("On which day is “%s” meant?"
                        .formatted(phrase.to(timed.tokens()).text()));
            }
            return day.map(
                    found -> new Said(found.span().from(), timed.bounds(), true, timed.tokens() + on + found.tokens()));
        }));
    }

    /** Whether a day follows in it: “between 9 and 11 tomorrow”. */
    private boolean isBeforeDay(Phrase phrase) {
        return timed(phrase, false)
                .filter(timed -> {
                    Phrase rest = phrase.from(timed.tokens());
                    return day(rest.startsWith("on") ? rest.from(1) : rest).isPresent();
                })
                .isPresent();
    }

    /** Whether it cannot be a price or a code: “before 10:00”, and not “at 10”. */
    private static boolean isSurelyTime(Phrase phrase) {
        return DayTime.leading(phrase.from(1)).isPresent();
    }

    /** @param dated whether its day is known, so that a number can be nothing else */
    private static Optional<Timed> timed(Phrase phrase, boolean dated) {
        if (phrase.size() < 2) {
            return Optional.empty();
        }
        if (phrase.startsWith("between") || phrase.startsWith("from")) {
            Optional<Timed> between = between(phrase, dated);
            if (between.isPresent()) {
                return between;
            }
        }
        return Optional.ofNullable(SIDES.get(phrase.at(0).word())).flatMap(side -> time(phrase.from(1))
                .map(time -> dated ? sure(time, phrase.from(1)) : time)
                .map(time -> new Timed(List.of(new Bound(side, time.time())), time.tokens() + 1)));
    }

    private static Optional<Timed> between(Phrase phrase, boolean dated) {
        return time(phrase.from(1)).flatMap(first -> {
            if (dated) {
                sure(first, phrase.from(1));
            }
            int and = first.tokens() + 1;
            return and < phrase.size() && phrase.at(and).isOneOf(Set.of("and", "to", "-"))
                    ? time(phrase.from(and + 1))
                            .filter(last -> last.time().isAfter(first.time()))
                            .map(last -> new Timed(
                                    List.of(
                                            new Bound(Comparison.GE, first.time()),
                                            new Bound(Comparison.LE, last.time())),
                                    and + 1 + last.tokens()))
                    : Optional.empty();
        });
    }

    /** A time of day, or the hour alone after a word that compares. */
    private static Optional<DayTime> time(Phrase phrase) {
        return DayTime.leading(phrase).or(() -> DayTime.hour(phrase));
    }

    /** An hour that may be in either half of the day is asked about. */
    private static DayTime sure(DayTime time, Phrase phrase) {
        if (!time.sure()) {
            Phrase said = phrase.to(time.tokens());
            throw DayTime.askedOfHalf(said.startsWith("at") ? said.from(1) : said);
        }
        return time;
    }

    private static Filter filter(FieldSpec field, Said said) {
        List<Filter> all = new ArrayList<>();
        if (said.within()) {
            all.add(Filter.compare(field.key(), Comparison.GE, said.day().toString()));
            all.add(Filter.compare(
                    field.key(), Comparison.LT, said.day().plusDays(1).toString()));
        }
        said.bounds()
                .forEach(bound ->
                        all.add(Filter.compare(field.key(), bound.comparison(), at(said.day(), bound.time()))));
        return Filter.all(all);
    }

    private static String at(LocalDate day, LocalTime time) {
        return day.atTime(time).toInstant(ZoneOffset.UTC).toString();
    }

    private LocalDate today() {
        return turn.request().today();
    }
}
