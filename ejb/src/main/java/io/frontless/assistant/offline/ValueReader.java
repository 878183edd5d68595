package io.frontless.assistant.offline;

import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.record.control.RecordView;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Reads what a phrase means as the value of a field; a value of the wrong type is answered by the field's name. */
record ValueReader(RecordFinder records, SchemaLinker schema, LocalDate today) {

    private static final Set<String> YES = Set.of("yes", "true", "on", "y");
    private static final Set<String> NO = Set.of("no", "false", "off", "n");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>(),;]+@[^\\s@<>(),;]+\\.[^\\s@<>().,;]+");
    private static final Pattern PHONE = Pattern.compile("(?=(?:\\D*\\d){3})[+0-9(][+0-9 ()./x-]{2,39}");
    /** “At the Schlosshof”: the place is called without it. */
    private static final Pattern ARTICLE = Pattern.compile("^the (?=\\p{Lu})");

    private static final Pattern METRES = Pattern.compile("\\d+(?:[.,]\\d+)? ?m");
    private static final int MILLION = 6;
    private static final Pattern URL = Pattern.compile("https?://\\S+");
    private static final Pattern TIME =
            Pattern.compile("(?<date>.+?)[T ](?:at )?(?<time>\\d{1,2}:\\d{2}(?::\\d{2})?)Z?");
    private static final Pattern HALF =
            Pattern.compile("(?i)(?<date>.+?) (?:at )?(?<hour>1[0-2]|[1-9])(?::(?<minute>[0-5]\\d))? ?(?<half>[ap])m");
    private static final Pattern CLOCK =
            Pattern.compile("(?i)\\d{1,2}:\\d{2}(?::\\d{2})?|(?:1[0-2]|[1-9])(?::[0-5]\\d)?[ap]m");

    /** The value in JSON's own types. */
    Object read(FieldSpec field, Phrase phrase) {
        return switch (field.type()) {
            case TEXT, LONG_TEXT -> text(field, phrase);
            case INTEGER -> integer(field, phrase);
            case DECIMAL -> number(field, phrase);
            case MONEY -> money(field, phrase);
            case DATE -> date(field, phrase).toString();
            case DATETIME -> datetime(field, phrase);
            case BOOLEAN -> flag(phrase).orElseThrow(() -> wrong(field, "yes or no", phrase));
            case CHOICE -> schema.option(field, phrase).orElseThrow(() -> noSuchOption(field, phrase));
            case EMAIL -> matching(field, phrase, EMAIL, "an e-mail address");
            case PHONE -> matching(field, phrase, PHONE, "a phone number");
            case URL -> matching(field, phrase, URL, "an address that starts with https://");
            case REFERENCE -> reference(field, phrase);
        };
    }

    /** How many of the first tokens are surely a value of the field; 0 where none is, and for text, which has no form. */
    int leading(FieldSpec field, Phrase phrase) {
        return switch (field.type()) {
            case INTEGER, DECIMAL, MONEY -> amount(field, phrase);
            case DATE ->
                Dates.leading(phrase, today)
                        .filter(date -> date.span().isDay())
                        .map(Dates.Dated::tokens)
                        .orElse(0);
            case BOOLEAN -> longest(phrase, words -> flag(words).isPresent());
            case CHOICE -> longest(phrase, words -> schema.option(field, words).isPresent());
            case EMAIL -> longest(phrase, words -> EMAIL.matcher(words.text()).matches());
            case URL -> longest(phrase, words -> URL.matcher(words.text()).matches());
            case PHONE -> longest(phrase, words -> PHONE.matcher(words.text()).matches());
            case DATETIME ->
                Dates.leading(phrase, today)
                        .filter(date -> date.span().isDay())
                        .map(date -> date.tokens() + timed(phrase.from(date.tokens())))
                        .orElse(0);
            case TEXT, LONG_TEXT, REFERENCE -> 0;
        };
    }

    /** A share is a number, but no money: “10%”. */
    private static int amount(FieldSpec field, Phrase phrase) {
        for (int length = Math.min(2, phrase.size()); length > 0 && field.type() != FieldType.MONEY; length--) {
            if (Amounts.percent(phrase.to(length)).isPresent()) {
                return length;
            }
        }
        return Amounts.leading(phrase).map(Amounts.Amount::tokens).orElse(0);
    }

    /** How many of the first tokens are a time of the day: “15:00”, “at 3 pm”. */
    static int timed(Phrase phrase) {
        int at = phrase.size() > 1 && phrase.startsWith("at") ? 1 : 0;
        if (phrase.size() <= at || phrase.at(at).quoted()) {
            return 0;
        }
        if (CLOCK.matcher(phrase.at(at).text()).matches()) {
            return at + 1;
        }
        boolean apart = phrase.size() > at + 1
                && phrase.at(at).text().matches("1[0-2]|[1-9]")
                && phrase.at(at + 1).isOneOf(Set.of("am", "pm"));
        return apart ? at + 2 : 0;
    }

    Unclear noSuchOption(FieldSpec field, Phrase phrase) {
        for (int length = phrase.size() - 1; length > 0; length--) {
            if (schema.option(field, phrase.to(length)).isPresent()) {
                return Unclear.say("It is not clear what “%s” says after “%s”. Say one thing at a time."
                        .formatted(phrase.from(length).text(), phrase.to(length).text()));
            }
        }
        return Unclear.unknown(
                "%s is one of %s, not “%s”."
                        .formatted(field.label(), SchemaLinker.join(field.options()), phrase.text()),
                field.options().stream().limit(4).map(phrase::sentenceWith).toList());
    }

    /** Yes or no, in a word. */
    static Optional<Boolean> flag(Phrase phrase) {
        if (phrase.size() != 1) {
            return Optional.empty();
        }
        return phrase.startsWithOneOf(YES)
                ? Optional.of(true)
                : phrase.startsWithOneOf(NO) ? Optional.of(false) : Optional.empty();
    }

    private static String text(FieldSpec field, Phrase phrase) {
        String text = phrase.text();
        if (text.isBlank()) {
            throw wrong(field, "a text", phrase);
        }
        boolean name = field.type() == FieldType.TEXT && !phrase.at(0).quoted();
        return name ? ARTICLE.matcher(text).replaceFirst("") : text;
    }

    private static BigDecimal integer(FieldSpec field, Phrase phrase) {
        return Amounts.whole(phrase)
                .or(() -> Amounts.percent(phrase))
                .filter(value -> value.stripTrailingZeros().scale() <= 0)
                .orElseThrow(() -> wrong(field, "a whole number", phrase));
    }

    /** Of what is no money, “3.5 m” are metres and no millions. */
    private static BigDecimal number(FieldSpec field, Phrase phrase) {
        boolean metres = METRES.matcher(phrase.text()).matches();
        return Amounts.whole(phrase)
                .map(value -> metres ? value.movePointLeft(MILLION).stripTrailingZeros() : value)
                .map(value -> value.scale() < 0 ? value.setScale(0) : value)
                .or(() -> Amounts.percent(phrase))
                .orElseThrow(() -> wrong(field, "a number", phrase));
    }

    private static BigDecimal money(FieldSpec field, Phrase phrase) {
        BigDecimal value = Amounts.whole(phrase).orElseThrow(() -> wrong(field, "an amount", phrase));
        if (Amounts.ambiguous(phrase)) {
            String thousands = phrase.text().replaceAll("[^\\d]", "");
            throw Unclear.ask(
                    "“%s” can be read two ways. Which amount is it?".formatted(phrase.text()),
                    List.of(phrase.sentenceWith(thousands), phrase.sentenceWith(value + "0")));
        }
        return value;
    }

    private LocalDate date(FieldSpec field, Phrase phrase) {
        String day = (DeedDay.isOfThePast(field) ? Dates.ofDeed(phrase, today) : phrase).text();
        return Dates.parse(day, today)
                .or(() -> Dates.parse(day.replaceFirst("^(?:on|the) ", ""), today))
                .orElseThrow(() -> wrong(field, "a date such as 2026-12-15 or “tomorrow”", phrase));
    }

    private String datetime(FieldSpec field, Phrase phrase) {
        var half = HALF.matcher(phrase.text());
        String text = phrase.text();
        if (half.matches()) {
            int hour = Integer.parseInt(half.group("hour")) % 12
                    + (half.group("half").equalsIgnoreCase("p") ? 12 : 0);
            String minute = half.group("minute") == null ? "00" : half.group("minute");
            text = "%s %02d:%s".formatted(half.group("date"), hour, minute);
        }
        var matcher = TIME.matcher(text);
        if (!matcher.matches()) {
            throw Dates.parse(text, today).isPresent()
                    ? Unclear.say("At what time is the %s on “%s”?".formatted(field.label(), phrase.text()))
                    : wrong(field, "a date and time such as 2026-12-15 14:30 (UTC)", phrase);
        }
        String day = matcher.group("date");
        String time = matcher.group("time");
        return Dates.parse(day, today)
                .map(date -> date + "T" + (time.indexOf(':') == 1 ? "0" + time : time)
                        + (time.lastIndexOf(':') == time.indexOf(':') ? ":00Z" : "Z"))
                .orElseThrow(() -> wrong(field, "a date and time such as 2026-12-15 14:30 (UTC)", phrase));
    }

    private String reference(FieldSpec field, Phrase phrase) {
        RecordView record = records.target(field, phrase);
        return record.id().toString();
    }

    private static String matching(FieldSpec field, Phrase phrase, Pattern pattern, String expected) {
        String text = phrase.text();
        if (!pattern.matcher(text).matches()) {
            throw wrong(field, expected, phrase);
        }
        return text;
    }

    private static int longest(Phrase phrase, Predicate<Phrase> fits) {
        for (int length = Math.min(phrase.size(), 6); length > 0; length--) {
            boolean data = phrase.to(length).tokens().stream().anyMatch(Token::quoted)
                    || phrase.at(length - 1).isMark();
            if (!data && fits.test(phrase.to(length))) {
                return length;
            }
        }
        return 0;
    }

    private static Unclear wrong(FieldSpec field, String expected, Phrase phrase) {
        return Unclear.say("%s is %s, not “%s”.".formatted(field.label(), expected, phrase.text()));
    }
}
