package io.frontless.record.boundary;

import io.frontless.engine.control.PlanView.ChangeView;
import io.frontless.schema.control.SchemaView;
import java.util.ArrayList;
import java.util.List;

/**
 * One line of a plan's table: the first line of a change says what it does to what, each line one field before and after.
 *
 * @param same whether it goes on with the change of the line before
 * @param origin where the value after comes from, in words; empty where that is not known
 */
public record ChangeLine(String operation, String record, boolean same, Diff diff, String origin) {

    private static final Diff NOTHING = new Diff("", "", "");

    /** The lines of one change, at least one. */
    static List<ChangeLine> of(ChangeView change, SchemaView schema, Origins origins) {
        String operation = ActionWords.of(change.action()).will();
        boolean part = change.action().startsWith("field.");
        String record = part ? FieldText.label(change.entity(), schema) : change.title();
        List<Diff> diffs = new StateDiff(
                        change.action(), change.entity(), change.before(), change.after(), change.titles(), schema)
                .diffs();
        List<ChangeLine> lines = new ArrayList<>();
        for (Diff diff : diffs.isEmpty() ? List.of(NOTHING) : diffs) {
            lines.add(new ChangeLine(operation, record, !lines.isEmpty(), diff, origins.of(change, diff.key())));
        }
        return lines;
    }
}
