package io.frontless.assistant.offline;

import io.frontless.assistant.control.Proposal;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Step;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Whether a change that was found by what a sentence mentions is rather not what it tells. */
record Doubtful(Turn turn) {

    private static final Set<String> OWED = Set.of("should", "must", "ought", "could", "might", "may");
    private static final Set<String> HAVE = Set.of("have", "been");
    private static final Set<String> WAS = Set.of("was", "were", "been");

    /** What is done with something that nobody has by that. */
    private static final Set<String> OFFERING = Set.of(
            "send", "offer", "mail", "quote", "mention", "discuss", "explain", "show", "ask", "recommend", "suggest");

    boolean is(Proposal proposal) {
        return isDoneBySomebody()
                || (proposal instanceof Proposal.Change change
                        && change.steps().stream().anyMatch(this::isDoubtful));
    }

    /** “Should have been paid by now” tells no state; “should have been 59” corrects a number. */
    private boolean isOwed(FieldSpec field) {
        boolean state = field.type() == FieldType.BOOLEAN || field.type() == FieldType.CHOICE;
        return state
                && IntStream.range(1, words().size())
                        .anyMatch(i ->
                                words().at(i).isOneOf(HAVE) && words().at(i - 1).isOneOf(OWED));
    }

    /** “Was moved by Inga” tells who moved it, and not whose it is. */
    private boolean isDoneBySomebody() {
        return IntStream.range(2, words().size())
                .anyMatch(i -> words().at(i).is("by")
                        && words().at(i - 2).isOneOf(WAS)
                        && words().at(i - 1).isWord()
                        && Words.isPast(words().at(i - 1).text()));
    }

    private boolean isDoubtful(Step step) {
        return step.params().get("values") instanceof Map<?, ?> values
                && values.entrySet().stream().anyMatch(value -> field(step, value.getKey())
                        .filter(field -> isOwed(field)
                                || isComing(field, value.getValue())
                                || isOffered(field, value.getValue()))
                        .isPresent());
    }

    private Optional<FieldSpec> field(Step step, Object key) {
        return new Changed(turn.request()).entity(step).flatMap(entity -> entity.field(String.valueOf(key)));
    }

    /** “Needs a service on Friday”: nothing was last done on a day to come. */
    private boolean isComing(FieldSpec field, Object value) {
        return Roles.isDate(field)
                && turn.schema().stems(field.label()).contains("last")
                && !isEndOfSpan(field)
                && value instanceof String day
                && day.length() == LocalDate.EPOCH.toString().length()
                && LocalDate.parse(day).isAfter(turn.request().today());
    }

    /** “Last day”, where there is a first one, is no day in the past. */
    private boolean isEndOfSpan(FieldSpec field) {
        String first = field.label().toLowerCase(Locale.ROOT).replace("last", "first");
        return turn.schema().entities().stream()
                .filter(entity -> entity.fields().contains(field))
                .flatMap(entity -> entity.fields().stream())
                .anyMatch(other -> other.label().equalsIgnoreCase(first));
    }

    /** “We sent Marta a maintenance plan”, “had a plan”: there is none by that. */
    private boolean isOffered(FieldSpec field, Object value) {
        return Boolean.TRUE.equals(value)
                && words().tokens().stream()
                        .filter(token -> !turn.schema().stems(field.label()).contains(token.word()))
                        .anyMatch(token -> token.is("had")
                                || (token.isWord()
                                        && Words.isPast(token.text())
                                        && Words.isFormOf(token.text(), OFFERING)));
    }

    private Phrase words() {
        return turn.words();
    }
}
