package io.frontless.assistant.offline;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is asked to be shown, in the order of a plain question: “give me a list of the overdue loans” is “show the overdue loans”, “held but not paid, which
 * lessons are those” is “lessons that are held but not paid”.
 */
record AskedFor(Turn turn) {

    private static final List<Form> WISHED = List.of(Form.of("give|get|send|bring|fetch|hand|tell|show me|us <rest>"));
    private static final List<Form> LISTED = List.of(Form.of(
            "[show|list|find] [me|us] [a|an|the] [full|complete|quick|short|whole] <list> of|with [all] <rest>"));
    private static final Set<String> LISTS = Set.of("list", "overview", "listing", "summary", "record");
    private static final Set<String> FIGURES = Set.of(
            "number", "count", "total", "sum", "average", "mean", "highest", "lowest", "maximum", "minimum", "overall");

    /** What says nothing more after a question. */
    private static final List<Form> BESIDE = List.of(
            Form.of("<rest> , just|only [the] numbers|names|titles|figures|count|counts"),
            Form.of("<rest> , numbers|figures|counts only"),
            Form.of("<rest> , nothing else|more"),
            Form.of("<rest> [,] list [them] please|pls"),
            Form.of("<rest> ,|. i|we need the|a list"),
            Form.of("<rest> , which ones [have|do] [we|i] [got|have]"),
            Form.of("<rest> , who|which|what [ones] are|is|were they|those|these|that"));

    private static final List<Form> APART = List.of(
            Form.of(
                    "[is|are|does] [there|we|i] [have] [any|anything|anyone|anybody|something|what|who|which] [is|are|'s] <what> ,|?|.|- [the|of] <noun> i|we mean"),
            Form.of(
                    "[is|are|does] [there|we|i] [have] [any|anything|anyone|anybody|something|what|who|which] [is|are|'s] <what> , of|among the|our|my <noun>"),
            Form.of("<what> , which|what <noun> are|is|were|would|was [that|those|they|these] [be]"),
            Form.of(
                    "[is|are] [there] any|anything|anyone|anybody|something|someone <what> among|amongst [all] [of] [the|our|my|your] <noun>"),
            Form.of(
                    "[is|are] [there] any|anything|anyone|anybody|something|someone among|amongst [all] [of] [the|our|my|your] <noun> [that|which|who] [is|are|has|have] <what>"),
            Form.of("among|amongst|of|from [all] [of] [the|our|my] <noun> , which|what|who [ones|one] are|is <what>"),
            Form.of("among|amongst|of [all] [of] [the|our|my] <noun> , [is|are] [there] any|anything|anyone <what>"));
    private static final List<Form> EXPLAINED = List.of(
            Form.of("<before> [,] i.e.|ie|i.e|meaning [,] <what>"), Form.of("<before> , that is|means [,] <what>"));
    private static final Set<String> WHICH = Set.of("which", "what", "show", "list", "find", "any");
    private static final int DROPPED_MAX = 6;
    private static final Set<String> PLEASE = Set.of("please", "pls");
    private static final List<Form> HAD =
            List.of(Form.of("what do we|i have|own|keep [got] <rest>"), Form.of("what have we|i got <rest>"));
    private static final List<Form> OFFERED = List.of(Form.of("do we|you|i <verb> any <rest>"));
    private static final List<Form> EXCEPT = List.of(
            Form.of("not counting|including <other> , <rest>"),
            Form.of("leaving out|aside <other> , <rest>"),
            Form.of("except|excepting|excluding|ignoring|disregarding [for] <other> , <rest>"),
            Form.of("apart|aside from <other> , <rest>"),
            Form.of("with the exception of <other> , <rest>"),
            Form.of("besides <other> , <rest>"));
    private static final Set<String> THAT = Set.of("that", "this", "it");
    private static final Set<String> PARTING = Set.of(",", ";", ":", "then");
    private static final Set<String> ASKING = Set.of("which", "what", "who", "how", "show", "list", "find", "whose");

    /** The turn in the words of a plain question; the same where it is none, or one already. */
    Turn plain() {
        Phrase words = turn.words();
        Phrase shown = listed(wished(had(apart(meant(beside(excepted(words)))))));
        return shown.equals(words) ? turn : turn.part(shown, List.of());
    }

    private Phrase wished(Phrase words) {
        return Form.matches(WISHED, words).stream()
                .map(match -> match.the("rest"))
                .filter(this::areSeveral)
                .findFirst()
                .map(rest -> word("show", words).joined(rest))
                .orElse(words);
    }

    private boolean areSeveral(Phrase rest) {
        Phrase said = rest.bare();
        return said.startsWithOneOf(FIGURES)
                || turn.selections().namesSeveral(rest)
                || (said.startsWithOneOf(LISTS) && said.size() > 1 && said.at(1).is("of"));
    }

    /** “What do we have by Aiko Sato” is everything by her, “do we offer any treatments under 50” those that there are. */
    private Phrase had(Phrase words) {
        Optional<Phrase> everything = first(HAD, words)
                .map(match -> match.the("rest"))
                .filter(rest -> Holders.Relation.of(rest.at(0)).isPresent())
                .map(rest -> word("show", words).then("everything").joined(rest));
        return everything
                .or(() -> Form.matches(OFFERED, words).stream()
                        .filter(match -> match.the("verb").size() == 1
                                && Words.isDeed(match.the("verb").text()))
                        .map(match -> word("show", words).then("any").joined(match.the("rest")))
                        .findFirst())
                .orElse(words);
    }

    private Phrase listed(Phrase words) {
        return Form.matches(LISTED, words).stream()
                .filter(match -> match.the("list").size() == 1
                        && match.the("list").startsWithOneOf(LISTS)
                        && !turn.schema().hasEntity(match.the("list").text())
                        && turn.selections().namesSeveral(match.the("rest")))
                .findFirst()
                .map(match -> word("show", words).joined(match.the("rest")))
                .orElse(words);
    }

    private static Phrase beside(Phrase words) {
        return first(BESIDE, words).map(match -> beside(match.the("rest"))).orElse(words);
    }

    /** “Which shipments are late, i.e. deliver by before today”: what is not understood is explained, and passed over. */
    private Phrase meant(Phrase words) {
        return first(EXPLAINED, words)
                .filter(match -> isAsked(match.the("before")))
                .flatMap(match -> explained(match, words))
                .orElse(words);
    }

    /** Whether no verb in front says what is to be done: “delete the late ones, i.e. …” shows nothing. */
    private boolean isAsked(Phrase said) {
        return said.startsWithOneOf(ASKING)
                || !(Light.isChanging(said.at(0))
                        || said.at(0).isOneOf(UpdateRecordReading.VERBS)
                        || Openers.isCommand(said.at(0))
                        || Words.isDeed(said.at(0).text())
                        || turn.isVerb(said.at(0).word()));
    }

    private Optional<Phrase> explained(Match match, Phrase words) {
        Phrase before = match.the("before");
        Phrase asked = before.from(before.startsWithOneOf(WHICH) ? 1 : 0).without(token -> token.isOneOf(PLEASE));
        int noun = 0;
        while (noun < asked.size()
                && turn.schema().leadingEntity(asked.from(noun)).isEmpty()) {
            noun++;
        }
        Phrase shown = word("show", words);
        if (noun == asked.size()) {
            return isTalk(asked) ? Optional.of(shown.then("everything").joined(match.the("what"))) : Optional.empty();
        }
        int end = noun
                + turn.schema().leadingEntity(asked.from(noun)).orElseThrow().length();
        Phrase kept = end == asked.size() ? asked.from(noun) : asked.to(end);
        for (int more = asked.size() - 1; more > end; more--) {
            if (turn.selections().isRead(asked.to(more))) {
                kept = asked.to(more);
                break;
            }
        }
        Phrase told = kept;
        Phrase dropped = asked.without(token -> told.tokens().contains(token));
        return dropped.isEmpty() || !isTalk(dropped) || !turn.selections().isRead(kept)
                ? Optional.empty()
                : Optional.of(shown.joined(kept).then("that").then("are").joined(match.the("what")));
    }

    /** Whether a few words name nobody and no number. */
    private static boolean isTalk(Phrase dropped) {
        return dropped.size() <= DROPPED_MAX
                && dropped.tokens().stream()
                        .allMatch(token -> token.isWord() && token.text().equals(token.word()));
    }

    private Phrase apart(Phrase words) {
        return Form.matches(APART, words).stream()
                .filter(match -> isAsked(match.the("what"))
                        || !words.at(words.size() - 1).is("mean"))
                .filter(match -> match.the("noun").size() < 4)
                .filter(match -> turn.schema().entity(match.the("noun")).isPresent())
                .findFirst()
                .map(match -> word("show", words)
                        .joined(match.the("noun"))
                        .then("that")
                        .then("are")
                        .joined(match.the("what")))
                .orElse(words);
    }

    /** What is excepted in front is excepted behind, where only one thing is said. */
    private static Phrase excepted(Phrase words) {
        return first(EXCEPT, words)
                .filter(match -> !match.the("other").startsWithOneOf(THAT))
                .filter(match -> match.the("rest").startsWithOneOf(ASKING)
                        || match.the("rest").from(1).tokens().stream().noneMatch(token -> token.isOneOf(Words.EVERY)))
                .filter(match -> match.the("rest").startsWithOneOf(ASKING)
                        || match.the("rest").tokens().stream().noneMatch(token -> token.isOneOf(PARTING)))
                .map(match -> match.the("rest").then("except").joined(match.the("other")))
                .orElseGet(() -> exceptedOfAll(words));
    }

    /** “Except for CU-1 all materials get dearer”, without a comma. */
    private static Phrase exceptedOfAll(Phrase words) {
        int other = words.startsWith("except")
                        && words.size() > 1
                        && words.at(1).is("for")
                ? 2
                : words.startsWith("apart") && words.size() > 1 && words.at(1).is("from") ? 2 : 1;
        boolean excepts = other == 2 || words.startsWith("except");
        int all = other + 1;
        while (excepts
                && all < words.size()
                && !words.at(all).isOneOf(Words.EVERY)
                && !words.at(all).isMark()) {
            all++;
        }
        return excepts && all < words.size() && words.at(all).isOneOf(Words.EVERY)
                ? words.from(all).then("except").joined(words.sub(other, all))
                : words;
    }

    private static Optional<Match> first(List<Form> forms, Phrase words) {
        return Form.matches(forms, words).stream().findFirst();
    }

    private static Phrase word(String word, Phrase before) {
        return before.to(0).then(word);
    }
}
