package io.frontless.assistant.offline;

import io.frontless.assistant.offline.Told.Kind;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds what tells by its form what it is: numbers, days, lengths of time, addresses. */
record ToldNumbers(Turn turn, Phrase words, ToldFinds finds) {

    private static final Set<String> PER = Set.of("per", "a", "an", "every", "each");
    private static final int MONTHS = 12;
    /** What makes a length of time a day: “two weeks ago”, “a week from today”. */
    private static final Set<String> DATING = Set.of("ago", "from");

    private static final Set<String> DAYS = Set.of("day", "week", "fortnight", "month", "year");
    /** How many minutes a unit of time has. */
    static final Map<String, Integer> MINUTES = Map.of("hour", 60, "minute", 1);

    private static final int PHONE_CHARS_MIN = 7;
    private static final List<Form> WEEKDAYS = List.of(
            Form.of("[on] the <day> of the same week"),
            Form.of("[on] the <day> of the same week <rest>"),
            Form.of("[on] the <day> after"),
            Form.of("[on] the following <day>"));

    /** How many words from here are one of these; 0 for none. */
    int read(int i, Phrase rest) {
        int taken = weekday(i, rest);
        taken = taken > 0 ? taken : length(i, rest);
        return taken > 0 ? taken : figure(i, rest);
    }

    /** “The Wednesday of the same week”, “the Monday after”. */
    private int weekday(int i, Phrase rest) {
        for (Form form : WEEKDAYS) {
            for (Match match : form.matches(rest)) {
                Optional<DayOfWeek> day = Arrays.stream(DayOfWeek.values())
                        .filter(one ->
                                one.name().equalsIgnoreCase(match.the("day").text()))
                        .findFirst();
                if (day.isPresent() && match.the("day").size() == 1) {
                    int tokens =
                            rest.size() - (match.has("rest") ? match.the("rest").size() : 0);
                    boolean same = rest.to(tokens).tokens().stream().anyMatch(token -> token.is("same"));
                    return finds.add(
                            Kind.LENGTH,
                            i,
                            tokens,
                            finds.some(Roles::isDate),
                            new ToldMeasure.Weekday(day.get(), same));
                }
            }
        }
        return 0;
    }

    /** “A week”, “half an hour”, “another fortnight”, “14 more days”. */
    private int length(int i, Phrase rest) {
        Optional<Amounts.Amount> amount = Amounts.leading(rest)
                .or(() -> rest.at(0).isOneOf(Set.of("a", "an", "another"))
                        ? Optional.of(new Amounts.Amount(BigDecimal.ONE, false, 0, 1))
                        : Optional.empty());
        if (amount.isEmpty() || amount.get().currency()) {
            return 0;
        }
        int end = amount.get().tokens();
        if (end + 1 < rest.size() && rest.at(end + 1).isOneOf(DATING)) {
            return 0;
        }
        boolean more = end + 1 < rest.size() && rest.at(end).isOneOf(ToldWords.COMPARED);
        end += more ? 1 : 0;
        String unit = end < rest.size() ? Names.singular(rest.at(end).text().toLowerCase(Locale.ROOT)) : "";
        BigDecimal count = amount.get().value();
        boolean each = rest.startsWithOneOf(Set.of("a", "an")) && i > 0 && isAmount(words.at(i - 1));
        if (MINUTES.containsKey(unit)) {
            List<FieldSpec> timed =
                    finds.some(field -> Roles.isNumber(field) && unitOf(field).isPresent());
            return each || timed.isEmpty()
                    ? 0
                    : finds.add(Kind.LENGTH, i, end + 1, timed, new AdjustReading.By(null, count, unit));
        }
        if (!DAYS.contains(unit) || each) {
            return 0;
        }
        int tokens = end + 1;
        return inDays(count, unit)
                .map(by -> finds.add(Kind.LENGTH, i, tokens, finds.some(Roles::isDate), by))
                .orElse(0);
    }

    /** A fortnight is 14 days, half a year 6 months; half a day is none of a date. */
    private static Optional<AdjustReading.By> inDays(BigDecimal count, String unit) {
        BigDecimal whole = count.multiply(BigDecimal.valueOf(unit.equals("fortnight") ? 14 : 1));
        if (whole.stripTrailingZeros().scale() <= 0) {
            return Optional.of(new AdjustReading.By(null, whole, unit.equals("fortnight") ? "day" : unit));
        }
        BigDecimal months = count.multiply(BigDecimal.valueOf(MONTHS));
        return unit.equals("year") && months.stripTrailingZeros().scale() <= 0
                ? Optional.of(new AdjustReading.By(null, months, "month"))
                : Optional.empty();
    }

    private static boolean isAmount(Token token) {
        return (token.isWord() && token.text().matches(".*\\d.*"))
                || token.isOneOf(Set.of("euro", "euros", "pounds", "pound", "pence", "cents"));
    }

    /** “Hour” of what is counted in hours, “minute” of minutes. */
    private Optional<String> unitOf(FieldSpec field) {
        return turn.schema().stems(field.label()).stream()
                .filter(MINUTES::containsKey)
                .findFirst();
    }

    private int figure(int i, Phrase rest) {
        for (FieldType type : List.of(FieldType.EMAIL, FieldType.URL, FieldType.PHONE)) {
            List<FieldSpec> some = finds.some(field -> field.type() == type);
            int tokens = some.isEmpty() ? 0 : turn.values().leading(some.get(0), rest);
            if (tokens > 0 && (type != FieldType.PHONE || rest.to(tokens).text().length() >= PHONE_CHARS_MIN)) {
                return finds.add(Kind.FIGURE, i, tokens, some, null);
            }
        }
        Optional<Dates.Dated> date = Dates.leading(rest, turn.request().today())
                .filter(read -> read.span().isDay())
                .filter(read -> read.tokens() > 1 || Amounts.leading(rest).isEmpty());
        if (date.isPresent() && rest.startsWith("now")) {
            return 1;
        }
        if (date.isPresent()) {
            return finds.add(Kind.FIGURE, i, date.get().tokens(), finds.some(Roles::isDate), null);
        }
        return amount(i, rest);
    }

    private int amount(int i, Phrase rest) {
        boolean signed = rest.at(0).text().matches("\\+\\d{1,9}(\\.\\d+)?%?");
        Phrase said = signed ? rest.unsigned() : rest;
        int percent = Amounts.percent(said.to(1)).isPresent()
                ? 1
                : said.size() > 1 && Amounts.percent(said.to(2)).isPresent() ? 2 : 0;
        Optional<Amounts.Amount> amount = Amounts.leading(said);
        boolean one = said.at(0).is("one") && !(said.size() > 1 && said.at(1).isOneOf(ToldWords.COMPARED));
        if (percent == 0 && (amount.isEmpty() || one)) {
            return 0;
        }
        int tokens = percent > 0 ? percent : amount.get().tokens();
        if (isCounting(i, said.from(tokens))) {
            return tokens;
        }
        if (said.size() > tokens + 1 && said.at(tokens + 1).is("ago")) {
            return finds.add(Kind.UNKNOWN, i, tokens + 2, List.of(), null);
        }
        List<FieldSpec> numbers = finds.some(Roles::isNumber);
        List<FieldSpec> money = finds.some(field -> field.type() == FieldType.MONEY);
        boolean currency = percent == 0 && amount.get().currency() && !money.isEmpty();
        Phrase after = said.from(tokens);
        boolean per = after.size() > 1 && after.at(0).isOneOf(PER) && Asides.isTime(after.at(1));
        List<FieldSpec> paid = per ? paidBy(money, after.at(1)) : List.of();
        finds.add(Kind.FIGURE, i, tokens, !paid.isEmpty() ? paid : currency ? money : numbers, null);
        return tokens + (per ? 2 : 0);
    }

    /** “All three of them”. */
    private boolean isCounting(int i, Phrase after) {
        boolean all = i > 0 && words.at(i - 1).isOneOf(Set.of("all", "those", "these", "the"));
        boolean those = i > 0 && words.at(i - 1).isOneOf(Set.of("those", "these"));
        return those
                || (all && after.isEmpty())
                || (after.size() > 1 && after.startsWith("of") && after.at(1).isOneOf(ToldWords.THEM));
    }

    private List<FieldSpec> paidBy(List<FieldSpec> money, Token unit) {
        String root = Names.root(Names.singular(unit.text().toLowerCase(Locale.ROOT)));
        List<FieldSpec> some = money.stream()
                .filter(field -> turn.schema().stems(field.label()).stream()
                        .anyMatch(word -> Names.root(word).startsWith(root)))
                .toList();
        return some.isEmpty()
                ? Roles.paid(money, Sentence.read("per " + unit.text()).words())
                : some;
    }
}
