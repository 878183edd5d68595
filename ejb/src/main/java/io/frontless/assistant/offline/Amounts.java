package io.frontless.assistant.offline;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads numbers as people write them: {@code 1200}, {@code $1,200.50}, {@code 1.200,50}, {@code 1.2k}, {@code 300 EUR}. */
final class Amounts {

    private static final Pattern NUMBER = Pattern.compile("(?<sign>-?)(?<currency>[$€£]?)(?<digits>"
            + "\\d{1,20}(\\.\\d{1,20})?|\\d{1,3}(,\\d{3}){1,6}(\\.\\d{1,20})?|\\d{1,3}(\\.\\d{3}){1,6},\\d{1,2}|\\d{1,20},\\d{1,2}"
            + ")(?<thousand>k?)(?<unit>[$€£]?)");
    private static final Set<String> CURRENCIES =
            Set.of("eur", "euro", "euros", "usd", "dollar", "dollars", "gbp", "pound", "pounds", "chf", "$", "€", "£");

    /**
     * A number at the beginning of a phrase.
     *
     * @param currency whether it is money by its sign or unit
     * @param tokens how many tokens it takes
     */
    record Amount(BigDecimal value, boolean currency, int tokens) {}

    private Amounts() {}

    /** The number that the phrase begins with. */
    static Optional<Amount> leading(Phrase phrase) {
        if (phrase.startsWithOneOf(CURRENCIES) && phrase.size() > 1) {
            return number(phrase.at(1)).map(amount -> new Amount(amount.value(), true, 2));
        }
        if (phrase.isEmpty()) {
            return Optional.empty();
        }
        boolean unit = phrase.size() > 1 && phrase.at(1).isOneOf(CURRENCIES);
        return number(phrase.at(0)).map(amount -> unit ? new Amount(amount.value(), true, 2) : amount);
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

    /** Whether money written like this could be thousands as well as thousandths, such as {@code 1.200}. */
    static boolean ambiguous(Phrase phrase) {
        return phrase.tokens().stream().anyMatch(token -> token.text().matches("[$€£]?[1-9]\\d{0,2}\\.\\d{3}[$€£]?"));
    }

    private static Optional<Amount> number(Token token) {
        return token.kind() == Token.Kind.WORD ? number(token.text()) : Optional.empty();
    }

    private static Optional<Amount> number(String text) {
        Matcher matcher = NUMBER.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String digits = matcher.group("digits");
        boolean decimalComma = digits.matches(".*,\\d{1,2}");
        String plain = decimalComma ? digits.replace(".", "").replace(',', '.') : digits.replace(",", "");
        BigDecimal value = new BigDecimal(matcher.group("sign") + plain);
        if (!matcher.group("thousand").isEmpty()) {
            value = new BigDecimal(value.movePointRight(3).stripTrailingZeros().toPlainString());
        }
        boolean currency = !(matcher.group("currency") + matcher.group("unit")).isEmpty();
        return Optional.of(new Amount(value, currency, 1));
    }
}
