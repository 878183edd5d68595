package io.frontless.record.control;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.frontless.kernel.Rejection;
import io.frontless.operation.FieldSpec;
import io.frontless.workspace.control.TransactionMemory;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;

/** Patterns of fields, compiled once in a transaction. RE2 takes linear time; its programs are kept small by bounding repetitions. */
@Dependent
public class Patterns {

    private static final int REPETITIONS_MAX = 1_000;

    private final TransactionMemory memory;

    @Inject
    public Patterns(TransactionMemory memory) {
        this.memory = memory;
    }

    private static final class Known {
        private final Map<String, Pattern> patterns = new HashMap<>();
    }

    /** The compiled pattern. */
    Pattern of(FieldSpec field, String pattern) {
        return memory.get(Known.class, Known::new)
                .patterns
                .computeIfAbsent(pattern, key -> compile(field.key() + ".pattern", key));
    }

    /** Compiles a pattern; what is none, and what repeats parts more than a thousand times in all, is refused as INVALID. */
    static Pattern compile(String name, String pattern) {
        if (repetitions(pattern) > REPETITIONS_MAX) {
            throw Rejection.invalid(name, "at most " + REPETITIONS_MAX + " repetitions", pattern);
        }
        try {
            return Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            throw Rejection.invalid(name, "a pattern (RE2)", e.getDescription() + " in " + pattern);
        }
    }

    /** The product of all counts in braces: what nesting can at most make of them. */
    private static long repetitions(String pattern) {
        long product = 1;
        long number = 0;
        boolean inBraces = false;
        for (int index = 0; index < pattern.length(); index++) {
            char letter = pattern.charAt(index);
            if (letter == '{') {
                inBraces = true;
                number = 0;
            } else if (inBraces && letter >= '0' && letter <= '9') {
                number = Math.min(number * 10 + (letter - '0'), REPETITIONS_MAX + 1);
            } else if (inBraces && letter == ',') {
                product = Math.min(product * Math.max(1, number), REPETITIONS_MAX + 1);
                number = 0;
            } else if (inBraces) {
                product = Math.min(product * Math.max(1, number), REPETITIONS_MAX + 1);
                inBraces = false;
            }
        }
        return product;
    }
}
