package io.frontless.assistant.offline;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * English words by what they tell, of a table made of WordNet ({@code words.txt}): verbs of deeds, verbs of talk and thought, adverbs, and which nouns
 * are synonyms. Only those that are used so more than otherwise: “water” is no verb here.
 */
final class Words {

    /** What says that each of several is meant. */
    static final Set<String> EVERY = Set.of("all", "every", "each");

    private static final Set<String> DEEDS = new HashSet<>();
    private static final Set<String> TALK = new HashSet<>();
    private static final Set<String> ADVERBS = new HashSet<>();

    /** The base of irregular forms, as “drive” of “drove”. */
    private static final Map<String, String> FORMS = new HashMap<>();

    private static final Map<String, Set<String>> SYNONYMS = new HashMap<>();

    static {
        load();
    }

    private Words() {}

    /** The words of a list that blanks part; one may stand there twice. */
    static Set<String> listed(String list) {
        return Set.copyOf(Arrays.asList(list.split(" ")));
    }

    /** Whether the word tells that something is done or happens. */
    static boolean isDeed(String word) {
        return bases(word).anyMatch(DEEDS::contains);
    }

    /** Whether the word is written like a verb of the past: “received”, “sung”. */
    static boolean isPast(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return (lower.length() > 4 && lower.endsWith("ed")) || (FORMS.containsKey(lower) && !lower.endsWith("ing"));
    }

    /** Whether the word tells of what somebody says, thinks, feels or sees. */
    static boolean isTalk(String word) {
        return bases(word).anyMatch(TALK::contains);
    }

    /** Whether the word is one of these, or a form of one. */
    static boolean isFormOf(String word, Set<String> some) {
        return bases(word).anyMatch(some::contains);
    }

    /** Whether the table has the word, or what it may be a form of. */
    static boolean isKnown(String word) {
        return bases(word)
                .anyMatch(base -> DEEDS.contains(base)
                        || TALK.contains(base)
                        || ADVERBS.contains(base)
                        || SYNONYMS.containsKey(base)
                        || FORMS.containsKey(base));
    }

    /** Whether the word tells when, how or how much. */
    static boolean isAdverb(String word) {
        return ADVERBS.contains(word.toLowerCase(Locale.ROOT));
    }

    /** Other nouns for the same, as “cost” for “price”; the word is in the singular. */
    static Set<String> synonyms(String noun) {
        return SYNONYMS.getOrDefault(noun, Set.of());
    }

    /** The word itself, and what it may be a form of. */
    static Stream<String> bases(String written) {
        String word = written.toLowerCase(Locale.ROOT);
        Stream<String> irregular = Optional.ofNullable(FORMS.get(word)).stream();
        return Stream.of(
                        Stream.of(word),
                        irregular,
                        cut(word, "s", ""),
                        cut(word, "es", ""),
                        cut(word, "ies", "y"),
                        cut(word, "ed", ""),
                        cut(word, "ed", "e"),
                        cut(word, "ied", "y"),
                        cut(word, "ing", ""),
                        cut(word, "ing", "e"),
                        doubled(word))
                .flatMap(one -> one);
    }

    private static Stream<String> cut(String word, String ending, String instead) {
        return word.length() > ending.length() + 1 && word.endsWith(ending)
                ? Stream.of(word.substring(0, word.length() - ending.length()) + instead)
                : Stream.empty();
    }

    /** “Dropped” and “dropping” of “drop”. */
    private static Stream<String> doubled(String word) {
        return Stream.of("ed", "ing")
                .flatMap(ending -> cut(word, ending, ""))
                .filter(base -> base.length() > 2 && base.charAt(base.length() - 1) == base.charAt(base.length() - 2))
                .map(base -> base.substring(0, base.length() - 1));
    }

    private static void load() {
        try (InputStream in = Words.class.getResourceAsStream("words.txt");
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(Words::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(String line) {
        List<String> parts = Arrays.asList(line.split(" "));
        List<String> words = parts.subList(1, parts.size());
        switch (parts.get(0)) {
            case "deed" -> DEEDS.addAll(words);
            case "talk" -> TALK.addAll(words);
            case "adverb" -> ADVERBS.addAll(words);
            case "form" -> FORMS.put(words.get(0), words.get(1));
            default ->
                words.forEach(word ->
                        SYNONYMS.computeIfAbsent(word, one -> new HashSet<>()).addAll(words));
        }
    }
}
