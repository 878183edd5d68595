package io.frontless.operation;

import io.frontless.kernel.Rejection;
import java.math.BigDecimal;
import java.util.Arrays;

/** How much a connection may do at the other service. Each level is a consent, and a grant, of its own. */
public enum ConnectionLevel {
    /** To read, and nothing else. */
    READ(1),
    /** To put in order what is there as well, and to prepare. */
    ORGANISE(2),
    /** To send in somebody's name as well. */
    SEND(3);

    private final int number;

    ConnectionLevel(int number) {
        this.number = number;
    }

    /** As plans and events write it. */
    public int number() {
        return number;
    }

    /** The level of a number; INVALID where there is none. */
    public static ConnectionLevel of(BigDecimal number) {
        return Arrays.stream(values())
                .filter(level -> number.compareTo(BigDecimal.valueOf(level.number)) == 0)
                .findFirst()
                .orElseThrow(() -> Rejection.invalid("level", "1 (read), 2 (organise) or 3 (send)", number));
    }

    /** The level of a number that was stored. */
    public static ConnectionLevel of(int number) {
        return of(BigDecimal.valueOf(number));
    }
}
