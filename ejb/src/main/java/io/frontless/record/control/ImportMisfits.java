package io.frontless.record.control;

import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
import io.frontless.record.entity.ImportRows.Misfit;
import java.util.ArrayList;
import java.util.List;

/** Gathers what does not fit in a file, line by line. */
final class ImportMisfits {

    private final List<Misfit> misfits = new ArrayList<>();
    private final List<Integer> lines = new ArrayList<>();
    private int count;
    private int lineCount;
    private int last;

    /** Notes a finding; beyond {@link Limits#IMPORT_ERRORS_MAX} they are only counted. */
    void add(int line, Rejection finding) {
        for (Rejection.Detail detail : finding.details()) {
            count++;
            if (count <= Limits.IMPORT_ERRORS_MAX) {
                misfits.add(new Misfit(count, line, detail.field(), detail.expected(), detail.found()));
            }
        }
        if (line != last) {
            last = line;
            lineCount++;
            lines.add(line);
        }
    }

    /** Whether the latest finding was of this line. */
    boolean has(int line) {
        return last == line;
    }

    /** The findings since they were last taken. */
    List<Misfit> take() {
        List<Misfit> taken = List.copyOf(misfits);
        misfits.clear();
        return taken;
    }

    /** Their lines. */
    List<Integer> takeLines() {
        List<Integer> taken = List.copyOf(lines);
        lines.clear();
        return taken;
    }

    int count() {
        return count;
    }

    int lineCount() {
        return lineCount;
    }
}
