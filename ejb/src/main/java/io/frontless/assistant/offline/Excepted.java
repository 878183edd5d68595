package io.frontless.assistant.offline;

import io.frontless.operation.Comparison;
import io.frontless.operation.FieldType;
import io.frontless.operation.Filter;
import io.frontless.record.control.RecordQuery;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a selection leaves out: “all leads except those in Atlantis”. Where nothing is in Atlantis, nothing would be left out by a slip in a word, so before a change
 * that is no selection at all. An option or a yes-or-no field, of which records may have none, excepts nobody as well.
 */
record Excepted(Turn turn, Selection selection) {

    /** Asks where what is left out by a text is nothing. */
    void requireSome() {
        selection.conditions().stream()
                .flatMap(Excepted::parts)
                .flatMap(this::excepted)
                .filter(excepted -> turn.request()
                        .records()
                        .find(RecordQuery.where(selection.entity().key(), excepted, 1))
                        .isEmpty())
                .findFirst()
                .ifPresent(nothing -> {
                    throw Unclear.settled(
                            "No %s is left out by that: there is none with “%s”. Say which ones are meant."
                                    .formatted(
                                            selection.entity().label(),
                                            nothing.comparisons()
                                                    .map(compare -> String.valueOf(compare.value()))
                                                    .findFirst()
                                                    .orElse("")));
                });
    }

    private static Stream<Filter> parts(Filter filter) {
        return filter instanceof Filter.All all ? all.parts().stream().flatMap(Excepted::parts) : Stream.of(filter);
    }

    /** What has to be so of those left out; empty where the part leaves none out, or not by a text. */
    private Stream<Filter> excepted(Filter part) {
        if (part instanceof Filter.Compare compare) {
            return compare.comparison() == Comparison.NE && isText(compare)
                    ? Stream.of(Filter.equal(compare.path(), String.valueOf(compare.value())))
                    : Stream.empty();
        }
        boolean texts = part instanceof Filter.Not not
                && not.part().comparisons().allMatch(this::isText)
                && not.part().comparisons().noneMatch(compare -> compare.comparison() == Comparison.EMPTY);
        return texts ? Stream.of(((Filter.Not) part).part()) : Stream.empty();
    }

    private boolean isText(Filter.Compare compare) {
        return compare.value() instanceof String
                && selection
                        .entity()
                        .field(compare.path())
                        .filter(field ->
                                List.of(FieldType.TEXT, FieldType.LONG_TEXT).contains(field.type()))
                        .isPresent();
    }
}
