package io.frontless.assistant.offline;

import io.frontless.assistant.offline.Superlatives.Order;
import java.util.Optional;
import java.util.Set;

/** Reads who or what has done something most: “has sold the most tickets”, “drove the fewest kilometres”, by the number that is named, perhaps together with the verb. */
record DoneMost(Superlatives superlatives) {

    private static final Set<String> HAVING = Set.of("has", "have", "had", "did", "does", "do");
    private static final Set<String> MOST = Set.of("most", "least", "fewest", "highest", "lowest");

    /** The order; empty where no number is called so. */
    Optional<Order> read(Phrase phrase) {
        int verb = phrase.startsWithOneOf(HAVING) ? 1 : 0;
        int the = phrase.size() > verb + 1 && phrase.at(verb + 1).is("the") ? 1 : 0;
        int most = verb + 1 + the;
        if (phrase.size() < most + 2
                || !phrase.at(most).isOneOf(MOST)
                || !phrase.at(verb).isWord()
                || !(Words.isDeed(phrase.at(verb).text())
                        || Words.isPast(phrase.at(verb).text()))) {
            return Optional.empty();
        }
        Phrase said = phrase.from(most);
        return superlatives
                .named(said.joined(phrase.sub(verb, verb + 1)))
                .filter(order -> order.tokens() == said.size() + 1)
                .map(order -> order.longer(-1))
                .or(() -> superlatives.named(said))
                .map(order -> order.longer(most));
    }
}
