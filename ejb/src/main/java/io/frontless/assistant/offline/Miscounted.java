package io.frontless.assistant.offline;

import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.schema.control.EntityView;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Whether a number that a change gives to a field is rather a number of something else: of what was used, bought or given away, of those who left, of a house in its
 * street, or of the things that a sentence only speaks of.
 */
record Miscounted(Phrase words) {

    private static final Set<String> WE = Set.of("we", "i", "they", "he", "she", "somebody", "someone");

    /** What changes how many there are, by as many as are said. */
    private static final Set<String> MOVING = Set.of(
            "use", "eat", "drink", "consume", "buy", "sell", "get", "receive", "give", "lose", "find", "throw", "break",
            "burn", "waste", "collect", "donate");

    /** What so many do, after which there are fewer or more of them. */
    private static final Set<String> LEAVING =
            Set.of("leave", "quit", "resign", "join", "arrive", "break", "die", "burst", "spoil", "vanish", "hatch");

    private static final Set<String> MORE = Set.of("more", "extra", "another", "additional", "further");
    private static final Set<String> PARTICLES =
            Set.of("up", "out", "away", "in", "another", "just", "already", "have", "has", "had", "now");

    /** “Paid 50 of what he owes”: he does not owe 50. */
    private static final List<Form> PARTS = List.of(Form.of("<before> pay|pays|paid <amount> of <rest>"));

    private static final Set<String> LOSING = Set.of("lose", "gain");
    private static final Set<String> COMPARED = Words.listed("less fewer lighter heavier shorter taller");
    private static final Set<String> TOGETHER = Set.of("together", "altogether", "combined");

    /** A number, its unit, and what is said of both. */
    private static final int UNIT_TOKENS_MAX = 3;

    private static final int NOUN_TOKENS_MAX = 5;

    boolean is(EntityView entity, Map<?, ?> values) {
        return partsAName(values)
                || Given.of(entity, values)
                        .anyMatch(given ->
                                given.value() instanceof BigDecimal number && isOfSomethingElse(given.field(), number));
    }

    /** “Her street should read 15 Mill Lane”: 15 is no discount. */
    private boolean partsAName(Map<?, ?> values) {
        return values.values().stream()
                .filter(BigDecimal.class::isInstance)
                .map(number -> ((BigDecimal) number).toPlainString() + " ")
                .anyMatch(number -> values.values().stream()
                        .anyMatch(text -> text instanceof String name
                                && name.matches("\\p{Lu}.*")
                                && words.sentence().contains(" " + number + name)));
    }

    private boolean isOfSomethingElse(FieldSpec field, BigDecimal number) {
        return Roles.isNumber(field)
                && (countsWhatMoved(field, number)
                        || (number.signum() > 0 && countsWhoLeft(number))
                        || isNoMoney(field, number)
                        || isDifference(field, number)
                        || words.tokens().stream().anyMatch(token -> token.isOneOf(TOGETHER)));
    }

    /** “Weighs 2 kilos less”, “has lost 15 kilos”: that is not what it weighs; one reminder more may be the first. */
    private boolean isDifference(FieldSpec field, BigDecimal number) {
        return IntStream.range(1, words.size())
                .filter(i -> saysAt(i, number))
                .anyMatch(i -> Words.isFormOf(words.at(i - 1).text(), LOSING)
                        || IntStream.range(i + 1, Math.min(words.size(), i + UNIT_TOKENS_MAX))
                                .anyMatch(after -> words.at(after).isOneOf(COMPARED)
                                        || (words.at(after).is("more") && field.type() != FieldType.INTEGER)));
    }

    /**
     * “We used 4 crates of beans”: there are not 4, and not 4 more. “We sold six more seats” tells of the seats sold; “take it off” tells which way it goes, and then
     * not that so many are left.
     */
    private boolean countsWhatMoved(FieldSpec field, BigDecimal number) {
        boolean more =
                words.tokens().stream().anyMatch(token -> token.isOneOf(MORE)) && FieldWords.isNamed(field, words);
        boolean off = words.tokens().stream().anyMatch(token -> token.is("off"));
        return !more
                && (IntStream.range(1, words.size()).anyMatch(verb -> isMoved(verb) && (!off || isAmount(verb, number)))
                        || (!off
                                && Form.matches(PARTS, words).stream()
                                        .anyMatch(match -> Amounts.whole(match.the("amount"))
                                                .isPresent())));
    }

    private boolean isMoved(int verb) {
        int subject = verb - 1;
        while (subject > 0 && words.at(subject).isOneOf(PARTICLES)) {
            subject--;
        }
        int amount = amount(verb);
        return words.at(subject).isOneOf(WE)
                && words.at(verb).isWord()
                && Words.isFormOf(words.at(verb).text(), MOVING)
                && amount < words.size()
                && Amounts.leading(words.from(amount))
                        .filter(said -> !said.currency())
                        .isPresent();
    }

    private int amount(int verb) {
        int amount = verb + 1;
        while (amount < words.size() && words.at(amount).isOneOf(PARTICLES)) {
            amount++;
        }
        return amount;
    }

    private boolean isAmount(int verb, BigDecimal number) {
        return saysAt(amount(verb), number);
    }

    private boolean saysAt(int at, BigDecimal number) {
        return Amounts.leading(words.from(at))
                .filter(said -> said.value().compareTo(number) == 0)
                .isPresent();
    }

    /** “Three wheels of B-104 broke”, “two people have left the Otters”: three and two are not there any more. */
    private boolean countsWhoLeft(BigDecimal number) {
        return IntStream.range(2, words.size())
                .filter(verb -> !words.at(verb).is("left") || isFollowed(verb))
                .filter(verb -> Words.isPast(words.at(verb).text())
                        && Words.isFormOf(words.at(verb).text(), LEAVING))
                .anyMatch(verb -> IntStream.range(Math.max(0, verb - NOUN_TOKENS_MAX - 1), verb - 1)
                        .anyMatch(i -> saysAt(i, number) && words.at(i + 1).isWord()));
    }

    /** “Left the Otters”; “58 left” are still there. */
    private boolean isFollowed(int verb) {
        return verb + 1 < words.size() && words.at(verb + 1).isWord();
    }

    /** “It's two tyres”: nothing costs two by that. */
    private boolean isNoMoney(FieldSpec field, BigDecimal number) {
        return field.type() == FieldType.MONEY
                && !FieldWords.isNamed(field, words)
                && IntStream.range(0, words.size() - 1)
                        .anyMatch(i -> words.at(i).text().matches("\\p{L}+")
                                && Amounts.count(words.sub(i, i + 1))
                                        .filter(count -> number.compareTo(BigDecimal.valueOf(count)) == 0)
                                        .isPresent()
                                && words.at(i + 1).text().matches("\\p{Ll}{3,}")
                                && Amounts.leading(words.from(i))
                                        .filter(said -> !said.currency())
                                        .isPresent());
    }
}
