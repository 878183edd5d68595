package io.frontless.assistant.offline;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a clause beside a request tells of its records, so that it is more than a reason. */
record Telling(Turn turn, Phrase part) {

    private static final Set<String> OBJECTS =
            Set.of("the", "them", "it", "him", "her", "its", "their", "everybody", "everyone");
    private static final Set<String> ALSO = Set.of("also", "including", "plus");
    private static final Set<String> MOVED = Set.of("earlier", "later", "sooner", "longer", "shorter");
    private static final Set<String> MAY =
            Set.of("can", "will", "shall", "should", "must", "'ll", "takes", "does", "handles");
    private static final Set<String> TAKING = Set.of("take", "do", "handle", "get", "have", "takes", "does", "handles");
    private static final int BEGINNING_CHARS = 5;
    private static final Set<String> AUTHOR = Set.of("i", "i'm", "i’m", "i'll", "i’ll");
    private static final Set<String> CHANGED = Set.of("again", "anymore", "longer");
    private static final Set<String> THEM = StoryReading.THEM;

    /** Whether something of it may be a value. */
    boolean tellsMore() {
        return tellsOfDoer() || tellsOfField() || tellsWhen() || tellsOfDeed() || tellsOfOthers() || tellsOfLength();
    }

    /** “Also the one that has nobody”: more records than those that are named. */
    private boolean tellsOfOthers() {
        return part.size() > 1 && part.startsWithOneOf(ALSO) && part.at(1).isOneOf(OBJECTS);
    }

    /** “One day earlier please”: a length by which something is moved. */
    private boolean tellsOfLength() {
        return part.size() > 2
                && part.at(2).isOneOf(MOVED)
                && Amounts.leading(part.to(2)).isPresent();
    }

    /** “And refund the tickets” is one thing more that is to be done. */
    private boolean tellsOfDeed() {
        Phrase said = part.startsWith("and") ? part.from(1) : part;
        // “And make it an hour.”
        if (said.size() > 2 && said.startsWith("make") && said.at(1).isOneOf(OBJECTS)) {
            return true;
        }
        return said.size() > 1
                && said.at(0).text().matches("\\p{Ll}+")
                && !said.at(0).quoted()
                && !said.at(0).word().endsWith("s")
                && !said.at(0).is("leave")
                && !Light.carriesNothing(said.at(0))
                && !Light.isJoining(said.at(0))
                && said.at(1).isOneOf(OBJECTS);
    }

    /** “By tomorrow” is no reason: a day to come may be a value. */
    boolean tellsWhen() {
        LocalDate today = turn.request().today();
        return IntStream.range(0, part.size()).anyMatch(i -> Dates.leading(part.from(i), today)
                .filter(date -> date.span().to().isAfter(today))
                .isPresent());
    }

    /** “It works again” tells how it is now, which may be a value of its own. */
    boolean tellsOfChange() {
        return tellsOfLength()
                || (part.startsWithOneOf(THEM)
                        && part.from(1).tokens().stream().anyMatch(token -> token.isOneOf(CHANGED)));
    }

    /** “I'm taking that one” and “the hotel can take it” may say more of the record than why. */
    boolean tellsOfDoer() {
        return (part.startsWithOneOf(AUTHOR) && hasObject()) || tellsOfTaking();
    }

    /** “The hotel can take it.” */
    boolean tellsOfTaking() {
        return IntStream.range(1, part.size()).anyMatch(i -> part.at(i).isOneOf(TAKING))
                && part.tokens().stream().anyMatch(token -> token.isOneOf(MAY))
                && hasObject();
    }

    private boolean hasObject() {
        return !part.isEmpty()
                && part.from(1).tokens().stream().anyMatch(token -> token.isOneOf(THEM) || token.is("that"))
                && part.tokens().stream().noneMatch(token -> Words.isPast(token.text()));
    }

    /** “It is urgent” of what has an urgency may be its value. */
    private boolean tellsOfField() {
        Set<String> beginnings = turn.schema().entities().stream()
                .flatMap(entity -> entity.fields().stream())
                .flatMap(field -> turn.schema().stems(field.label()).stream())
                .flatMap(stem -> beginning(stem).stream())
                .collect(Collectors.toSet());
        return part.startsWithOneOf(THEM)
                && part.from(1).tokens().stream().anyMatch(token -> beginning(token.text())
                        .filter(beginnings::contains)
                        .isPresent());
    }

    private static Optional<String> beginning(String word) {
        return word.length() < BEGINNING_CHARS
                ? Optional.empty()
                : Optional.of(word.substring(0, BEGINNING_CHARS).toLowerCase(Locale.ROOT));
    }
}
