package io.frontless.assistant.offline;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** What people say around a request: greetings, thanks, “would you be so kind as to”, “, please correct this”. */
final class Courtesies {

    private static final List<Form> BEFORE = List.of(
            Form.of("wait [,] no [,] <rest>"),
            Form.of("ok|okay|alright|fine [,] <rest> then"),
            Form.of("please|pls|plz|now|ok|okay|hey|hello|hi|hiya|kindly|just|oops|so|well|wait|sorry <rest>"),
            Form.of("no wait|sorry <rest>"),
            Form.of("good morning|afternoon|evening|day <rest>"),
            Form.of("go ahead and <rest>"),
            Form.of(",|!|. <rest>"),
            Form.of("and <rest>"),
            Form.of("can|could|would|will you|u [please] be so kind|good as|and to <rest>"),
            Form.of("can|could|would|will you|u be so kind as to <rest>"),
            Form.of("be so kind|good [as] and|to <rest>"),
            Form.of("you|u may|can|should [now] <rest>"),
            Form.of("please be informed|advised|told that <rest>"),
            Form.of("be informed|advised|told that <rest>"),
            Form.of("record|note that <rest>"),
            Form.of("[just] to let you know [that] <rest>"),
            Form.of(
                    "i'm|i’m|we're|we’re [very|really|so] happy|pleased|glad|delighted|proud|sorry|sad to <addressing> that <rest>"),
            Form.of(
                    "i|we am|are [very|really|so] happy|pleased|glad|delighted|proud|sorry|sad to <addressing> that <rest>"),
            Form.of("the|our <somebody> has|have [just|now|finally] confirmed that <rest>"),
            Form.of("the|our <somebody> confirmed [to] [us|me] that <rest>"),
            Form.of("can|could|would|will you|u [please] <rest>"),
            Form.of("can|could we|i please <rest>"),
            Form.of("i want|need|like|wish [you] to <rest>"),
            Form.of("i'd|i’d like to see|know|have <rest>"),
            Form.of("i'd|i’d|we'd|we’d like [you] to <rest>"),
            Form.of("i|we would like [you] to <rest>"),
            Form.of("i'd|i’d|we'd|we’d like|need|want <rest>"),
            Form.of("i|we would like <rest>"),
            Form.of("i|we need|want <rest>"),
            Form.of("let us|'s <rest>"),
            Form.of("i'd|i’d be grateful|glad|happy|pleased if <rest>"),
            Form.of("i would be grateful|glad|happy|pleased if <rest>"),
            Form.of("it would be great|good|nice|lovely if <rest>"),
            Form.of("can|could|may|let i|me|we [please] see|have|get|know|order <rest>"),
            Form.of("dear <somebody> , <rest>"),
            Form.of("to whom it may concern [:|,] <rest>"),
            Form.of("i|we|this|it <addressing> that|to <rest>"));

    /** What is looked for is to be shown. */
    private static final List<Form> SOUGHT = List.of(
            Form.of("i'm|i’m|we're|we’re looking|searching for <rest>"),
            Form.of("i|we am|are looking|searching for <rest>"),
            Form.of("i|we look|search for <rest>"),
            Form.of("i|we search|seek <rest>"),
            Form.of("i'd|i’d|we'd|we’d be interested in <rest>"),
            Form.of("i|we would be interested in <rest>"),
            Form.of("i'm|i’m interested in <rest>"),
            Form.of("i|we am|are interested in <rest>"));

    /** What a letter says before what it is about. */
    private static final Set<String> ADDRESSING = Set.of(
            ("inform informs tell notify advise ask request remind let know confirm is correct you hereby would will like kindly decided agreed"
                            + " want wish please note say announce report")
                    .split(" "));

    private static final int SOMEBODY_TOKENS_MAX = 4;

    private static final List<Form> TELL = List.of(
            Form.of("tell|show me|us <rest>"),
            Form.of("know|see|hear|learn|find [out] <rest>"),
            Form.of("i wonder <rest>"),
            Form.of("i'm|i’m|i [am|was] wondering <rest>"));
    private static final Set<String> ASKING =
            Set.of("which", "what", "who", "how", "when", "where", "whose", "whether");

    /** Words that end a letter; what follows them is a name. */
    private static final List<Form> CLOSINGS = List.of(
            Form.of("yours faithfully|sincerely|truly [,] <name>"),
            Form.of("yours faithfully|sincerely|truly"),
            Form.of("[best|kind|warm] regards [,] <name>"),
            Form.of("[best|kind|warm|many] regards|thanks [in] [advance]"),
            Form.of("thanks|cheers|thx|ty [,] <name>"),
            Form.of("thanks|thx|ty [a] [lot] [so] [much] [in] [advance]"),
            Form.of("thank you [so|very] [much] [in] [advance]"),
            Form.of("thank you [so|very] [much] [in] [advance] , <signed>"),
            Form.of("cheers"));

    private static final Set<String> BEING = Set.of("is", "are", "have", "has");

    private static final Set<String> HELPING = Set.of("must", "should", "shall", "to", "can", "may", "will", "that");

    private static final int CLOSING_TOKENS_MAX = 7;
    private static final int SIGNED_TOKENS_MAX = 3;

    /** “Would you fix that?” after what is to be. */
    static final String ASKED_AFTER = "<rest> [,] would|will|could|can you|u [please|kindly]"
            + " fix|correct|change|update|enter|note|record|adjust|do|amend that|this|it|them [for] [me]";

    private static final List<Form> AFTER = List.of(
            Form.of("<rest> , please|pls do|update|correct|change|enter|fix|note|record|adjust [that|this|it|them|so]"),
            Form.of("<rest> ,|; please|pls|kindly mark|update|fix it|them|that [accordingly|please]"),
            Form.of("<rest> , please|pls rename it|him|her|them"),
            Form.of("<rest> , [please] go ahead"),
            Form.of("<rest> in the system"),
            Form.of("<rest> for good"),
            Form.of("<rest> as well"),
            Form.of("<rest> from this day|week|month|year on"),
            Form.of("<rest> by now"),
            Form.of("<rest> any more|longer"),
            Form.of("<rest> anymore"),
            Form.of("<rest> [,] would|will|could|can you [please]"),
            Form.of(ASKED_AFTER),
            Form.of("<rest> if possible|necessary"),
            Form.of("<rest> if that 's|is possible|okay|ok|fine|alright"),
            Form.of("<rest> if you can|could|like"),
            Form.of("<rest> right away"),
            Form.of("<rest> immediately|asap|thx|plz|pls"));

    /** That something holds from this day on, at the end or the front. */
    private static final List<Form> FROM_NOW = List.of(
            Form.of("<rest> with immediate effect"),
            Form.of("<rest> as of|from today|now"),
            Form.of("<rest> effective|starting today|now|immediately"),
            Form.of("<rest> from today|now on"),
            Form.of("from today|now on [,] <rest>"),
            Form.of("as of|from today|now [,] <rest>"));

    private Courtesies() {}

    /** The request itself. */
    static Phrase without(Phrase words) {
        return front(back(words));
    }

    /** “All brass players are on leave as of today” tells that they are now. */
    private static Optional<Phrase> fromNow(Phrase words) {
        return Form.matches(FROM_NOW, words).stream()
                .map(match -> match.the("rest"))
                .map(Courtesies::isNow)
                .findFirst();
    }

    private static Phrase isNow(Phrase words) {
        return IntStream.range(1, words.size())
                .filter(i -> words.at(i - 1).isOneOf(BEING) && !words.at(i).is("now"))
                .filter(i -> i == 1 || !words.at(i - 2).isOneOf(HELPING))
                .mapToObj(i -> words.to(i).then("now").joined(words.from(i)))
                .findFirst()
                .orElse(words);
    }

    /** Without the end of a letter, of which nothing is part of the request. */
    static Phrase withoutClosing(Phrase words) {
        for (int start = 1; start < words.size(); start++) {
            Phrase rest = words.from(start);
            String before = words.at(start - 1).text();
            boolean apart =
                    before.endsWith(".") || before.endsWith("!") || before.endsWith(",") || before.endsWith("?");
            if (apart
                    && rest.size() <= CLOSING_TOKENS_MAX
                    && Form.matches(CLOSINGS, rest.stopless()).stream().anyMatch(Courtesies::isSigned)) {
                return words.to(start);
            }
        }
        return words;
    }

    /** “Thank you, Carla” is signed; “thank you, delete it” goes on. */
    private static boolean isSigned(Match closing) {
        return !closing.has("signed")
                || (closing.the("signed").size() <= SIGNED_TOKENS_MAX
                        && closing.the("signed").tokens().stream()
                                .allMatch(token -> token.text().matches("\\p{Lu}.*")));
    }

    private static Phrase front(Phrase words) {
        Phrase opened = Openers.without(words);
        if (opened.size() < words.size()) {
            return front(opened);
        }
        for (Form form : BEFORE) {
            for (Match match : form.matches(words)) {
                boolean long1 = match.has("somebody")
                        && (match.the("somebody").size() > SOMEBODY_TOKENS_MAX
                                || match.the("somebody").tokens().stream()
                                        .anyMatch(token ->
                                                token.isOneOf(ToldWords.NOT) || token.isOneOf(ToldWords.BEING)));
                boolean other = match.has("addressing")
                        && !match.the("addressing").tokens().stream().allMatch(token -> token.isOneOf(ADDRESSING));
                if (!long1 && !other) {
                    return front(match.the("rest"));
                }
            }
        }
        for (Match match : Form.matches(SOUGHT, words)) {
            return words.to(0).then("show").joined(match.the("rest"));
        }
        for (Match match : Form.matches(TELL, words)) {
            if (match.the("rest").startsWithOneOf(ASKING)) {
                return match.the("rest");
            }
        }
        return words;
    }

    private static Phrase back(Phrase words) {
        Optional<Phrase> fromNow = fromNow(words);
        if (fromNow.isPresent()) {
            return back(fromNow.get());
        }
        for (Match match : Form.matches(AFTER, words)) {
            return back(match.the("rest"));
        }
        return words;
    }
}
