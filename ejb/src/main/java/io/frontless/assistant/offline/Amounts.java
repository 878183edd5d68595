package io.frontless.assistant.offline;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads numbers as people write them: {@code 1200}, {@code $1,200.50}, {@code 1.200,50}, {@code 1.2k}, {@code 3 million}, {@code 300 EUR}. */
final class Amounts {

    private static final Pattern NUMBER = Pattern.compile("(?<sign>-?)(?<currency>[$€£]?)(?<digits>"
            + "\\d{1,20}(\\.\\d{1,20})?|\\d{1,3}(,\\d{3}){1,6}(\\.\\d{1,20})?|\\d{1,3}(\\.\\d{3}){1,6},\\d{1,2}|\\d{1,20},\\d{1,2}"
            + ")(?<scale>k|m|mio|bn)?(?<unit>[$€£]?)");
    /** The end of a sentence, behind a number. */
    private static final Pattern STOP = Pattern.compile("(?<=\\d)\\.$");

    private static final Pattern PERCENT = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,4})?)%");
    private static final Set<String> CURRENCIES = Set.of(
            "eur", "euro", "euros", "usd", "dollar", "dollars", "gbp", "pound", "pounds", "quid", "chf", "$", "€", "£");

    private static final Set<String> CENTS = Set.of("cent", "cents", "pence");
    private static final Set<String> WEIGHTS = Set.of("kg", "kilo", "kilos", "kilogram", "kilograms");

    /** Money in its smaller unit: 80p are 0.80. */
    private static final Pattern PENCE = Pattern.compile("(\\d{1,2})p");

    private static final Set<String> ONE_OF_MONEY = Set.of("pound", "euro", "dollar", "quid");
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final Map<String, Integer> ZEROS = Map.of(
            "k", 3, "thousand", 3, "grand", 3, "m", 6, "mio", 6, "million", 6, "millions", 6, "bn", 9, "billion", 9);
    private static final List<String> WORDS = List.of(
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");

    /**
     * A number at the beginning of a phrase.
     *
     * @param currency whether it is money by its sign or unit
     * @param zeros how many zeros a word or letter such as “k” has added
     * @param tokens how many tokens it takes
     */
    record Amount(BigDecimal value, boolean currency, int zeros, int tokens) {
        private Amount longer(boolean money) {
            return new Amount(value, currency || money, zeros, tokens + 1);
        }

        private Amount times(int moreZeros) {
            return zeros > 0 ? this : new Amount(shifted(value, moreZeros), currency, moreZeros, tokens + 1);
        }
    }

    private Amounts() {}

    /** The number that the phrase begins with; a number in letters counts up to twelve. */
    static Optional<Amount> leading(Phrase phrase) {
        if (phrase.startsWithOneOf(CURRENCIES) && phrase.size() > 1) {
            return digits(phrase.from(1)).map(amount -> amount.longer(true));
        }
        if (phrase.size() > 1
                && phrase.startsWith("half")
                && phrase.at(1).isOneOf(Set.of("a", "an"))
                && NumberWords.leading(phrase).isEmpty()) {
            return Optional.of(new Amount(HALF, false, 0, 2));
        }
        boolean one =
                phrase.size() > 1 && phrase.startsWith("a") && phrase.at(1).isOneOf(ONE_OF_MONEY);
        return one ? Optional.of(new Amount(BigDecimal.ONE, true, 0, 2)) : digits(phrase);
    }

    private static Optional<Amount> digits(Phrase phrase) {
        Optional<Amount> read = phrase.isEmpty()
                ? Optional.empty()
                : NumberWords.leading(phrase)
                        .map(said -> new Amount(BigDecimal.valueOf(said.value()), false, 0, said.tokens()))
                        .or(() -> number(phrase.at(0)));
        if (read.isEmpty()) {
            return read;
        }
        Amount amount = read.get();
        if (isAndAHalf(phrase, amount)) {
            amount = new Amount(amount.value().add(HALF), amount.currency(), 0, amount.tokens() + 3);
        }
        Integer zeros = follows(phrase, amount)
                ? ZEROS.get(phrase.at(amount.tokens()).text().toLowerCase(Locale.ROOT))
                : null;
        if (zeros != null && phrase.at(amount.tokens()).isWord()) {
            amount = amount.times(zeros);
        }
        if (follows(phrase, amount) && phrase.at(amount.tokens()).isOneOf(CENTS)) {
            return Optional.of(new Amount(amount.value().movePointLeft(2), true, amount.zeros(), amount.tokens() + 1));
        }
        boolean unit = follows(phrase, amount) && phrase.at(amount.tokens()).isOneOf(CURRENCIES);
        return Optional.of(unit ? amount.longer(true) : amount);
    }

    private static boolean isAndAHalf(Phrase phrase, Amount amount) {
        int end = amount.tokens();
        return phrase.size() > end + 2
                && phrase.at(end).is("and")
                && phrase.at(end + 1).is("a")
                && phrase.at(end + 2).is("half");
    }

    private static boolean follows(Phrase phrase, Amount amount) {
        return phrase.size() > amount.tokens();
    }

    /** The number that the whole phrase is. */
    static Optional<BigDecimal> whole(Phrase phrase) {
        if (phrase.isQuoted()) {
            return number(phrase.at(0).text()).map(Amount::value);
        }
        return leading(phrase)
                .filter(amount -> amount.tokens() == phrase.size())
                .map(Amount::value);
    }

    /** The whole number from 0 that the phrase begins with. */
    static Optional<Integer> count(Phrase phrase) {
        return phrase.isEmpty()
                ? Optional.empty()
                : number(phrase.at(0))
                        .map(Amount::value)
                        .filter(value -> value.signum() >= 0 && value.precision() <= 5)
                        .filter(value -> value.stripTrailingZeros().scale() <= 0)
                        .map(BigDecimal::intValueExact);
    }

    /** The share that the phrase is, “10%” or “10 percent”, as 10. */
    static Optional<BigDecimal> percent(Phrase phrase) {
        boolean percent = phrase.size() == 2 && phrase.at(1).isOneOf(Set.of("percent", "%", "percent."));
        boolean perCent =
                phrase.size() == 3 && phrase.at(1).is("per") && phrase.at(2).is("cent");
        if (percent || perCent) {
            return whole(phrase.to(1));
        }
        Matcher matcher = PERCENT.matcher(phrase.size() == 1 && !phrase.isQuoted() ? phrase.text() : "");
        return matcher.matches() ? Optional.of(new BigDecimal(matcher.group(1))) : Optional.empty();
    }

    /** Whether the word is a unit of weight. */
    static boolean isWeight(Token unit) {
        return unit.isOneOf(WEIGHTS);
    }

    /** Whether money written like this could be thousands as well as thousandths, such as {@code 1.200}. */
    static boolean ambiguous(Phrase phrase) {
        return phrase.tokens().stream().anyMatch(token -> token.text().matches("[$€£]?[1-9]\\d{0,2}\\.\\d{3}[$€£]?"));
    }

    /** A number with zeros added. */
    static BigDecimal shifted(BigDecimal value, int zeros) {
        return new BigDecimal(value.movePointRight(zeros).stripTrailingZeros().toPlainString());
    }

    private static Optional<Amount> number(Token token) {
        return token.kind() == Token.Kind.WORD
                ? number(STOP.matcher(token.text()).replaceFirst(""))
                : Optional.empty();
    }

    private static Optional<Amount> number(String written) {
        String text = written.toLowerCase(Locale.ROOT);
        Optional<Integer> word = NumberWords.one(written);
        if (word.isPresent()) {
            return Optional.of(new Amount(BigDecimal.valueOf(word.get()), false, 0, 1));
        }
        if (WORDS.contains(text)) {
            return Optional.of(new Amount(BigDecimal.valueOf(WORDS.indexOf(text)), false, 0, 1));
        }
        Matcher pence = PENCE.matcher(text);
        if (pence.matches()) {
            return Optional.of(new Amount(new BigDecimal(pence.group(1)).movePointLeft(2), true, 0, 1));
        }
        Matcher matcher = NUMBER.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String digits = matcher.group("digits");
        boolean decimalComma = digits.matches(".*,\\d{1,2}");
        String plain = decimalComma ? digits.replace(".", "").replace(',', '.') : digits.replace(",", "");
        BigDecimal value = new BigDecimal(matcher.group("sign") + plain);
        int zeros = matcher.group("scale") == null ? 0 : ZEROS.getOrDefault(matcher.group("scale"), 0);
        boolean currency = !(matcher.group("currency") + matcher.group("unit")).isEmpty();
        return Optional.of(new Amount(zeros == 0 ? value : shifted(value, zeros), currency, zeros, 1));
    }
}
