package io.frontless.assistant.offline;

import io.frontless.assistant.control.Proposal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** “Undo that”, “take back my last 3 changes”, “undo everything I did today”, “redo”, “undo event …”. */
final class UndoReading implements Reading {

    /** Changes undone by one sentence: whoever means more names a time or a plan. */
    private static final int SEVERAL_MAX = 20;

    private static final Pattern ID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    private static final Set<String> VERBS = Set.of("undo", "revert", "rollback", "redo");
    private static final String CHANGE =
            "change|changes|action|actions|step|steps|command|commands|operation|operations|one|thing|things|edit|edits";
    private static final List<Form> REDO = List.of(
            Form.of("redo [that|it|this]"),
            Form.of("redo [the|my] [last|latest] [" + CHANGE + "]"),
            Form.of("undo|revert [the|that|my] [last] undo"));
    private static final List<Form> LAST = List.of(
            Form.of("undo|revert|rollback [that|it|this] [again]"),
            Form.of("undo|revert|rollback [the|my] last|latest|previous|recent [" + CHANGE + "]"),
            Form.of("undo|revert [that|this|the|my] change"),
            Form.of("undo what i just did"),
            Form.of("take that|it|this back"),
            Form.of("take back that|it|this"),
            Form.of("take back [the|my] last|latest [" + CHANGE + "]"),
            Form.of("roll back [the|my] last|latest [" + CHANGE + "]"),
            Form.of("roll [that|it|this] back [that|it|this]"));
    private static final List<Form> SEVERAL = List.of(
            Form.of("undo|revert|rollback [the|my] last|latest|previous <count> " + CHANGE),
            Form.of("take|roll back [the|my] last|latest <count> " + CHANGE),
            Form.of("undo|revert my|the <count> last|latest " + CHANGE));
    private static final List<Form> SPAN = List.of(
            Form.of("undo|revert everything|all|whatever|what [that] [i] [have] [did|done|changed] [from] <span>"),
            Form.of("undo|revert all [of] [my] changes [from|of|made|since] <span>"),
            Form.of("undo|revert my changes [from|of|made|since] <span>"));
    private static final List<Form> CONVERSATION = List.of(
            Form.of("undo|revert everything|all [done] in|of|from this|the conversation|chat"),
            Form.of("undo|revert this|the [whole] conversation|chat"),
            Form.of("undo|revert all|everything [that] we|i did here"));
    private static final Form EVENT = Form.of("undo|revert [the] [event|change] <id>");

    @Override
    public Optional<Proposal> read(Turn turn) {
        Phrase words = turn.words();
        if (!Form.matches(REDO, words).isEmpty()) {
            return Optional.of(new Proposal.Redo());
        }
        if (!Form.matches(LAST, words).isEmpty()) {
            return Optional.of(new Proposal.UndoLast());
        }
        if (!Form.matches(CONVERSATION, words).isEmpty()) {
            return Optional.of(new Proposal.UndoConversation());
        }
        Optional<Proposal> read = several(words).or(() -> span(turn)).or(() -> event(words));
        if (read.isEmpty() && words.startsWithOneOf(VERBS)) {
            throw Unclear.say(
                    "What is undone is the last change, the last few, those of a day or of this conversation, or an"
                            + " event by its id.",
                    "undo that",
                    "undo my last 3 changes",
                    "undo everything I did today",
                    "show the last 20 changes");
        }
        return read;
    }

    private static Optional<Proposal> several(Phrase words) {
        for (Match match : Form.matches(SEVERAL, words)) {
            return Amounts.count(match.the("count"))
                    .filter(count -> match.the("count").size() == 1 && count > 0 && count <= SEVERAL_MAX)
                    .map(Proposal.UndoSeveral::new);
        }
        return Optional.empty();
    }

    private static Optional<Proposal> span(Turn turn) {
        LocalDate today = turn.request().today();
        for (Match match : Form.matches(SPAN, turn.words())) {
            Optional<Span> span = Dates.span(match.the("span").text(), today);
            if (span.isPresent() && !span.get().from().isAfter(today)) {
                boolean since = turn.words().tokens().stream().anyMatch(token -> token.is("since"));
                LocalDate last = since ? today : span.get().to();
                return Optional.of(new Proposal.UndoSpan(start(span.get().from()), start(last.plusDays(1))));
            }
        }
        return Optional.empty();
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    private static Optional<Proposal> event(Phrase words) {
        for (Match match : EVENT.matches(words)) {
            String id = match.the("id").text();
            if (ID.matcher(id).matches()) {
                return Optional.of(new Proposal.UndoEvent(UUID.fromString(id)));
            }
        }
        return Optional.empty();
    }
}
