package io.frontless.assistant.offline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Other words for “if” and “unless”: “provided that”, “as long as”, “in the event that”, “except if”. A turn has the two words alone. */
final class Conjunctions {

    private static final Set<List<String>> IF = listed(
            "in the event that|in the event of|in the event|in case that|in case of|in case|on the condition that|on condition that"
                    + "|under the condition that|provided that|providing that|provided|providing|assuming that|assuming|given that"
                    + "|supposing that|supposing|as long as|so long as");
    private static final Set<List<String>> UNLESS = Set.of(
            List.of("except", "if"),
            List.of("except", "when"),
            List.of("but", "not", "if"),
            List.of("only", "not", "if"));

    /** The same where they begin the sentence; elsewhere they may tell when something was. */
    private static final Set<List<String>> IF_FIRST =
            listed("once|as soon as|after|granted that|presuming that|presuming|subject to|on the assumption that");

    /** What before such a word makes another sense of it: “was provided”, “last as long as”. */
    private static final Set<String> OTHERWISE = Set.of(
            "is", "was", "were", "are", "be", "been", "has", "have", "had", "we", "they", "he", "she", "i", "last",
            "lasts", "takes", "take", "twice", "half", "the", "a", "an", "not", "just");

    private static final Set<String> BEGINNING = Set.of("if", "unless", "when", "whenever", "should");
    private static final List<Form> IF_NOT = List.of(
            Form.of(
                    "if it|he|she|they|that isn't|isn’t|aren't|aren’t|doesn't|doesn’t|don't|don’t|hasn't|hasn’t|haven't|haven’t"
                            + " [so|true] , <rest>"),
            Form.of("if it|he|she|they|that is|are|does|do|has|have not [so|true] , <rest>"),
            Form.of("if that|this is not the case , <rest>"),
            Form.of("if that|this isn't|isn’t the case , <rest>"));
    /** “If not sure” is another condition. */
    private static final Set<String> UNSURE = Set.of("sure", "certain", "known", "possible", "needed", "necessary");

    private static final int TOKENS_MAX = 5;
    private static final int ABOUT_TOKENS_MAX = 8;

    private Conjunctions() {}

    private static Set<List<String>> listed(String phrases) {
        return Arrays.stream(phrases.split("\\|"))
                .map(words -> List.of(words.split(" ")))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The words with “if” and “unless” for what says the same; not for a word that is in a name, as “provided” in the field “Catering provided”. */
    static Phrase plain(Phrase words, SchemaLinker schema) {
        List<Token> tokens = new ArrayList<>();
        for (int i = 0; i < words.size(); ) {
            int taken = 0;
            boolean free = i == 0 || !words.at(i - 1).isOneOf(OTHERWISE);
            for (int length = Math.min(TOKENS_MAX, words.size() - i - 1); free && taken == 0 && length > 0; length--) {
                String plain = plainOf(words.sub(i, i + length), i == 0);
                if (!plain.isEmpty() && !(length == 1 && isInName(words.at(i), schema))) {
                    int end = words.at(i + length - 1).end();
                    tokens.add(new Token(Token.Kind.WORD, plain, words.at(i).start(), end));
                    taken = length;
                }
            }
            if (taken == 0) {
                tokens.add(words.at(i));
            }
            i += Math.max(1, taken);
        }
        return new Phrase(words.sentence(), List.copyOf(tokens));
    }

    private static boolean isInName(Token word, SchemaLinker schema) {
        return schema.entities().stream()
                .flatMap(entity -> Stream.concat(
                        Stream.of(entity.label()),
                        entity.fields().stream()
                                .flatMap(field -> Stream.concat(Stream.of(field.label()), field.options().stream()))))
                .flatMap(name -> Stream.of(name.split(" ", -1)))
                .anyMatch(word.word()::equalsIgnoreCase);
    }

    /** Whether the words begin with a condition, or with what it is about: “R-0503: unless it is paid, …”. */
    static boolean begin(Phrase words) {
        return words.startsWithOneOf(BEGINNING)
                || IntStream.range(1, Math.min(ABOUT_TOKENS_MAX, words.size()))
                        .anyMatch(i -> words.at(i).isOneOf(Set.of("if", "unless"))
                                && words.at(i - 1).isOneOf(Set.of(":", ",")));
    }

    /** How many tokens say that it is not so: “if not”, “if it isn't,”, “if that is not the case,”. */
    static int ifNot(Phrase words, int at) {
        boolean not = at + 2 < words.size()
                && words.at(at).is("if")
                && words.at(at + 1).is("not")
                && !words.at(at + 2).isOneOf(UNSURE);
        return not
                ? 2
                : IF_NOT.stream()
                        .flatMap(form -> form.matches(words.from(at)).stream())
                        .mapToInt(match -> words.size() - at - match.the("rest").size())
                        .findFirst()
                        .orElse(0);
    }

    private static String plainOf(Phrase said, boolean first) {
        if (said.tokens().stream().anyMatch(token -> !token.isWord())) {
            return "";
        }
        List<String> words = said.tokens().stream()
                .map(token -> token.text().toLowerCase(Locale.ROOT))
                .toList();
        boolean ifSo = IF.contains(words) || (first && IF_FIRST.contains(words));
        return UNLESS.contains(words) ? "unless" : ifSo ? "if" : "";
    }
}
