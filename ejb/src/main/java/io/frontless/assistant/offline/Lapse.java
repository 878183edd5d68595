package io.frontless.assistant.offline;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A length of time: “an hour”, “90 minutes”, “half an hour”, “an hour and a half”, “1 hour 15 minutes”, “2 days”. */
record Lapse(long count, ChronoUnit unit) {

    private static final int HOUR = 60;
    private static final Map<String, ChronoUnit> UNITS = Map.ofEntries(
            Map.entry("minute", ChronoUnit.MINUTES),
            Map.entry("min", ChronoUnit.MINUTES),
            Map.entry("hour", ChronoUnit.HOURS),
            Map.entry("hr", ChronoUnit.HOURS),
            Map.entry("h", ChronoUnit.HOURS),
            Map.entry("day", ChronoUnit.DAYS),
            Map.entry("week", ChronoUnit.WEEKS),
            Map.entry("month", ChronoUnit.MONTHS),
            Map.entry("year", ChronoUnit.YEARS));

    /** Those of fixed words. */
    private static final Map<String, Integer> MINUTES = Map.of(
            "half an hour", 30,
            "half hour", 30,
            "a half hour", 30,
            "a quarter of an hour", 15,
            "quarter of an hour", 15,
            "three quarters of an hour", 45,
            "an hour and a half", 90,
            "one hour and a half", 90);

    private static final List<Form> HALVES = List.of(Form.of("<count> and a half <unit>"));
    private static final List<Form> SUMS = List.of(Form.of("<hours> and <minutes>"), Form.of("<hours> <minutes>"));

    /** The longest one that the phrase can be made of, all of its words taken. */
    static Optional<Lapse> read(Phrase phrase) {
        if (phrase.isEmpty() || phrase.tokens().stream().anyMatch(Token::quoted)) {
            return Optional.empty();
        }
        Optional<Lapse> fixed = Optional.ofNullable(MINUTES.get(phrase.text().toLowerCase(Locale.ROOT)))
                .map(Lapse::minutes);
        return fixed.or(() -> single(phrase)).or(() -> halves(phrase)).or(() -> sum(phrase));
    }

    /** Whether it is less than a day, so that only a time of day can be moved by it. */
    boolean isOfHours() {
        return unit == ChronoUnit.MINUTES;
    }

    /** As it is said: “90 minutes”. */
    String said() {
        return count + " " + unit.name().toLowerCase(Locale.ROOT);
    }

    /** An instant so much later or earlier. */
    Instant from(Instant instant, boolean later) {
        LocalDateTime moment = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        return moment.plus(later ? count : -count, unit).toInstant(ZoneOffset.UTC);
    }

    private static Lapse minutes(int count) {
        return new Lapse(count, ChronoUnit.MINUTES);
    }

    private static Optional<Lapse> single(Phrase phrase) {
        return phrase.size() == 2 ? of(number(phrase.to(1)), phrase.at(1)) : Optional.empty();
    }

    private static Optional<Lapse> halves(Phrase phrase) {
        return Form.matches(HALVES, phrase).stream()
                .filter(match ->
                        match.the("count").size() == 1 && match.the("unit").size() == 1)
                .flatMap(match -> of(
                        number(match.the("count")).map(count -> count.add(new BigDecimal("0.5"))),
                        match.the("unit").at(0))
                        .stream())
                .findFirst();
    }

    /** “1 hour and 30 minutes”. */
    private static Optional<Lapse> sum(Phrase phrase) {
        return Form.matches(SUMS, phrase).stream()
                .filter(match ->
                        isIn(match.the("hours"), ChronoUnit.HOURS) && isIn(match.the("minutes"), ChronoUnit.MINUTES))
                .flatMap(match -> single(match.the("hours"))
                        .flatMap(hours -> single(match.the("minutes"))
                                .map(minutes -> new Lapse(hours.count() + minutes.count(), ChronoUnit.MINUTES)))
                        .stream())
                .findFirst();
    }

    private static boolean isIn(Phrase said, ChronoUnit unit) {
        return said.size() == 2 && UNITS.get(Names.singular(said.at(1).word())) == unit;
    }

    private static Optional<BigDecimal> number(Phrase said) {
        boolean figures = said.at(0).text().matches("\\d{1,4}(?:[.,]\\d{1,2})?");
        return figures
                ? Optional.of(new BigDecimal(said.at(0).text().replace(',', '.')))
                : Dates.count(said.at(0).word()).map(BigDecimal::valueOf);
    }

    /** Hours are counted in minutes; of longer units there are only whole ones. */
    private static Optional<Lapse> of(Optional<BigDecimal> count, Token name) {
        ChronoUnit said = UNITS.get(Names.singular(name.word()));
        boolean hours = said == ChronoUnit.HOURS;
        return said == null
                ? Optional.empty()
                : count.map(found -> hours ? found.multiply(BigDecimal.valueOf(HOUR)) : found)
                        .filter(found ->
                                found.signum() > 0 && found.stripTrailingZeros().scale() <= 0)
                        .map(found -> new Lapse(found.longValueExact(), hours ? ChronoUnit.MINUTES : said));
    }
}
