package io.frontless.assistant.offline;

import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.schema.control.EntityView;
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
    private static final Set<String> ON = Set.of("on", "by", "at", "in");
    private static final Set<String> COSTING = Set.of("for", "at", "costs", "costing", "worth");
    private static final Set<String> CLOCKS = Set.of("time", "start", "begin", "clock");
    private static final Set<String> EACH = Set.of("each", "apiece");

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
        int number = Amounts.leading(rest)
                .filter(amount -> !amount.currency())
                .map(Amounts.Amount::tokens)
                .orElse(0);
        if (number == 0 || number == rest.size() || !rest.at(number).isWord() || Roles.isPer(rest.from(number))) {
            return 0;
        }
        Optional<SchemaLinker.Named<FieldSpec>> named =
                turn.schema().leadingField(entity, rest.from(number)).filter(found -> Roles.isNumber(found.thing()));
        if (named.isPresent()) {
            give(named.get().thing(), rest.to(number));
            return number + named.get().length();
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

    /** “Due Friday”, “published 12 March 2026”, “for Saturday”. */
    int day(int i) {
        Phrase rest = words.from(i);
        boolean until = rest.startsWithOneOf(UNTIL);
        List<FieldSpec> told =
                rest.at(0).isWord() ? Roles.dates(entity, rest.at(0).text().toLowerCase(Locale.ROOT)) : List.of();
        int skip = until || !told.isEmpty() ? 1 : 0;
        skip += skip > 0 && rest.size() > skip + 1 && rest.at(skip).isOneOf(ON) ? 1 : 0;
        Phrase day = rest.from(skip);
        Optional<Dates.Dated> date = Dates.leading(day, turn.request().today())
                .filter(found -> found.span().isDay())
                .filter(found -> found.tokens() > 1 || Amounts.leading(day).isEmpty());
        List<FieldSpec> among = told.isEmpty() ? until ? Roles.due(entity) : dates() : told;
        Optional<FieldSpec> field = NewValues.one(values.free(among));
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

    /** “At 10:15”, where a text holds the time. */
    int clock(int i) {
        Phrase rest = words.from(i);
        int length = ValueReader.timed(rest);
        Optional<FieldSpec> field = length == 0
                ? Optional.empty()
                : values.only(one -> one.type() == FieldType.TEXT
                        && Names.stems(one.label()).stream().anyMatch(CLOCKS::contains));
        field.ifPresent(one -> values.give(one, rest.at(length - 1).text()));
        return field.isPresent() ? length : 0;
    }

    /** “10.99”, “for 640 each”, “95 a month”: money says so by its form, or by a word before or after it. */
    int money(int i) {
        Optional<FieldSpec> price = values.only(one -> one.type() == FieldType.MONEY);
        int before = words.at(i).isOneOf(COSTING) ? 1 : 0;
        Phrase rest = words.from(i + before);
        Optional<Amounts.Amount> amount = price.isEmpty() || rest.isEmpty() ? Optional.empty() : Amounts.leading(rest);
        if (amount.isEmpty()) {
            return 0;
        }
        int number = amount.get().tokens();
        int after = share(price.get(), rest.from(number));
        boolean each = rest.from(number).startsWithOneOf(EACH);
        boolean money = before > 0
                || (after > 0 && !each)
                || amount.get().currency()
                || amount.get().value().scale() > 0;
        int end = number + after;
        boolean whole = end == rest.size() || rest.at(end).isMark() || Light.isJoining(rest.at(end));
        if (!money || !whole) {
            return 0;
        }
        give(price.get(), rest.to(number));
        return before + end;
    }

    /** How many tokens tell what a price is for: “each”, and “a month” of what is called monthly. */
    private static int share(FieldSpec price, Phrase rest) {
        return rest.startsWithOneOf(EACH) ? 1 : Roles.paid(List.of(price), rest).isEmpty() ? 0 : 2;
    }

    private void give(FieldSpec field, Phrase said) {
        values.give(field, turn.values().read(field, said));
    }
}
