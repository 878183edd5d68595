package io.frontless.assistant.offline;

import io.frontless.operation.Comparison;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Filter;
import io.frontless.record.control.RecordQuery;
import io.frontless.schema.control.EntityView;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times of day in fields of text: those that are called so and hold nothing else. A time is kept as it is said, but padded as the others of its field are. */
record Clocks(Turn turn, EntityView entity) {

    private static final int LOOKED_AT_MAX = 20;
    private static final int HOURS = 24;
    private static final int HALF = 12;
    private static final int PADDED = 5;

    private static final Set<String> NAMES = Set.of("time", "start", "begin", "clock");
    private static final Pattern HELD = Pattern.compile("\\d{1,2}:[0-5]\\d");
    private static final Pattern SAID =
            Pattern.compile("(?<hour>\\d{1,2})(:(?<minute>[0-5]\\d))?(:[0-5]\\d)? ?(?<half>[ap]m)?");

    /** Whether the words are a time of day and nothing else. */
    static boolean isTime(Phrase said) {
        return !said.isEmpty() && ValueReader.timed(said) == said.size();
    }

    /** The fields that hold times of day. */
    List<FieldSpec> fields() {
        return entity.fields().stream().filter(this::holdsTimes).toList();
    }

    /** The time as the field would hold it; empty for other words, and for another field. */
    Optional<String> read(FieldSpec field, Phrase said) {
        return isTime(said) && holdsTimes(field) ? written(field, said) : Optional.empty();
    }

    private static boolean isCalledSo(FieldSpec field) {
        return field.type() == FieldType.TEXT
                && Names.stems(field.label()).stream().anyMatch(NAMES::contains);
    }

    private boolean holdsTimes(FieldSpec field) {
        return isCalledSo(field)
                && held(field).stream().allMatch(text -> HELD.matcher(text).matches());
    }

    private List<String> held(FieldSpec field) {
        Filter filled = new Filter.Compare(field.key(), Comparison.NOT_EMPTY, null);
        return turn.request().records().find(RecordQuery.where(entity.key(), filled, LOOKED_AT_MAX)).stream()
                .map(record -> record.values().get(field.key()))
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .toList();
    }

    private Optional<String> written(FieldSpec field, Phrase said) {
        Phrase time = said.size() > 1 && said.startsWith("at") ? said.from(1) : said;
        Matcher parts = SAID.matcher(time.text().toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            return Optional.empty();
        }
        int hour = Integer.parseInt(parts.group("hour"));
        boolean half = parts.group("half") != null;
        if (hour >= HOURS || (half && (hour == 0 || hour > HALF))) {
            return Optional.empty();
        }
        String minute = parts.group("minute") == null ? "00" : parts.group("minute");
        int of = half ? hour % HALF + ("pm".equals(parts.group("half")) ? HALF : 0) : hour;
        String text = half ? of + ":" + minute : time.text();
        boolean padded = held(field).stream().anyMatch(other -> other.startsWith("0"));
        return Optional.of(padded && text.length() < PADDED ? "0" + text : text);
    }
}
