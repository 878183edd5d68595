package io.frontless.assistant.offline;

import io.frontless.assistant.offline.Mentions.Cue;
import io.frontless.assistant.offline.Mentions.Value;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.schema.control.EntityView;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads what tells by its form what it is, numbers, days, lengths of time and addresses, and which way a number goes. */
record Figures(Turn turn, EntityView entity, Mentions mentions, Phrase words, List<FieldSpec> fields) {

    private static final Set<String> UP = Set.of(
            "raise increase add plus up more extra further another higher later longer postpone delay extend push prolong bump + dearer grow"
                    .split(" "));
    private static final Set<String> DOWN = Set.of(
            "lower reduce decrease minus less off down fewer cheaper earlier sooner forward cut knock subtract deduct shave shorten shorter smaller lighter discount rebate -"
                    .split(" "));
    private static final Set<String> PARTICLES = Set.of(
            "up", "down", "off", "more", "less", "lower", "further", "later", "earlier", "longer", "shorter", "sooner",
            "another", "extra");
    private static final Set<String> CLEARING =
            Set.of("clear", "empty", "remove", "delete", "erase", "unset", "blank", "drop", "without", "no");
    /** “Delete her” means the record, and none of its values. */
    private static final Set<String> THEM = Set.of("it", "them", "him", "her", "this", "these", "those", "both", "all");

    private static final Set<String> OF_TIME =
            Set.of("earlier", "sooner", "later", "forward", "back", "longer", "out", "on");
    private static final Set<String> EACH = Set.of("a", "an", "per");
    private static final Set<String> ONE = Set.of("a", "an", "one");
    private static final Set<String> LIMITS = Set.of("least", "most");
    private static final Set<String> UNITS = Set.of("day", "week", "month", "year");
    private static final Set<String> CONSUMING = Set.of("use", "eat", "drink", "burn");

    /** A shorter number is rather an amount. */
    private static final int PHONE_CHARS_MIN = 7;

    private static final Set<String> LATER = Set.of("later", "back", "longer", "out", "on");

    /** “A week off” is less of nothing, and “at least one” tells of which records. */
    static boolean isNone(Phrase rest) {
        boolean free = rest.size() > 2
                && (rest.at(0).isOneOf(ONE)
                        || Dates.count(rest.at(0).text().toLowerCase(Locale.ROOT))
                                .isPresent())
                && UNITS.contains(Names.singular(rest.at(1).text().toLowerCase(Locale.ROOT)))
                && rest.at(2).is("off")
                && (rest.size() == 3 || !rest.at(3).isWord());
        boolean limit = rest.size() > 1 && rest.at(0).is("at") && rest.at(1).isOneOf(LIMITS);
        return free || limit;
    }

    /** “Three days later”, “by two weeks”. */
    int length(int i) {
        Phrase rest = words.from(i);
        if (rest.size() < 2
                || Dates.count(rest.at(0).text().toLowerCase(Locale.ROOT)).isEmpty()) {
            return 0;
        }
        boolean unit = UNITS.contains(Names.singular(rest.at(1).text().toLowerCase(Locale.ROOT)));
        boolean after = rest.size() > 2 && rest.at(2).isOneOf(OF_TIME);
        boolean before = i > 0 && words.at(i - 1).is("by");
        if (!unit || !(after || before)) {
            return 0;
        }
        List<FieldSpec> dates = fields.stream().filter(Roles::isDate).toList();
        mentions.values().add(new Value(rest.to(2), dates, null, i, false));
        mentions.tellsLength();
        mentions.goes(after && rest.at(2).isOneOf(LATER), after && !rest.at(2).isOneOf(LATER));
        return after ? 3 : 2;
    }

    /** A day, or a time of it that a text holds. */
    int date(int i) {
        Phrase rest = words.from(i);
        int clock = clock(i, rest);
        if (clock > 0) {
            return clock;
        }
        List<FieldSpec> dates = fields.stream().filter(Roles::isDate).toList();
        Optional<Dates.Dated> date = Dates.leading(rest, turn.request().today())
                .filter(found -> found.span().isDay())
                .filter(found -> found.tokens() > 1 || Amounts.leading(rest).isEmpty());
        boolean since = date.isPresent() && i > 0 && words.at(i - 1).isOneOf(Set.of("from", "of"));
        if (date.isPresent() && !(since && isToday(date.get()))) {
            mentions.values().add(new Value(rest.to(date.get().tokens()), dates, null, i, false));
        }
        return date.map(Dates.Dated::tokens).orElse(0);
    }

    private int clock(int i, Phrase rest) {
        int length = ValueReader.timed(rest);
        Clocks clocks = new Clocks(turn, entity);
        List<FieldSpec> times = length == 0
                ? List.of()
                : clocks.fields().stream().filter(fields::contains).toList();
        Optional<String> time = times.stream().findFirst().flatMap(field -> clocks.read(field, rest.to(length)));
        time.ifPresent(text -> mentions.values().add(new Value(rest.to(length), times, text, i, false)));
        return time.isPresent() ? length : 0;
    }

    /** “From today on” tells that it is so now. */
    private boolean isToday(Dates.Dated date) {
        return date.span().from().equals(turn.request().today());
    }

    int amount(int i) {
        Phrase rest = unsigned(words.from(i));
        List<FieldSpec> numbers = fields.stream().filter(Roles::isNumber).toList();
        int percent = Amounts.percent(rest.to(1)).isPresent()
                ? 1
                : rest.size() > 1 && Amounts.percent(rest.to(2)).isPresent() ? 2 : 0;
        Optional<Amounts.Amount> amount = Amounts.leading(rest);
        if (percent == 0 && (amount.isEmpty() || rest.at(0).is("one"))) {
            return 0;
        }
        List<FieldSpec> money = numbers.stream()
                .filter(field -> field.type() == FieldType.MONEY)
                .toList();
        boolean currency = percent == 0 && amount.get().currency() && !money.isEmpty();
        int tokens = percent > 0 ? percent : amount.get().tokens();
        List<FieldSpec> paid = Roles.paid(money, rest.from(tokens));
        if (!paid.isEmpty()) {
            mentions.values().add(new Value(rest.to(tokens), paid, null, i, false));
            boolean compared =
                    i + tokens + 2 < words.size() && words.at(i + tokens + 2).isOneOf(PARTICLES);
            if (paid.size() == 1 && compared) {
                mentions.cues().add(new Cue(paid.get(0), i + tokens, i + tokens + 2, false));
            }
            return tokens + 2;
        }
        List<FieldSpec> weights = numbers.stream().filter(Roles::isWeight).toList();
        if (!weights.isEmpty() && tokens < rest.size() && Amounts.isWeight(rest.at(tokens))) {
            mentions.values().add(new Value(rest.to(tokens), weights, null, i, false));
            return tokens + 1;
        }
        List<FieldSpec> timed = percent > 0 ? List.of() : timed(numbers, rest.from(tokens));
        if (timed.size() == 1) {
            mentions.values().add(new Value(rest.to(tokens), timed, null, i, false));
            mentions.cues().add(new Cue(timed.get(0), i + tokens, i + tokens + 2, false));
            return tokens + 2;
        }
        boolean share = percent > 0
                && !money.isEmpty()
                && mentions.cues().stream().noneMatch(cue -> numbers.contains(cue.field()));
        mentions.values().add(new Value(rest.to(tokens), currency || share ? money : numbers, null, i, false));
        return tokens;
    }

    /** “An hour longer”, “one more guest”: one of what a number counts. */
    int oneUnit(int i) {
        List<FieldSpec> numbers = fields.stream().filter(Roles::isNumber).toList();
        if (!isOneUnit(words.from(i), numbers)) {
            return 0;
        }
        mentions.values().add(new Value(Phrase.quoted("1"), numbers, null, i, false));
        return 1;
    }

    private boolean isOneUnit(Phrase rest, List<FieldSpec> numbers) {
        int unit = rest.size() > 1 && rest.at(1).isOneOf(PARTICLES) ? 2 : 1;
        boolean one = rest.size() > 2
                && rest.startsWithOneOf(ONE)
                && (unit == 2 || rest.at(2).isOneOf(PARTICLES))
                && unit < rest.size();
        return one
                && numbers.stream().anyMatch(field -> turn.schema()
                        .stems(field.label())
                        .contains(Names.singular(rest.at(unit).text().toLowerCase(Locale.ROOT))));
    }

    /** “15 an hour” of an hourly wage, “30 per night” of a price per night. */
    private List<FieldSpec> timed(List<FieldSpec> numbers, Phrase rest) {
        boolean each = rest.size() > 1 && rest.startsWithOneOf(EACH);
        String unit = each ? Names.root(rest.at(1).text()) : "";
        return each && Asides.isTime(rest.at(1))
                ? numbers.stream()
                        .filter(field -> field.type() == FieldType.MONEY)
                        .filter(field -> turn.schema().stems(field.label()).stream()
                                .anyMatch(word -> Names.root(word).equals(unit)))
                        .toList()
                : List.of();
    }

    /** “+4” is four more. */
    private Phrase unsigned(Phrase rest) {
        Token first = rest.at(0);
        boolean signed = first.isWord()
                && first.text().matches("\\+\\d{1,9}(\\.\\d+)?%?")
                && first.text().length() < PHONE_CHARS_MIN;
        if (!signed) {
            return rest;
        }
        mentions.goes(true, false);
        return rest.unsigned();
    }

    /** An e-mail address, a phone number or the like, which tells by its form what it is. */
    int written(int i) {
        Phrase rest = words.from(i);
        for (FieldType type : List.of(FieldType.EMAIL, FieldType.URL, FieldType.PHONE)) {
            List<FieldSpec> some =
                    fields.stream().filter(field -> field.type() == type).toList();
            int tokens = some.isEmpty() ? 0 : turn.values().leading(some.get(0), rest);
            boolean surely = type != FieldType.PHONE || rest.to(tokens).text().length() >= PHONE_CHARS_MIN;
            if (tokens > 0 && surely) {
                mentions.values().add(new Value(rest.to(tokens), some, null, i, false));
                return tokens;
            }
        }
        return 0;
    }

    /** Whether “up” tells what there is less of: “used up 3”. */
    static boolean isUsedUp(Phrase words, int up) {
        return up > 0
                && words.at(up).is("up")
                && Words.isFormOf(words.at(up - 1).text(), CONSUMING);
    }

    int way(int i) {
        Token token = words.at(i);
        boolean counts = !token.isOneOf(PARTICLES) || isBesideNumber(i);
        boolean usedUp = isUsedUp(words, i);
        boolean rises = counts && token.isOneOf(UP) && !usedUp;
        boolean falls = counts && (token.isOneOf(DOWN) || usedUp);
        mentions.goes(rises, falls);
        if (token.isOneOf(CLEARING)) {
            if (i + 1 < words.size() && words.at(i + 1).isOneOf(THEM)) {
                return 0;
            }
            mentions.tellsToClear();
        }
        boolean dear =
                (rises || falls) && i + 1 < words.size() && words.at(i + 1).is("expensive");
        return dear ? 2 : rises || falls || token.isOneOf(CLEARING) ? 1 : 0;
    }

    /** “Up 4%”, “up by 4%”, “500 off”: otherwise “off” and “up” belong to a verb. */
    private boolean isBesideNumber(int i) {
        int next = i + 1 < words.size() && words.at(i + 1).is("by") ? i + 2 : i + 1;
        boolean before = next < words.size()
                && (Amounts.leading(words.from(next)).isPresent()
                        || Amounts.percent(words.sub(next, next + 1)).isPresent());
        Value last = mentions.lastValue();
        return before || (last != null && last.fixed() == null && mentions.end(last) == i);
    }
}
