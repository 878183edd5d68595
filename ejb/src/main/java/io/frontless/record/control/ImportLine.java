package io.frontless.record.control;

import io.frontless.kernel.Rejection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Carries a file's line through a plan, in the id of the step that it becomes. */
final class ImportLine {

    private static final Pattern STEP = Pattern.compile("^line([0-9]{1,9}) ");

    private ImportLine() {}

    static String stepId(int line) {
        return "line" + line;
    }

    static Optional<Integer> of(Rejection rejection) {
        Matcher step = STEP.matcher(rejection.message());
        return step.find() ? Optional.of(Integer.valueOf(step.group(1))) : Optional.empty();
    }
}
