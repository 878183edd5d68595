package io.frontless.assistant.offline;

import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.schema.control.EntityView;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the parts of a description that tell by their form what they are: addresses, numbers, days and money. Each method answers how many tokens
 * from a place it has read, 0 for none.
 */
record DescribedFigures(Turn turn, EntityView entity, Phrase words, NewValues values) {

    /** A shorter number is rather an amount. */
    private static final int PHONE_CHARS_MIN = 7;

    private static final Set<String> UNTIL = Set.of("due", "by", "until", "till");
    private static final Set<String> ON = Set.of("on", "by", "at", "in", "from", "since");
    private static final Set<String> COSTING = Set.of("for", "at", "over", "costs", "costing", "worth");
    private static final Set<String> TO = Set.of("to", "until", "till", "-", "–");
    private static final int SPAN_TOKENS_MAX = 6;
    /** What was promised is still to come. */
    private static final Set<String> PROMISED = Set.of(
            "promised",
            "planned",
            "scheduled",
            "booked",
            "expected",
            "reserved",
            "needed",
            "wanted",
            "required",
            "promise",
            "plan",
            "schedule",
            "book",
            "expect",
            "reserve",
            "need");

    private static final int PAST_MONTHS = 6;
    private static final Set<String> AS = Set.of("as", "in", "of");
    private static final Set<String> PIECES = Set.of("piece", "pieces", "pcs", "units", "copies");
    private static final Set<String> PRICES = Set.of("price", "amount", "total", "cost", "value", "fee");
    private static final Set<String> EACH = Set.of("each", "apiece");

    /** The number that it has, of what is called by one: it comes first. */
    int title(int i) {
        Optional<FieldSpec> number = entity.titleField()
                .filter(field -> field.type() == FieldType.INTEGER && !values.has(field))
                .filter(field -> words.at(i).text().matches("\\d+")
                        && words.to(i).tokens().stream().allMatch(Token::isMark));
        number.ifPresent(field -> give(field, words.sub(i, i + 1)));
        return number.isPresent() ? 1 : 0;
    }

    /** “A payment on B-85, PAY-510, …”: a part that is a number like those of others of its kind. */
    boolean isNumber(FieldSpec title, int i) {
        boolean part = i > 0
                && words.at(i - 1).isMark()
                && (i + 1 == words.size() || words.at(i + 1).isMark());
        return part
                && Description.isNumber(words.at(i))
                && !values.has(title)
                && NewThing.numbered(turn, words.at(i).text().replaceFirst("\\d.*", ""))
                        .filter(entity::equals)
                        .isPresent();
    }

    /** An e-mail address, a phone number or the like. */
    int written(int i) {
        Phrase rest = words.from(i);
        for (FieldType type : List.of(FieldType.EMAIL, FieldType.URL, FieldType.PHONE)) {
            Optional<FieldSpec> field = values.only(one -> one.type() == type);
            int tokens = field.map(one -> turn.values().leading(one, rest)).orElse(0);
            boolean surely = type != FieldType.PHONE
                    || (rest.to(tokens).text().length() >= PHONE_CHARS_MIN
                            && Dates.leading(rest, turn.request().today()).isEmpty());
            if (tokens > 0 && surely) {
                give(field.get(), rest.to(tokens));
                return tokens;
            }
        }
        return 0;
    }

    /** “4 seats”, “two copies” of what has a quantity, “420 kg” of what has a weight. */
    int counted(int i) {
        Phrase rest = words.from(i);
        Optional<Amounts.Amount> amount = Amounts.leading(rest);
        int number = amount.map(Amounts.Amount::tokens).orElse(0);
        if (number == 0 || number == rest.size() || !rest.at(number).isWord() || Roles.isPer(rest.from(number))) {
            return 0;
        }
        int led = rest.at(number).isOneOf(AS) && number + 1 < rest.size() ? number + 1 : number;
        Optional<SchemaLinker.Named<FieldSpec>> named = named(rest.from(led));
        if (named.isPresent()) {
            give(named.get().thing(), rest.to(number));
            int end = led + named.get().length();
            return end + per(named.get().thing(), rest.from(end));
        }
        if (amount.filter(Amounts.Amount::currency).isPresent()) {
            return 0;
        }
        Optional<FieldSpec> measured = Measure.ofAdjective(rest.at(number))
                .flatMap(measure -> NewValues.one(values.free(measure.fields(entity))));
        if (measured.isPresent()) {
            give(measured.get(), rest.to(number));
            return number + 1;
        }
        if (State.leading(turn.schema(), entity, rest.from(number)) > 0) {
            Optional<FieldSpec> pieces = values.only(Roles::isQuantity);
            pieces.ifPresent(one -> give(one, rest.to(number)));
            return pieces.isPresent() ? number : 0;
        }
        if (rest.at(number).isOneOf(PIECES)) {
            Optional<FieldSpec> stock = NewValues.one(values.free(Roles.stock(entity)));
            stock.ifPresent(one -> give(one, rest.to(number)));
            if (stock.isPresent()) {
                return number + 1;
            }
        }
        if (new KnownValues(turn, entity).isReference(rest.from(number), values.taken())) {
            Optional<FieldSpec> pieces = values.only(Roles::isQuantity);
            pieces.ifPresent(one -> give(one, rest.to(number)));
            return pieces.isPresent() ? number : 0;
        }
        boolean thing = rest.at(number).text().matches("\\p{Ll}{3,}")
                && !Light.isJoining(rest.at(number))
                && Dates.leading(rest, turn.request().today()).isEmpty();
        Optional<FieldSpec> field = Amounts.isWeight(rest.at(number))
                ? values.only(Roles::isWeight)
                : thing ? values.only(Roles::isQuantity) : Optional.empty();
        field.ifPresent(one -> give(one, rest.to(number)));
        return field.isPresent() ? number + 1 : 0;
    }

    /** The number that the words name, by its whole name or by one of its words. */
    private Optional<SchemaLinker.Named<FieldSpec>> named(Phrase rest) {
        Phrase unit = rest.startsWith("h") ? Sentence.read("hours").words() : rest.to(0);
        return turn.schema()
                .leadingField(entity, rest)
                .or(() -> unit.isEmpty()
                        ? Optional.empty()
                        : new FieldParts(turn, entity).of(unit.at(0)).map(part -> new SchemaLinker.Named<>(part, 1)))
                .or(() -> new FieldParts(turn, entity).of(rest.at(0)).map(part -> new SchemaLinker.Named<>(part, 1)))
                .or(() -> Unit.field(entity, rest))
                .filter(found -> Roles.isNumber(found.thing()) && !values.has(found.thing()));
    }

    /** “A week”, of what is called weekly. */
    private static int per(FieldSpec field, Phrase rest) {
        return Roles.paid(List.of(field), rest).isEmpty() ? 0 : 2;
    }

    /** “Due Friday”, “published 12 March 2026”, “for Saturday”. */
    int day(int i) {
        Phrase rest = words.from(i);
        boolean until = rest.startsWithOneOf(UNTIL);
        List<FieldSpec> told =
                rest.at(0).isWord() ? Roles.dates(entity, rest.at(0).text().toLowerCase(Locale.ROOT)) : List.of();
        int skip = until || !told.isEmpty() ? 1 : 0;
        int lasts = told.isEmpty() ? 0 : lasting(told, rest.from(1));
        if (lasts > 0) {
            return 1 + lasts;
        }
        boolean ahead = Dates.leading(rest.from(skip), turn.request().today()).isPresent();
        skip += skip > 0 && !ahead && rest.size() > skip + 1 && rest.at(skip).isOneOf(ON) ? 1 : 0;
        Phrase day = rest.from(skip);
        Optional<Dates.Dated> date = Dates.leading(day, turn.request().today())
                .filter(found -> found.span().isDay())
                .filter(found -> found.tokens() > 1 || Amounts.leading(day).isEmpty());
        List<FieldSpec> among = told.isEmpty() ? until ? Roles.due(entity) : dates() : told;
        Optional<FieldSpec> field = NewValues.one(values.free(among))
                .or(() -> told.isEmpty() && !until ? NewValues.one(values.free(Roles.day(entity))) : Optional.empty());
        if (date.isEmpty() || field.isEmpty()) {
            return 0;
        }
        int length = turn.values().leading(field.get(), day);
        give(field.get(), day.to(length));
        return skip + length;
    }

    private List<FieldSpec> dates() {
        return entity.fields().stream().filter(Roles::isDate).toList();
    }

    /** “From 20 to 23 October” or without “from”, of what has two days: it begins on the one and ends on the other. */
    int span(int i) {
        Phrase rest = words.from(i);
        int from = rest.startsWith("from") ? 1 : 0;
        int to = 1;
        while (to < Math.min(rest.size(), SPAN_TOKENS_MAX) && !rest.at(to).isOneOf(TO)) {
            to++;
        }
        List<FieldSpec> days = values.free(dates());
        if (days.size() != 2
                || !(from > 0 || rest.at(0).text().matches("\\d+"))
                || to + 1 >= rest.size()
                || !rest.at(to).isOneOf(TO)) {
            return 0;
        }
        LocalDate today = turn.request().today();
        Optional<Dates.Dated> last = Dates.leading(rest.from(to + 1), today)
                .filter(found -> found.span().isDay());
        Phrase begin = rest.sub(from, to);
        Optional<LocalDate> first =
                last.flatMap(found -> Dates.parse(begin.text(), today).or(() -> Amounts.count(begin)
                        .flatMap(day -> sameMonth(day, found.span().from()))));
        if (first.filter(day -> !day.isAfter(last.get().span().from())).isEmpty()) {
            return 0;
        }
        values.give(days.get(0), first.get().toString());
        values.give(days.get(1), last.get().span().from().toString());
        return to + 1 + last.get().tokens();
    }

    private static Optional<LocalDate> sameMonth(int day, LocalDate other) {
        return day > 0 && day <= other.getDayOfMonth() ? Optional.of(other.withDayOfMonth(day)) : Optional.empty();
    }

    /** “Valid for two years”: until when, counted from the day that it begins, or from today. */
    private int lasting(List<FieldSpec> told, Phrase rest) {
        Optional<FieldSpec> until = NewValues.one(values.free(told)).filter(Roles::isUntil);
        boolean length = rest.size() > 2 && rest.startsWith("for");
        LocalDate from = values.onlyDay().orElse(turn.request().today());
        Optional<Dates.Dated> end = until.isPresent() && length
                ? Dates.leading(Sentence.read("in " + rest.sub(1, 3).text()).words(), from)
                : Optional.empty();
        end.ifPresent(found -> values.give(until.get(), found.span().from().toString()));
        return end.isPresent() ? 3 : 0;
    }

    /** “At 10:15”, where a text holds the time. */
    int clock(int i) {
        Phrase rest = words.from(i);
        int length = ValueReader.timed(rest);
        Clocks clocks = new Clocks(turn, entity);
        Optional<FieldSpec> field = length == 0 ? Optional.empty() : values.only(clocks.fields()::contains);
        Optional<String> time = field.flatMap(one -> clocks.read(one, rest.to(length)));
        time.ifPresent(text -> values.give(field.orElseThrow(), text));
        return time.isPresent() ? length : 0;
    }

    /** “10.99”, “for 640 each”, “95 a month”: money says so by its form, or by a word before or after it. */
    int money(int i) {
        int before = words.at(i).isOneOf(COSTING) ? 1 : 0;
        Phrase rest = words.from(i + before);
        Optional<Amounts.Amount> amount = rest.isEmpty() ? Optional.empty() : Amounts.leading(rest);
        if (amount.isEmpty()) {
            return 0;
        }
        int number = amount.get().tokens();
        Optional<FieldSpec> price = price(rest.from(number));
        if (price.isEmpty()) {
            return 0;
        }
        int after = share(price.get(), rest.from(number));
        boolean each = rest.from(number).startsWithOneOf(EACH);
        boolean money = before > 0
                || (after > 0 && !each)
                || amount.get().currency()
                || amount.get().value().scale() > 0
                || rest.at(0).text().matches("(?i).*\\dk");
        int end = number + after;
        boolean whole = end == rest.size() || rest.at(end).isMark() || Light.isJoining(rest.at(end));
        if (!money || !whole) {
            return 0;
        }
        give(price.get(), rest.to(number));
        return before + end;
    }

    /** The price for what the words name, else the only one. */
    private Optional<FieldSpec> price(Phrase after) {
        List<FieldSpec> prices = values.free(entity.fields().stream()
                .filter(field -> field.type() == FieldType.MONEY && !values.isTitle(field))
                .toList());
        return NewValues.one(prices)
                .or(() -> NewValues.one(Roles.paid(prices, after)))
                .or(() -> NewValues.one(prices.stream()
                        .filter(field ->
                                turn.schema().stems(field.label()).stream().anyMatch(PRICES::contains))
                        .toList()));
    }

    /** “Acme, 135, due …”: a part of its own, where only one number is left that it can be. */
    int alone(int i) {
        boolean begins = i > 0 && words.at(i - 1).isMark();
        int number = begins
                ? Amounts.leading(words.from(i)).map(Amounts.Amount::tokens).orElse(0)
                : 0;
        boolean ends = number > 0
                && (i + number == words.size() || words.at(i + number).isMark() || isBy(i + number));
        Optional<FieldSpec> field = ends
                ? NewValues.one(entity.fields().stream().filter(Roles::isNumber).toList())
                : Optional.empty();
        Optional<FieldSpec> free = field.filter(one -> !values.has(one));
        free.ifPresent(one -> give(one, words.sub(i, i + number)));
        return free.isPresent() ? number : 0;
    }

    /** “By card”, which is how it is paid. */
    private boolean isBy(int i) {
        return words.at(i).is("by") && State.leading(turn.schema(), entity, words.from(i + 1)) > 0;
    }

    /** How many tokens tell what a price is for: “each”, and “a month” of what is called monthly. */
    private static int share(FieldSpec price, Phrase rest) {
        return rest.startsWithOneOf(EACH) ? 1 : Roles.paid(List.of(price), rest).isEmpty() ? 0 : 2;
    }

    private void give(FieldSpec field, Phrase said) {
        values.give(field, read(field, said));
    }

    /** The value; a day without a year is the next to come, unless the field tells what has been. */
    Object read(FieldSpec field, Phrase said) {
        LocalDate today = turn.request().today();
        List<String> label = turn.schema().stems(field.label());
        boolean past = label.contains("since") || (Words.isPast(label.get(0)) && !PROMISED.contains(label.get(0)));
        return Dates.leading(said, today)
                .filter(day -> field.type() == FieldType.DATE && past && day.tokens() == said.size())
                .filter(Dates.Dated::yearless)
                .map(day -> day.leaning(today, true).span().from())
                .filter(day ->
                        label.contains("since") || day.plusMonths(PAST_MONTHS).isAfter(today))
                .<Object>map(LocalDate::toString)
                .orElseGet(() -> turn.values().read(field, said));
    }
}
