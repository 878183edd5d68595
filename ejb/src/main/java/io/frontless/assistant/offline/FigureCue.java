package io.frontless.assistant.offline;

import io.frontless.record.control.Grouping.Function;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What says that a figure is asked for.
 *
 * @param function what is made
 * @param rest the words without those that say so
 * @param weak whether they ask for a figure only beside a number, as “how many” does
 */
record FigureCue(Function function, Phrase rest, boolean weak) {

    private static final Map<String, Function> MADE = Map.ofEntries(
            Map.entry("in total", Function.SUM),
            Map.entry("in all", Function.SUM),
            Map.entry("all in all", Function.SUM),
            Map.entry("summed up", Function.SUM),
            Map.entry("added up", Function.SUM),
            Map.entry("all together", Function.SUM),
            Map.entry("how much", Function.SUM),
            Map.entry("how many", Function.SUM),
            Map.entry("add up", Function.SUM),
            Map.entry("adds up", Function.SUM),
            Map.entry("sum up", Function.SUM),
            Map.entry("on average", Function.AVG),
            Map.entry("total", Function.SUM),
            Map.entry("totals", Function.SUM),
            Map.entry("sum", Function.SUM),
            Map.entry("altogether", Function.SUM),
            Map.entry("alltogether", Function.SUM),
            Map.entry("together", Function.SUM),
            Map.entry("combined", Function.SUM),
            Map.entry("overall", Function.SUM),
            Map.entry("average", Function.AVG),
            Map.entry("mean", Function.AVG),
            Map.entry("avarage", Function.AVG),
            Map.entry("avg", Function.AVG));

    /** What asks for a figure only beside a number or another word for it. */
    private static final Set<String> WEAK = Set.of("how many");

    private static final int CUE_TOKENS_MAX = 3;

    private static final Set<String> FRAME = Set.of(
            "what",
            "what's",
            "whats",
            "is",
            "are",
            "was",
            "'s",
            "show",
            "me",
            "give",
            "tell",
            "calculate",
            "compute",
            "the",
            "a",
            "to",
            ",",
            "please",
            "and",
            "that",
            "will",
            "would");
    private static final Set<String> SPEAKING = Set.of("i", "we", "you");
    private static final Set<String> TAKINGS = Set.of("revenue", "turnover", "income", "earnings");

    /** The same, of some of the words. */
    FigureCue with(Phrase some) {
        return new FigureCue(function, some, weak);
    }

    /** What the words ask for. */
    static Optional<FigureCue> in(Phrase words) {
        Optional<FigureCue> cue = Optional.empty();
        Phrase rest = words;
        for (int i = 0; i < rest.size(); ) {
            int length = cueLength(rest.from(i));
            if (length == 0 || isTalk(rest, i)) {
                i++;
                continue;
            }
            String said = rest.sub(i, i + length).text().toLowerCase(Locale.ROOT);
            Function function = Objects.requireNonNull(MADE.get(said));
            rest = rest.to(i).joined(rest.from(i + length));
            Function known = cue.map(FigureCue::function).orElse(Function.SUM);
            boolean weak = WEAK.contains(said) && cue.map(FigureCue::weak).orElse(true);
            cue = Optional.of(new FigureCue(function == Function.AVG ? function : known, rest, weak));
        }
        Phrase left = rest;
        if (cue.isEmpty() && words.startsWithOneOf(TAKINGS)) {
            return Optional.of(new FigureCue(Function.SUM, words, false));
        }
        return cue.map(found -> new FigureCue(found.function(), withoutFrame(left), found.weak()));
    }

    /** “Drafts, I mean” is no average. */
    private static boolean isTalk(Phrase words, int at) {
        return at > 0 && words.at(at).is("mean") && words.at(at - 1).isOneOf(SPEAKING);
    }

    private static int cueLength(Phrase phrase) {
        for (int length = Math.min(CUE_TOKENS_MAX, phrase.size()); length > 0; length--) {
            Phrase said = phrase.to(length);
            boolean plain = said.tokens().stream().noneMatch(Token::quoted);
            if (plain && MADE.containsKey(said.text().toLowerCase(Locale.ROOT))) {
                return length;
            }
        }
        return 0;
    }

    private static Phrase withoutFrame(Phrase words) {
        int start = 0;
        while (start < words.size() && words.at(start).isOneOf(FRAME)) {
            start++;
        }
        int end = words.size();
        while (end > start && words.at(end - 1).is(",")) {
            end--;
        }
        return words.sub(start, end);
    }
}
