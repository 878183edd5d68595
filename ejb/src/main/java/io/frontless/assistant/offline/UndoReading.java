package io.frontless.assistant.offline;

import io.frontless.assistant.control.Proposal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

/** “Undo that”, “take back my last 3 changes”, “undo what Jane did yesterday”, “redo”, “undo event …”. */
final class UndoReading implements Reading {

    /** Changes undone by one sentence: whoever means more names a time or a plan. */
    private static final int SEVERAL_MAX = 20;

    private static final int NAME_TOKENS_MAX = 4;
    private static final Pattern ID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    private static final Set<String> VERBS = Set.of("undo", "revert", "rollback", "redo", "reverse");
    private static final Set<String> AUTHOR = Set.of("i", "me", "my", "myself");
    private static final Set<String> EVERYBODY =
            Set.of("we", "us", "our", "they", "you", "everyone", "everybody", "anyone", "anybody", "somebody", "the");
    private static final String UNDO = "undo|revert|rollback|reverse";
    private static final String ALL = " everything|all|whatever|what";
    private static final String DID = " did|done|changed|made";
    private static final String CHANGE =
            "change|changes|action|actions|step|steps|command|commands|operation|operations|one|thing|things|edit|edits";
    private static final List<Form> REDO = List.of(
            Form.of("redo [that|it|this]"),
            Form.of("redo [the|my] [last|latest] [" + CHANGE + "]"),
            Form.of("undo|revert [the|that|my] [last] undo"));
    private static final List<Form> LAST = List.of(
            Form.of(UNDO + " [that|it|this] [again]"),
            Form.of(UNDO + " [the|my] last|latest|previous|recent [" + CHANGE + "]"),
            Form.of("undo|revert [that|this|the|my] change"),
            Form.of("undo what i|you|we [have] just did|done|changed"),
            Form.of("put|bring|get back what i|you|we [have] [just] deleted|removed|erased"),
            Form.of("scratch that|this"),
            Form.of("scratch that|this , i want it back [the] [way|as] [it] [was]"),
            Form.of("that|this|it was a|an|my mistake|error|accident , undo|revert|reverse that|it|this"),
            Form.of("that|this|it was a|an|my mistake|error|accident , roll|take that|it|this back"),
            Form.of("put|bring|set it|that back [the|to] [way|how] it was"),
            Form.of("take that|it|this back"),
            Form.of("take back that|it|this"),
            Form.of("take back [the|my] last|latest [" + CHANGE + "]"),
            Form.of("roll back [the|my] last|latest [" + CHANGE + "]"),
            Form.of("roll [that|it|this] back [that|it|this]"));
    private static final List<Form> DELETED = List.of(
            Form.of(
                    "restore|recover|bring|put|get [back] what|everything i|you|we|you've|you’ve|i've|i’ve [have] [just] deleted|removed|erased"),
            Form.of(
                    "restore|recover|bring|put|get back what|everything i|you|we|you've|you’ve|i've|i’ve [have] [just] deleted|removed|erased"),
            Form.of(
                    "restore|recover|bring|put|get [back] the <thing> [that] i|you|we|you've|you’ve|i've|i’ve [have] just deleted|removed|erased"));
    private static final List<Form> SEVERAL = List.of(
            Form.of(UNDO + " [the|my|your] last|latest|previous <count> " + CHANGE + " [that] [i|you] [made|did]"),
            Form.of("take|roll back [the|my|your] last|latest <count> " + CHANGE + " [that] [i|you] [made|did]"),
            Form.of("take [the|my|your] last|latest <count> " + CHANGE + " back"),
            Form.of("undo|revert my|the <count> last|latest " + CHANGE),
            Form.of("go|step back <count> " + CHANGE));
    private static final List<Form> SEVERAL_OF = List.of(
            Form.of(UNDO + " <who> 's last|latest <count> " + CHANGE),
            Form.of(UNDO + " <who> 's last|latest " + CHANGE),
            Form.of(UNDO + " [the] last|latest <count> " + CHANGE + " [made] by <who>"),
            Form.of(UNDO + " [the] last|latest " + CHANGE + " [made] by <who>"));
    private static final List<Form> SPAN = List.of(
            Form.of(UNDO + ALL + " [that] [i] [have] [did|done|changed] [from] <span>"),
            Form.of("take|roll back everything|all|whatever|what [that] [i] [have] [did|done|changed] [from] <span>"),
            Form.of(UNDO + " all [of] [my] " + CHANGE + " [from|of|made] <span>"),
            Form.of("take|roll back all [of] my " + CHANGE + " [from|of|made] <span>"),
            Form.of("take|roll back my " + CHANGE + " [from|of|made] <span>"),
            Form.of(UNDO + " my " + CHANGE + " [from|of|made] <span>"));
    private static final List<Form> SPAN_OF = List.of(
            Form.of(UNDO + ALL + " [that] <who> [has|have]" + DID + " <span>"),
            Form.of(UNDO + ALL + " [that] [was]" + DID + " by <who> <span>"),
            Form.of(UNDO + " [all] [of] <who> 's changes|edits|work|actions [from|of] <span>"),
            Form.of(UNDO + " [all] [the] changes|edits [made|done] by|of <who> [from] <span>"));
    private static final List<Form> CONVERSATION = List.of(
            Form.of("undo|revert everything|all [done] in|of|from this|the conversation|chat"),
            Form.of("undo|revert this|the [whole] conversation|chat"),
            Form.of("undo|revert all|everything [that] we|i did here"));
    private static final Form RESTORE = Form.of("restore|bring|put|get it|that|this [back]");
    private static final Set<String> REGRET = Set.of(
            ("mistake mistaken wrong oops ups oops! oh hm hmm argh sorry messed mess screwed up error accident accidentally accidental meant mean shouldn't shouldnt shouldn’t typo"
                            + " regret unintended intended")
                    .split(" "));
    private static final Set<String> DENYING =
            Set.of("not", "wasn't", "wasnt", "wasn’t", "didn't", "didnt", "didn’t", "isn't", "no", "never");
    private static final Set<String> DONE = Set.of(
            ("delete deleted deletion change changed update updated edit edited last one done did happen happened do remove removed"
                            + " action step click clicked have too")
                    .split(" "));
    private static final Form EVENT = Form.of("undo|revert [the] [event|change] <id>");
    private static final Form PLAN = Form.of("undo|revert [the] plan <id>");

    @Override
    public Optional<Proposal> read(Turn turn) {
        UndoManner manner = UndoManner.of(turn.words());
        Phrase words = manner.rest();
        if (!Form.matches(REDO, words).isEmpty()) {
            return manner.isPlain() ? Optional.of(new Proposal.Redo()) : Optional.empty();
        }
        if (!Form.matches(LAST, words).isEmpty()) {
            return Optional.of(manner.of(new Proposal.UndoLast()));
        }
        if (!Form.matches(CONVERSATION, words).isEmpty()) {
            return Optional.of(manner.of(new Proposal.UndoConversation()));
        }
        Optional<Proposal> read = several(words)
                .or(() -> severalOf(turn, words))
                .or(() -> span(turn, SPAN, words))
                .or(() -> span(turn, SPAN_OF, words))
                .or(() -> identified(EVENT, words, Proposal.UndoEvent::new))
                .or(() -> identified(PLAN, words, Proposal.UndoPlan::new));
        if (read.isEmpty() && turn.words().startsWithOneOf(VERBS)) {
            throw Unclear.say(
                    "What is undone is the last change, the last few, what somebody did in a time, what was done since a"
                            + " savepoint or in this conversation, or an event by its id.",
                    "undo that",
                    "undo my last 3 changes",
                    "undo everything I did today",
                    "show the last 20 changes");
        }
        return read.map(manner::of);
    }

    /** The last change, where a sentence of several parts says that it was not meant, or that what was just deleted is to come back. */
    static Optional<Proposal> regretted(Turn turn) {
        boolean deleted = !Form.matches(DELETED, turn.words()).isEmpty();
        return deleted ? Optional.of(new Proposal.UndoLast()) : regretted(turn.words());
    }

    /** “That delete was a mistake, please reverse it”, “I messed up, undo my last two steps”: what was done was not meant, and names nothing else. */
    private static Optional<Proposal> regretted(Phrase words) {
        List<Phrase> parts = words.split(Set.of(",", ";", ".", ":", "-", "–", "!", "!!"));
        Phrase request = parts.isEmpty() ? words : Courtesies.without(parts.get(parts.size() - 1));
        List<Phrase> regrets = parts.isEmpty() ? parts : parts.subList(0, parts.size() - 1);
        boolean regret =
                regrets.stream().flatMap(part -> part.tokens().stream()).anyMatch(token -> token.isOneOf(REGRET))
                        && regrets.stream()
                                .flatMap(part -> part.tokens().stream())
                                .allMatch(token -> token.isOneOf(REGRET)
                                        || token.isOneOf(DENYING)
                                        || Light.isJoining(token)
                                        || Light.isPast(token)
                                        || token.isMark()
                                        || token.isOneOf(DONE));
        boolean last = !Form.matches(LAST, request).isEmpty()
                || !RESTORE.matches(request).isEmpty();
        return !regret ? Optional.empty() : last ? Optional.of(new Proposal.UndoLast()) : several(request);
    }

    private static Optional<Proposal> several(Phrase words) {
        for (Match match : Form.matches(SEVERAL, words)) {
            return count(match)
                    .map(count ->
                            count == 1 ? new Proposal.UndoLast() : new Proposal.UndoSeveral(Optional.empty(), count));
        }
        return Optional.empty();
    }

    private static Optional<Proposal> severalOf(Turn turn, Phrase words) {
        for (Match match : Form.matches(SEVERAL_OF, words)) {
            Optional<Integer> count = match.has("count") ? count(match) : Optional.of(1);
            Optional<Optional<String>> who = who(turn, match);
            if (count.isPresent() && who.isPresent()) {
                return Optional.of(new Proposal.UndoSeveral(who.get(), count.get()));
            }
        }
        return Optional.empty();
    }

    private static Optional<Integer> count(Match match) {
        return Amounts.count(match.the("count"))
                .filter(count -> match.the("count").size() == 1 && count > 0 && count <= SEVERAL_MAX);
    }

    private static Optional<Proposal> span(Turn turn, List<Form> forms, Phrase words) {
        LocalDate today = turn.request().today();
        Instant end = today.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        for (Match match : Form.matches(forms, words)) {
            Optional<PastTimes.Window> window =
                    new PastTimes(today).window(match.the("span").text());
            Instant from = window.map(PastTimes.Window::from).orElse(null);
            Optional<Optional<String>> who = match.has("who") ? who(turn, match) : Optional.of(Optional.empty());
            if (from != null && from.isBefore(end) && who.isPresent()) {
                Instant until = window.map(PastTimes.Window::until).orElse(end);
                return Optional.of(new Proposal.UndoSpan(who.get(), from, until));
            }
        }
        return Optional.empty();
    }

    /** Somebody's name; empty inside for the author, and empty outside for what is nobody's. */
    private static Optional<Optional<String>> who(Turn turn, Match match) {
        Phrase who = match.the("who");
        if (who.size() == 1 && who.startsWithOneOf(AUTHOR)) {
            return Optional.of(Optional.empty());
        }
        boolean name = who.size() <= NAME_TOKENS_MAX
                && !who.startsWithOneOf(EVERYBODY)
                && turn.schema().entity(who).isEmpty();
        return name ? Optional.of(Optional.of(who.text())) : Optional.empty();
    }

    private static Optional<Proposal> identified(Form form, Phrase words, Function<UUID, Proposal> undo) {
        return form.matches(words).stream()
                .map(match -> match.the("id").text())
                .filter(id -> ID.matcher(id).matches())
                .findFirst()
                .map(id -> undo.apply(UUID.fromString(id)));
    }
}
