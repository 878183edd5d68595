package io.frontless.assistant.offline;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody who is away or leaves, and what becomes of what he has: “Sofus is leaving us, Bente Krog takes over all his waybills”. */
record Absent(Turn turn) {

    private static final Set<String> AWAY = Set.of(
            "ill",
            "sick",
            "unwell",
            "leave",
            "leaves",
            "leaving",
            "left",
            "holiday",
            "holidays",
            "vacation",
            "away",
            "off",
            "gone",
            "retired",
            "retires",
            "retiring",
            "quit",
            "quits",
            "quitting",
            "hurt",
            "broke",
            "broken",
            "absent",
            "hospital");

    /** What makes it no absence, or none that is sure. */
    private static final Set<String> OTHERWISE = Set.of(
            "not", "isn't", "isn’t", "no", "never", "back", "if", "when", "unless", "might", "may", "maybe", "perhaps",
            "would", "could", "was", "were", "until", "and", "or", "said", "says", "it", "we", "i", "you");

    /** What is felt or thought is not done. */
    private static final Set<String> FEELING = Set.of(
            "like", "likes", "love", "loves", "hate", "hates", "miss", "misses", "knows", "wants", "asked", "asks",
            "took", "got", "had", "did", "worried");

    private static final Pattern PARTS = Pattern.compile(
            "(?:(?:since|as|because) )?(\\p{Lu}[^,;:.!?–]*?)(?:[,;:.!–]+| -)+ ?(?:(?:so|and|then) )?(.+)");

    private static final Pattern SO = Pattern.compile("(\\p{Lu}[^,;:.!?–]*?) (?:so|and) (.+)");
    private static final Pattern HIS = Pattern.compile(
            "(?i)\\b(of (?:his|hers)(?= (?:from|that|which|to|in|on|goe?s?|should|is|are)\\b)|his|her|he|she)\\b(?!['’])");

    /** What is told of somebody, and what is asked for, with the name. */
    record Parted(String story, String request) {}

    /** The sentence in two parts; empty where nobody is told to be away. */
    Optional<Parted> parted() {
        boolean away = turn.words().tokens().stream().anyMatch(token -> token.isOneOf(AWAY));
        return away ? parted(PARTS).or(() -> parted(SO)) : Optional.empty();
    }

    private Optional<Parted> parted(Pattern pattern) {
        Matcher parts = pattern.matcher(turn.request().sentence().strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        Phrase story = Sentence.read(parts.group(1)).words();
        Optional<KnownPeople.Known> who = isAway(story) ? who(story) : Optional.empty();
        boolean felt =
                Sentence.read(parts.group(2)).words().tokens().stream().anyMatch(token -> token.isOneOf(FEELING));
        return who.filter(known -> !felt && isWithoutName(story.from(known.tokens())))
                .flatMap(known -> named(parts.group(2), known.name()))
                .map(request -> new Parted(parts.group(1), request));
    }

    /** Somebody that a table knows, or the name that it begins with. */
    private Optional<KnownPeople.Known> who(Phrase story) {
        return new KnownPeople(turn).leading(story).or(() -> {
            int end = 0;
            while (end < story.size() && story.at(end).text().matches("\\p{Lu}[\\p{L}-]+")) {
                end++;
            }
            boolean name = end > 0 && turn.schema().leadingEntity(story).isEmpty() && !Light.isJoining(story.at(0));
            return name ? Optional.of(new KnownPeople.Known(story.to(end).text(), end)) : Optional.empty();
        });
    }

    private static boolean isAway(Phrase story) {
        return story.tokens().stream().anyMatch(token -> token.isOneOf(AWAY))
                && story.tokens().stream().noneMatch(token -> token.isOneOf(OTHERWISE));
    }

    private static boolean isWithoutName(Phrase said) {
        return said.tokens().stream()
                .noneMatch(token -> token.text().matches("\\p{Lu}.*")
                        && Dates.parse(token.text(), LocalDate.EPOCH).isEmpty());
    }

    /** “All of Sofus Lind's waybills”, where only one word stands for him. */
    private static Optional<String> named(String said, String name) {
        Matcher his = HIS.matcher(said);
        List<String> words = his.results()
                .map(found -> found.group(1).toLowerCase(Locale.ROOT))
                .toList();
        if (words.size() != 1) {
            return Optional.empty();
        }
        String word = words.get(0);
        boolean subject = word.equals("he") || word.equals("she");
        String next = word.startsWith("of ") ? "of " + name : subject ? name : name + "'s";
        return Optional.of(HIS.matcher(said).replaceFirst(Matcher.quoteReplacement(next)));
    }
}
