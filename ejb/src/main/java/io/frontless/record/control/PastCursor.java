package io.frontless.record.control;

import io.frontless.kernel.Rejection;
import io.frontless.record.entity.Records.Created;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a page of past records ended, as clients hand it back. */
final class PastCursor {

    private static final Created FIRST = new Created(Instant.EPOCH, new UUID(0, 0));

    private PastCursor() {}

    static String write(Created last) {
        String text = last.at() + " " + last.id();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    static Created read(@Nullable String cursor) {
        if (cursor == null) {
            return FIRST;
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII).split(" ", 2);
            return new Created(Instant.parse(parts[0]), UUID.fromString(parts[1]));
        } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException e) {
            throw Rejection.invalid("cursor", "the nextCursor of the page before", cursor);
        }
    }
}
