package io.frontless.assistant.model;

import io.frontless.assistant.control.Proposal;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Params;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which changes of the person a model means to take back. It names none: the product finds them, by how many, by this conversation or by days. */
final class TakenBack {

    private static final Pattern DAYS =
            Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})(?:/([0-9]{4}-[0-9]{2}-[0-9]{2}))?");

    private TakenBack() {}

    /** The last change where there is no step, or what the one step says. */
    static Proposal read(List<Params> steps, LocalDate today) {
        if (steps.isEmpty()) {
            return new Proposal.UndoLast();
        }
        if (steps.size() > 1) {
            throw Rejection.invalid("steps", "at most one", steps.size());
        }
        Params params = steps.get(0);
        StepParts parts = StepParts.of(params, Set.of());
        parts.unused("entity", "record", "values", "conditions", "fields");
        String op = params.text("op");
        String label = params.longText("label");
        params.requireAllRead();
        return switch (op) {
            case "undo.several" -> several(label);
            case "undo.conversation" -> {
                parts.unused("label");
                yield new Proposal.UndoConversation();
            }
            case "undo.days" -> days(label, today);
            default -> throw Rejection.invalid("op", "undo.several, undo.conversation or undo.days", op);
        };
    }

    private static Proposal several(String label) {
        if (!label.matches("[1-9][0-9]?") || Integer.parseInt(label) > Limits.MODEL_STEPS_MAX) {
            throw Rejection.invalid("label", "how many, at most " + Limits.MODEL_STEPS_MAX, label);
        }
        return new Proposal.UndoSeveral(Optional.empty(), Integer.parseInt(label));
    }

    private static Proposal days(String label, LocalDate today) {
        Matcher days = DAYS.matcher(label);
        if (days.matches()) {
            try {
                LocalDate first = LocalDate.parse(days.group(1));
                LocalDate last = days.group(2) == null ? first : LocalDate.parse(days.group(2));
                if (!first.isAfter(today) && !last.isBefore(first)) {
                    return new Proposal.UndoSpan(
                            Optional.empty(),
                            first.atStartOfDay(ZoneOffset.UTC).toInstant(),
                            last.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
                }
            } catch (DateTimeException noDay) {
                throw Rejection.invalid("label", "days that there are", label);
            }
        }
        throw Rejection.invalid("label", "a day up to today, or two with / between them", label);
    }
}
