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
import java.util.stream.Stream;

/** “Undo that”, “take back my last 3 changes”, “undo what Jane did yesterday”, “redo”, “undo event …”. */
final class UndoReading implements Reading {

    /** Changes undone by one sentence: whoever means more names a time or a plan. */
    private static final int SEVERAL_MAX = 20;

    private static final int NAME_TOKENS_MAX = 4;
    private static final Pattern ID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    private static final Set<String> VERBS = Set.of("undo", "revert", "rollback", "redo", "reverse");
    private static final Set<String> AUTHOR = Set.of("i", "i've", "i’ve", "me", "my", "mine", "myself");
    private static final Set<String> EVERYBODY =
            Set.of("we", "us", "our", "they", "you", "everyone", "everybody", "anyone", "anybody", "somebody", "the");
    private static final String UNDO = "undo|revert|rollback|reverse";
    private static final String UNDONE = "undone|reverted|reversed";
    private static final String CHANGE =
            "change|changes|action|actions|step|steps|command|commands|operation|operations|one|thing|things|edit|edits";
    private static final String LATEST = "last|latest|previous|recent|newest";
    private static final String I_DID =
            "[that] [i|i've|i’ve|you|we] [have|just] [just] [made|did|done|changed] [here] [just] [now]";
    private static final String MINE = "[that] [i|i've|i’ve] [have] [did|done|changed|made]";
    private static final List<Form> REDO = List.of(
            Form.of("redo [that|it|this]"),
            Form.of("redo [the|my] [last|latest] [" + CHANGE + "]"),
            Form.of("redo|restore what was|has [been] [just] undone|reverted [just] [now]"),
            Form.of("redo|restore what was just undone|reverted"),
            Form.of("redo|restore [the|my] [last] " + CHANGE + " [that|which] i|we [have] [just] undid|undone"),
            Form.of("undo|revert|redo [the|that|my] [last] undo"),
            Form.of("[i] [want|need] [the|my] undone change|step|edit back"),
            Form.of("[i] [want|need] the change|step|edit back [that|which] i [have] [just] undid|undone"),
            Form.of("[i] [want|need] back the|my change|step|edit [that|which] i [have] [just] undid|undone"),
            Form.of("redo|restore what i|you|we|i've|i’ve|we've|we’ve [have] [just] undid|undone"),
            Form.of("put|bring|get|take [back] what i|you|we|i've|i’ve|we've|we’ve [have] [just] undid|undone [back]"));

    /** How one says that something is to be undone, apart from what that is. */
    private static final List<Form> UNDOING = List.of(
            Form.of(UNDO + " <what>"),
            Form.of("roll|take back <what>"),
            Form.of("roll|take <what> back"),
            Form.of("<what> should|must|shall [all] be " + UNDONE),
            Form.of("<what> has|have|needs|need [all] to be " + UNDONE),
            Form.of("<what> should|must|shall [all] be rolled|taken back"),
            Form.of("<what> has|have|needs|need [all] to be rolled|taken back"));

    /** One cancels orders, too: here it is only what was done oneself. */
    private static final Form CANCEL =
            Form.of("cancel [the|my] " + LATEST + " <count> things|changes|steps|edits [that] i did|made");

    private static final Form CANCEL_LAST =
            Form.of("cancel [the|my] " + LATEST + " thing|change|step|edit [that] [i] [did|made]");
    private static final Set<String> NO = Set.of("no", "nope", "nooo", "noo");
    private static final Set<String> UNDONE_BEFORE = Set.of("undo", "undid", "undone", "undoing", "reverted");
    private static final List<Form> LAST = List.of(
            Form.of(UNDO),
            Form.of("undo|revert [that|this|the|my] change"),
            Form.of("undo what i|you|we [have] just did|done|changed"),
            Form.of("put|bring|get back what i|you|we [have] [just] deleted|removed|erased"),
            Form.of("scratch that|this"),
            Form.of("scratch that|this , i want it back [the] [way|as] [it] [was]"),
            Form.of("that|this|it was a|an|my mistake|error|accident , undo|revert|reverse that|it|this"),
            Form.of("that|this|it was a|an|my mistake|error|accident , roll|take that|it|this back"),
            Form.of("put|bring|set it|that back [the|to] [way|how] it was"),
            CANCEL_LAST,
            Form.of("roll back"));

    /** What is undone as the last change. */
    private static final List<Form> LAST_ONE = List.of(
            Form.of("that|it|this [again]"),
            Form.of("that|this change again"),
            Form.of("[the|my|that|this] [very] [most] " + LATEST + " [" + CHANGE + "] " + I_DID),
            Form.of("what i|you|we just did|changed"),
            Form.of("what i|you|we did|changed just now"));

    private static final List<Form> DELETED = List.of(
            Form.of(
                    "restore|recover|bring|put|get [back] what|everything i|you|we|you've|you’ve|i've|i’ve [have] [just] deleted|removed|erased"),
            Form.of(
                    "restore|recover|bring|put|get back what|everything i|you|we|you've|you’ve|i've|i’ve [have] [just] deleted|removed|erased"),
            Form.of(
                    "restore|recover|bring|put|get [back] the <thing> [that] i|you|we|you've|you’ve|i've|i’ve [have] just deleted|removed|erased"));
    private static final List<Form> STEPPED = List.of(
            Form.of("go|step back <count> " + CHANGE),
            Form.of("go|step back <count> " + CHANGE + " of mine"),
            Form.of("[go] [my] [last|latest] <count> step|steps|change|changes|edit|edits back"),
            CANCEL);

    /** What is undone as the last few changes. */
    private static final List<Form> SEVERAL = List.of(
            Form.of("[the|my|your] [most] " + LATEST + " <count> " + CHANGE + " " + I_DID),
            Form.of("[the|my|your|those|these] [most] " + LATEST + " <count> [of] [them]"),
            Form.of("[the|my|your] <count> [most] " + LATEST + " " + CHANGE + " " + I_DID),
            Form.of("[the] <count> [most] " + LATEST + " " + CHANGE + " of mine"),
            Form.of("[the] [most] " + LATEST + " <count> " + CHANGE + " of mine"));

    private static final List<Form> SEVERAL_OF = List.of(
            Form.of("<who> 's last|latest <count> " + CHANGE),
            Form.of("<who> 's last|latest " + CHANGE),
            Form.of("[the] last|latest <count> " + CHANGE + " [made] by <who>"),
            Form.of("[the] last|latest <count> [made] by <who>"),
            Form.of("[the] last|latest " + CHANGE + " [made] by <who>"));
    private static final String WORK = "work|" + CHANGE;

    /** What the author did in a time. */
    private static final List<Form> SPAN = List.of(
            Form.of("everything|all|whatever|what " + MINE + " [from] <span>"),
            Form.of("all [of] [my|the] " + CHANGE + " " + MINE + " [from|of] <span>"),
            Form.of("[all] [of] my " + WORK + " " + MINE + " [from|of] <span>"),
            Form.of("[all] [the] " + CHANGE + " [that] i|i've|i’ve [have] did|done|made [from|of] <span>"),
            Form.of("everything|all|whatever of mine [from] <span>"),
            Form.of("[all] <span> 's " + CHANGE + " of mine"));

    /** Other words for undoing, which are said of what was done in a time. */
    private static final List<Form> TAKING_BACK = Form.each(
            "", "revoke|withdraw <what>", "go back on <what>", "drop|discard|scrap|scratch|trash|delete|remove <what>");

    private static final String DID = " did|done|changed|made";
    private static final List<Form> SPAN_OF = List.of(
            Form.of("everything|all|whatever|what [that|what] <who> [has|have]" + DID + " <span>"),
            Form.of("everything|all|whatever|what [that] [was]" + DID + " by <who> <span>"),
            Form.of("[all] [of] <who> 's changes|edits|work|actions [from|of] <span>"),
            Form.of("[all] [the] changes|edits [made] by|of <who> [from] <span>"),
            Form.of("[all] [of] [the] changes|edits [that|which] <who> [has|have]" + DID + " [on] <span>"));
    private static final List<Form> CONVERSATION = List.of(
            Form.of("undo|revert everything|all [done] in|of|from this|the conversation|chat"),
            Form.of("undo|revert this|the [whole] conversation|chat"),
            Form.of("undo|revert all|everything [that] we|i did here"));
    private static final Form RESTORE = Form.of("restore|bring|put|get it|that|this|him|her [back]");
    private static final List<Form> REDO_THEM =
            List.of(Form.of("redo|restore it|that|this|them [again]"), Form.of("do it|that again"), Form.of("redo"));
    private static final List<Form> AS_IT_WAS = List.of(
            Form.of("put|set|bring it|them|that|everything [all] back [as|the] [way] [it|they] [was|were]"),
            Form.of("put|set|bring it|them|that|everything [all] back to how|what it|they was|were"));
    private static final Set<String> THEM = Set.of("it", "that", "this", "them", "these", "those");
    private static final Form WRONG = Form.of("<what> was|were|is|are <wrong>");
    private static final Set<String> REGRET = Set.of(
            ("mistake mistaken wrong oops ups oops! whoops woops oh hm hmm argh sorry messed mess screwed up error accident accidentally accidental meant mean"
                            + " shouldn't shouldnt shouldn’t typo regret unintended intended nonsense rubbish garbage stupid silly incorrect mind")
                    .split(" "));
    private static final Set<String> AROUND = Set.of("please", "pls", "plz", "my", "a", "was");
    private static final Set<String> WISHING = Set.of("should", "want", "wanted", "need", "back", "my");
    private static final Set<String> DENYING =
            Set.of("not", "wasn't", "wasnt", "wasn’t", "didn't", "didnt", "didn’t", "isn't", "no", "never");
    private static final Set<String> DONE = Set.of(
            ("delete deleted deletion change changed update updated edit edited last one done did happen happened do remove removed"
                            + " action step click clicked have too what i've i’ve")
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
        if (!Form.matches(CONVERSATION, words).isEmpty()) {
            return Optional.of(manner.of(new Proposal.UndoConversation()));
        }
        Optional<Proposal> read = asked(turn, words)
                .or(() -> excused(turn, words))
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

    /** What is asked to be undone, whichever way that is said. */
    private static Optional<Proposal> asked(Turn turn, Phrase words) {
        if (!Form.matches(LAST, words).isEmpty()) {
            return Optional.of(new Proposal.UndoLast());
        }
        return several(STEPPED, words)
                .or(() ->
                        new Trials<Match>().first(Form.matches(UNDOING, words), match -> what(turn, match.the("what"))))
                .or(() -> new Trials<Match>()
                        .first(Form.matches(TAKING_BACK, words), match -> inTime(turn, match.the("what"))));
    }

    private static Optional<Proposal> what(Turn turn, Phrase what) {
        return !Form.matches(LAST_ONE, what).isEmpty()
                ? Optional.of(new Proposal.UndoLast())
                : several(SEVERAL, what).or(() -> severalOf(turn, what)).or(() -> inTime(turn, what));
    }

    /** What the author or somebody did in a time. */
    private static Optional<Proposal> inTime(Turn turn, Phrase what) {
        return span(turn, SPAN, what).or(() -> span(turn, SPAN_OF, what));
    }

    /** What a sentence of several parts says was not meant, or the last change where that is what was just deleted. */
    static Optional<Proposal> regretted(Turn turn) {
        if (!Form.matches(DELETED, turn.words()).isEmpty()) {
            return Optional.of(new Proposal.UndoLast());
        }
        List<Phrase> parts = turn.words().split(Set.of(",", ";", ".", ":", "-", "–", "!", "!!")).stream()
                .map(Phrase::stopless)
                .filter(part -> !part.isEmpty())
                .toList();
        if (parts.size() < 2) {
            return Optional.empty();
        }
        Phrase request = Courtesies.without(parts.get(parts.size() - 1));
        List<Phrase> regrets = parts.subList(0, parts.size() - 1);
        if (parts.size() == 2 && !Form.matches(AS_IT_WAS, request).isEmpty()) {
            Optional<Proposal> first = asked(turn, parts.get(0));
            if (first.isPresent()) {
                return first;
            }
        }
        boolean back = isOfThem(request)
                || !RESTORE.matches(request).isEmpty()
                || !Form.matches(REDO_THEM, request).isEmpty();
        if (back && isUndone(regrets)) {
            return Optional.of(new Proposal.Redo());
        }
        if (isOfThem(request)
                && parts.size() == 2
                && regrets.get(0).size() == 1
                && regrets.get(0).startsWithOneOf(NO)) {
            return asked(turn, request);
        }
        Optional<Proposal> named =
                isOfThem(request) ? named(turn, regrets.get(regrets.size() - 1)) : Optional.<Proposal>empty();
        return named.isPresent() || !areRegrets(turn, regrets)
                ? named
                : RESTORE.matches(request).isEmpty() ? asked(turn, request) : Optional.of(new Proposal.UndoLast());
    }

    /** “I undid that by mistake”: what is to come back had been undone. */
    private static boolean isUndone(List<Phrase> regrets) {
        boolean undone = regrets.stream()
                .flatMap(part -> part.tokens().stream())
                .anyMatch(token -> token.isOneOf(UNDONE_BEFORE));
        Stream<Phrase> denied = regrets.stream()
                .map(part -> part.without(token -> token.isOneOf(UNDONE_BEFORE) || token.isOneOf(WISHING)));
        return undone && denied.allMatch(part -> part.tokens().stream().allMatch(UndoReading::isRegret));
    }

    /** “Undo that please, my mistake”: the reason comes after the request. */
    private static Optional<Proposal> excused(Turn turn, Phrase words) {
        List<Phrase> parts = words.split(Set.of(",", ";", "-", "–")).stream()
                .map(part -> part.without(token -> token.isOneOf(AROUND)))
                .toList();
        boolean excused = parts.size() == 2 && isOfThem(parts.get(0)) && areRegrets(turn, parts.subList(1, 2));
        return excused ? asked(turn, parts.get(0)) : Optional.empty();
    }

    private static boolean isOfThem(Phrase request) {
        return Form.matches(UNDOING, request).stream()
                .map(match -> match.the("what"))
                .anyMatch(what -> what.size() == 1 && what.startsWithOneOf(THEM));
    }

    /** “My last three changes were nonsense”. */
    private static Optional<Proposal> named(Turn turn, Phrase regret) {
        return WRONG.matches(Courtesies.without(regret)).stream()
                .filter(match -> areRegrets(turn, List.of(match.the("wrong"))))
                .flatMap(match -> what(turn, match.the("what")).stream())
                .findFirst();
    }

    /** “That delete was a mistake”, “I deleted the wrong one”: what was done was not meant, and names no record. */
    private static boolean areRegrets(Turn turn, List<Phrase> parts) {
        List<Token> words =
                parts.stream().flatMap(part -> part.tokens().stream()).toList();
        boolean wrong = words.stream().anyMatch(token -> token.is("wrong"));
        return words.stream().anyMatch(token -> token.isOneOf(REGRET))
                && words.stream()
                        .allMatch(token ->
                                isRegret(token) || (wrong && turn.schema().hasEntity(token.text())));
    }

    /** A word that may stand where something is regretted. */
    private static boolean isRegret(Token token) {
        return token.isOneOf(REGRET)
                || token.isOneOf(DENYING)
                || token.isOneOf(DONE)
                || Light.isJoining(token)
                || Light.isPast(token)
                || token.isMark();
    }

    private static Optional<Proposal> several(List<Form> forms, Phrase words) {
        return Form.matches(forms, words).stream()
                .flatMap(match -> count(match).stream())
                .findFirst()
                .map(count -> count == 1 ? new Proposal.UndoLast() : new Proposal.UndoSeveral(Optional.empty(), count));
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
