package io.frontless.assistant.offline;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cuts a list of points, “1. … 2. …” or “a) … b) …”, into what they say. */
final class Enumeration {

    private static final List<Set<String>> ORDINALS = List.of(
            Set.of("first", "firstly", "one"),
            Set.of("second", "secondly", "two", "then", "next"),
            Set.of("third", "thirdly", "three", "then", "next", "last", "lastly", "finally"),
            Set.of("fourth", "fourthly", "four", "then", "next", "last", "lastly", "finally"),
            Set.of("fifth", "fifthly", "five", "then", "next", "last", "lastly", "finally"));

    private Enumeration() {}

    /** The points without their numbers; none where the words are no such list. What stands before the first, as “To do:”, is left out. */
    static List<Phrase> points(Phrase words) {
        List<Integer> starts = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            int taken = point(words.from(i), starts.size());
            if (taken > 0) {
                ends.add(i);
                starts.add(i + taken);
            }
        }
        List<Phrase> points = new ArrayList<>();
        for (int i = 0; starts.size() > 1 && i < starts.size(); i++) {
            int end = i + 1 < ends.size() ? ends.get(i + 1) : words.size();
            if (end > starts.get(i)) {
                points.add(words.sub(starts.get(i), end).stopless());
            }
        }
        return points;
    }

    /** “First, …”, “secondly: …”. */
    private static boolean isOrdinal(Phrase rest, int index) {
        return index < ORDINALS.size()
                && rest.size() > 2
                && rest.startsWithOneOf(ORDINALS.get(index))
                && rest.at(1).isOneOf(Set.of(",", ":"));
    }

    /** How many tokens are the number of the point with this index. */
    private static int point(Phrase rest, int index) {
        String number = String.valueOf(index + 1);
        String letter = String.valueOf((char) ('a' + index));
        String text = rest.at(0).text();
        if (rest.at(0).quoted()) {
            return 0;
        }
        if (isOrdinal(rest, index)) {
            return 2;
        }
        boolean bracket = rest.size() > 1 && rest.at(1).is(")");
        boolean stopped = text.equals(number + ".") || text.equals(number + ")") || text.equals(letter + ")");
        return stopped ? 1 : bracket && (text.equals(number) || text.equals(letter)) ? 2 : 0;
    }
}
