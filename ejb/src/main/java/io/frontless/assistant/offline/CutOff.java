package io.frontless.assistant.offline;

import io.frontless.assistant.offline.Superlatives.Order;
import io.frontless.record.control.RecordQuery.Sort;
import java.util.Optional;
import java.util.Set;

/** Reads how many are meant of those that are sorted: “sorted by area, the biggest three”, “newest first, only the first 5”. */
record CutOff(Superlatives superlatives, Sort sort) {

    private static final Set<String> LEADING = Set.of(",", "only", "just", "the");
    private static final Set<String> TOP = Set.of("top", "first");

    /** The order with that number; empty where another field is meant. */
    Optional<Order> read(Phrase phrase) {
        int skip = 0;
        while (skip < phrase.size() && phrase.at(skip).isOneOf(LEADING)) {
            skip++;
        }
        Phrase rest = phrase.from(skip);
        int before = skip;
        return top(rest)
                .or(() -> superlatives.leading(rest))
                .filter(order -> order.tokens() == rest.size()
                        && order.most() > 0
                        && order.sort().field().equals(sort.field()))
                .map(order -> order.longer(before));
    }

    private Optional<Order> top(Phrase rest) {
        return rest.size() == 2 && rest.startsWithOneOf(TOP)
                ? Amounts.count(rest.from(1)).filter(count -> count > 0).map(count -> new Order(sort, count, 2))
                : Optional.empty();
    }
}
