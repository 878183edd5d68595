package io.frontless.assistant.offline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The form of a sentence, such as {@code delete|remove [the] field <field> of|from <entity>}: words with alternatives,
 * words in brackets that may be missing, and names in angle brackets that stand for one or more tokens.
 */
final class Form {

    /** Attempts at one sentence: ordinary ones take dozens. */
    private static final int ATTEMPTS_MAX = 5_000;

    /** Ways to divide one sentence that are worth looking at. */
    private static final int MATCHES_MAX = 12;

    private record Part(String capture, Set<String> words, boolean optional) {

        /** Whether one of its words must be there. */
        boolean isNeeded() {
            return !optional && capture.isEmpty();
        }

        boolean isIn(Set<String> said) {
            for (String word : words) {
                if (said.contains(word)) {
                    return true;
                }
            }
            return false;
        }
    }

    private final List<Part> parts;

    /** The fewest tokens that have this form. */
    private final int needed;

    private Form(List<Part> parts) {
        this.parts = List.copyOf(parts);
        needed = (int) parts.stream().filter(part -> !part.optional()).count();
    }

    static Form of(String template) {
        return new Form(Arrays.stream(template.split(" ")).map(Form::part).toList());
    }

    /** Several forms, each of the same first words and another ending. */
    static List<Form> each(String first, String... endings) {
        return Arrays.stream(endings)
                .map(ending -> of((first + " " + ending).strip()))
                .toList();
    }

    /** All ways in which the phrase has this form; earlier names get as few tokens as they can. */
    List<Match> matches(Phrase phrase) {
        return canMatch(phrase) ? matches(phrase, phrase.lowerCase()) : List.of();
    }

    /** All ways in which the phrase has one of several forms, in their order. */
    static List<Match> matches(List<Form> forms, Phrase phrase) {
        List<Match> found = new ArrayList<>();
        Set<String> said = Set.of();
        for (Form form : forms) {
            if (form.canMatch(phrase)) {
                said = said.isEmpty() ? phrase.lowerCase() : said;
                found.addAll(form.matches(phrase, said));
            }
        }
        return found;
    }

    private List<Match> matches(Phrase phrase, Set<String> said) {
        if (!hasWords(said)) {
            return List.of();
        }
        Search search = new Search(phrase);
        search.step(0, 0);
        return search.found;
    }

    /** Whether it is long enough, and begins and ends with the words that this form begins and ends with: most sentences do not, which is told by two look-ups. */
    private boolean canMatch(Phrase phrase) {
        if (phrase.size() < needed || phrase.isEmpty()) {
            return phrase.size() >= needed;
        }
        Part first = parts.get(0);
        Part last = parts.get(parts.size() - 1);
        return (!first.isNeeded() || phrase.at(0).isOneOf(first.words()))
                && (!last.isNeeded() || phrase.at(phrase.size() - 1).isOneOf(last.words()));
    }

    /** Whether there are the words without which nothing has this form: most sentences lack one, and are not searched. */
    private boolean hasWords(Set<String> said) {
        for (Part part : parts) {
            if (part.isNeeded() && !part.isIn(said)) {
                return false;
            }
        }
        return true;
    }

    private static Part part(String text) {
        if (text.length() > 2 && text.startsWith("<") && text.endsWith(">")) {
            return new Part(text.substring(1, text.length() - 1), Set.of(), false);
        }
        boolean optional = text.startsWith("[");
        String words = optional ? text.substring(1, text.length() - 1) : text;
        return new Part("", Set.of(words.split("\\|")), optional);
    }

    private final class Search {
        private final Phrase phrase;
        private final Map<String, Phrase> captured = new HashMap<>();
        private final List<Match> found = new ArrayList<>();
        private int attempts;

        Search(Phrase phrase) {
            this.phrase = phrase;
        }

        void step(int part, int token) {
            attempts++;
            if (attempts > ATTEMPTS_MAX || found.size() >= MATCHES_MAX) {
                return;
            }
            if (part == parts.size()) {
                if (token == phrase.size()) {
                    found.add(new Match(captured));
                }
                return;
            }
            Part wanted = parts.get(part);
            if (!wanted.capture().isEmpty()) {
                capture(wanted, part, token);
                return;
            }
            if (token < phrase.size() && phrase.at(token).isOneOf(wanted.words())) {
                step(part + 1, token + 1);
            }
            if (wanted.optional()) {
                step(part + 1, token);
            }
        }

        private void capture(Part wanted, int part, int token) {
            int first = part == parts.size() - 1 ? phrase.size() : token + 1;
            for (int end = Math.max(first, token + 1); end <= phrase.size(); end++) {
                captured.put(wanted.capture(), phrase.sub(token, end));
                step(part + 1, end);
            }
            captured.remove(wanted.capture());
        }
    }
}
