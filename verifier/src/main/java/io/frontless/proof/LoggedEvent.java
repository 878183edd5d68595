package io.frontless.proof;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An event as its proofs see it: every attribute as the text or JSON value that is hashed (docs/event-format.md §3). Times are in UTC with six decimals,
 * ids in lower case.
 *
 * @param salt what the salts of its values are made of; null where something is withheld
 * @param withheld the digests of what is withheld; null where nothing is
 * @param link the hash that ends its record's chain here, in hexadecimal; null for events from before there were chains
 */
public record LoggedEvent(
        String workspace,
        long seq,
        String event,
        String occurredAt,
        Who who,
        What what,
        Why why,
        @Nullable String salt,
        @Nullable Withheld withheld,
        @Nullable String link) {

    /** Who did it, from which network address, and on whose behalf. */
    public record Who(
            String kind,
            String id,
            @Nullable String name,
            @Nullable String source,
            @Nullable String behalfId,
            @Nullable String behalfName) {}

    /** What was done to what, and what it was before and after. */
    public record What(
            String action,
            @Nullable String entity,
            @Nullable String record,
            long version,
            @Nullable SortedMap<String, @Nullable Object> before,
            @Nullable SortedMap<String, @Nullable Object> after) {}

    /** In the course of what. */
    public record Why(
            @Nullable String plan,
            @Nullable String step,
            @Nullable String conversation,
            @Nullable String undoes) {}

    /**
     * What takes the place of the salt where values are gone or may not be seen: by path, the salts of the values that are there and the digests of those
     * that are not, in hexadecimal, and the hash of the whole content as it was.
     */
    public record Withheld(SortedMap<String, String> salts, SortedMap<String, String> digests, String content) {

        private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

        /** Every hash has one text. */
        public Withheld {
            Stream.of(salts.values(), digests.values(), List.of(content))
                    .flatMap(Collection::stream)
                    .filter(hash -> !HASH.matcher(hash).matches())
                    .findAny()
                    .ifPresent(hash -> {
                        throw new IllegalArgumentException("expected a hash in hexadecimal, in small letters");
                    });
        }
    }

    /** Whether it belongs to a chain: it is about a record, and younger than chains are. */
    public boolean isChained() {
        return what.record() != null && link != null;
    }
}
