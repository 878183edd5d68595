package io.frontless.assistant.offline;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What leads over to a request and says nothing of it: “you know what, …”, “while you are at it …”, “first add …”, “this morning's list: …”. */
final class Openers {

    private static final List<Form> FORMS = List.of(
            Form.of("[and] while|whilst you|we|i are|'re|am at it|that [,] [also|please] <rest>"),
            Form.of("[and] while you're|we're|i'm|you’re|we’re|i’m at it|that [,] [also|please] <rest>"),
            Form.of("[and] you know what [,|:|?|!] <rest>"),
            Form.of("[and] guess|know what [,|:|?|!] <rest>"),
            Form.of("on second|reflection thought|thoughts [,|:] <rest>"),
            Form.of("on reflection [,] <rest>"),
            Form.of("come to think of it [,] <rest>"),
            Form.of("now that i|we think of|about it [,] <rest>"),
            Form.of(
                    "[and] good|great|bad|sad|happy|wonderful|fantastic|excellent news [everybody|everyone|all|team] ,|:|!|-"
                            + " <rest>"),
            Form.of("[and] by the way [,|:] <rest>"),
            Form.of("[and] btw [,|:] <rest>"),
            Form.of("[and] in that case [,|:] <rest>"),
            Form.of("[and] one more|last thing [,|:|.] <rest>"),
            Form.of("[and] another thing [,|:] <rest>"),
            Form.of("[and] in addition [,] <rest>"),
            Form.of("[and] additionally|furthermore|moreover [,] <rest>"),
            Form.of("[and] besides , <rest>"),
            Form.of("oh [,] and <rest>"),
            Form.of("[and] after that [,] <rest>"),
            Form.of("first|firstly|second|secondly|third|thirdly|next|then|finally|lastly [of] [all] ,|: <rest>"),
            Form.of("first|1st of all [,] <rest>"),
            Form.of(
                    "right|alright|great|fine|good|perfect|thanks|thx|actually|anyway|well|oh|ah|cool|super|true ,|!|. <rest>"),
            Form.of("all right|good [,] <rest>"),
            Form.of("[right|okay|ok] then , <rest>"),
            Form.of("[and] actually|additionally <rest>"));
    private static final Pattern HESITATION =
            Pattern.compile("(?i)no{2,}|a+r*g*h+|(?:wh?)?[ou]+ps|o+h+|u+h+m*|e+r+m+|h+m+|m{2,}h*");

    /** What a list of requests is called. */
    private static final Set<String> LISTS =
            Words.listed("list things changes updates points notes todo todos to-do to-dos items corrections"
                    + " following news summary requests update request note wishes tasks steps");

    /** What may stand before it: of “overdue tasks” it says which are meant. */
    private static final Set<String> BEFORE =
            Words.listed("few couple following quick little small other some several more new next late my first today"
                    + " tomorrow yesterday morning afternoon evening monday tuesday wednesday thursday friday saturday"
                    + " sunday week month day todo to-do wish another 's");

    private static final Set<String> DENYING = Words.listed("no not don't never ignore forget wrong skip without");
    private static final int HEADING_TOKENS_MAX = 7;

    /** “Write in the notes: …” says where it is written. */
    private static final Set<String> WRITING = Words.listed("write put note enter add");

    private static final Set<String> INTO = Words.listed("in into under to down");

    /** Verbs before which “first” only tells the order. */
    private static final Set<String> ADDING =
            Words.listed("add create register enter book insert open delete remove erase cancel mark");

    private Openers() {}

    /** Whether the word adds records, or takes some away. */
    static boolean isCommand(Token word) {
        return word.isOneOf(ADDING);
    }

    /** The words without the first thing that leads over to the request; the same where nothing does. */
    static Phrase without(Phrase words) {
        if (words.size() < 2) {
            return words;
        }
        if (words.at(0).isWord() && HESITATION.matcher(words.at(0).text()).matches()) {
            return words.from(1);
        }
        boolean first = words.startsWith("first")
                && (words.at(1).isOneOf(UpdateRecordReading.VERBS)
                        || words.at(1).isOneOf(ADDING));
        if (first) {
            return words.from(1);
        }
        int heading = heading(words);
        return heading > 0
                ? words.from(heading)
                : Form.matches(FORMS, words).stream()
                        .findFirst()
                        .map(match -> match.the("rest"))
                        .orElse(words);
    }

    private static boolean isBefore(Token word) {
        return Light.isJoining(word)
                || word.isOneOf(BEFORE)
                || Dates.count(word.text().toLowerCase(Locale.ROOT)).isPresent();
    }

    /** “Three things.”, “This morning's list:”: how many tokens say only that several things follow. */
    private static int heading(Phrase words) {
        if (words.startsWithOneOf(WRITING) && words.at(1).isOneOf(INTO)) {
            return 0;
        }
        for (int end = 0; end < Math.min(words.size(), HEADING_TOKENS_MAX); end++) {
            Token token = words.at(end);
            boolean stop = end > 0 && token.isWord() && token.text().endsWith(".");
            if (token.quoted() || token.isOneOf(DENYING)) {
                return 0;
            }
            if ((end > 0 && token.is(":")) || stop) {
                Token last = words.at(token.is(":") ? end - 1 : end);
                String noun = last.text().replaceFirst("\\.$", "");
                boolean things = LISTS.contains(noun.toLowerCase(Locale.ROOT))
                        && words.to(token.is(":") ? end - 1 : end).tokens().stream()
                                .allMatch(Openers::isBefore);
                return things && end + 1 < words.size() ? end + 1 : 0;
            }
        }
        return 0;
    }
}
