package io.frontless.assistant.offline;

import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.schema.control.EntityView;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Whether a change makes something else of a field that is a share itself than the percentage that is said: “gets 10 percent off” is no tenth less discount, and “another 5
 * percent” of a discount of 10 may as well be 15.
 */
record Shares(Phrase words) {

    private static final Set<String> SHARES =
            Set.of("discount", "rebate", "share", "commission", "percentage", "percent", "margin", "markup");

    private static final Pattern PERCENT = Pattern.compile("(\\d+(?:\\.\\d+)?) ?(?:%|percent\\b|per cent\\b)");

    boolean isOtherwise(EntityView entity, Map<?, ?> values) {
        return PERCENT.matcher(words.text()).find()
                && Given.of(entity, values)
                        .anyMatch(given ->
                                given.value() instanceof BigDecimal number && isShare(given.field()) && !says(number));
    }

    /** Whether a number is a share of something by its name, as a discount is. */
    static boolean isShare(FieldSpec field) {
        return field.type() != FieldType.MONEY
                && Names.stems(field.label()).stream().anyMatch(SHARES::contains);
    }

    private boolean says(BigDecimal number) {
        return PERCENT.matcher(words.text())
                .results()
                .map((MatchResult percent) -> new BigDecimal(percent.group(1)))
                .anyMatch(percent -> percent.compareTo(number) == 0);
    }
}
