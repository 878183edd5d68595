package io.frontless.assistant.offline;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cuts a list of points, “1. … 2. …”, “a) … b) …” or “* … * …”, into what they say. */
final class Enumeration {

    private static final List<Set<String>> ORDINALS = List.of(
            Set.of("first", "firstly", "one"),
            Set.of("second", "secondly", "two", "then", "next"),
            Set.of("third", "thirdly", "three", "then", "next", "last", "lastly", "finally"),
            Set.of("fourth", "fourthly", "four", "then", "next", "last", "lastly", "finally"),
            Set.of("fifth", "fifthly", "five", "then", "next", "last", "lastly", "finally"));

    private static final Set<String> BULLETS = Set.of("*", "•", "·", "-", "–");

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
        return points.isEmpty() ? bulleted(words) : points;
    }

    /** “* Fabre 2 beds * 4404 one reminder”: the same mark before each, the first of which begins the words or stands after a colon or greeting. */
    private static List<Phrase> bulleted(Phrase words) {
        int first = 0;
        while (first < words.size() && !isBullet(words, first)) {
            first++;
        }
        List<Phrase> points = new ArrayList<>();
        if (first >= words.size() || !(first == 0 || isBegun(words.at(first - 1)))) {
            return points;
        }
        String mark = words.at(first).text();
        int start = first + 1;
        for (int i = start; i <= words.size(); i++) {
            if (i == words.size() || (isBullet(words, i) && words.at(i).text().equals(mark))) {
                if (i > start) {
                    points.add(words.sub(start, i).stopless());
                }
                start = i + 1;
            }
        }
        return points.size() > 1 ? points : List.of();
    }

    private static boolean isBullet(Phrase words, int at) {
        return !words.at(at).quoted() && words.at(at).isOneOf(BULLETS);
    }

    private static boolean isBegun(Token before) {
        return !before.quoted() && before.text().matches(".*[:!,]");
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
        boolean both = rest.size() > 3 && rest.at(0).is("(") && rest.at(2).is(")");
        if (both && (rest.at(1).text().equals(number) || rest.at(1).text().equals(letter))) {
            return 3;
        }
        boolean bracket = rest.size() > 1 && rest.at(1).is(")");
        boolean stopped = text.equals(number + ".") || text.equals(number + ")") || text.equals(letter + ")");
        return stopped ? 1 : bracket && (text.equals(number) || text.equals(letter)) ? 2 : 0;
    }
}
