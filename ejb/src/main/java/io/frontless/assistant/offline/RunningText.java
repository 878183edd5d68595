package io.frontless.assistant.offline;

import io.frontless.operation.FieldSpec;
import io.frontless.schema.control.EntityView;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Where a text without quotes ends that begins with a capital and goes on in small letters: “Apple press”, “Door schedule”. A word that the schema knows, that
 * leads to something else or that tells what somebody does ends it.
 */
record RunningText(Turn turn, EntityView entity) {

    private static final int MORE_MAX = 4;
    private static final Set<String> LEADING = Set.of("the", "a", "an", "of", "about", "to");

    /** The end of the text whose words with capitals are those from one place to another; that other place where it does not go on. */
    int end(Phrase words, int start, int named) {
        if (named == start
                || named == words.size()
                || words.at(start).quoted()
                || Description.isNumber(words.at(start))) {
            return named;
        }
        int end = named;
        while (end < words.size() && end < named + MORE_MAX && isMore(words, end)) {
            end++;
        }
        boolean tells =
                end < words.size() && isSmall(words.at(end)) && !Light.isJoining(words.at(end)) && !isKnown(words, end);
        return tells ? named : end;
    }

    /** The end of what stands after a colon as a whole, “Sharpen the chisels”; its beginning where it may tell more than a text. */
    int wholePart(Phrase words, int start) {
        int end = start;
        while (end < words.size() && !words.at(end).isMark()) {
            end++;
        }
        int last = end;
        boolean plain = end - start > 1
                && words.at(start).text().matches("\\p{Lu}.*")
                && IntStream.range(start, last)
                        .allMatch(i -> words.at(i).isWord()
                                && !words.at(i).text().matches(".*\\d.*")
                                && !Light.isDoubtful(words.at(i))
                                && (Light.isJoining(words.at(i)) ? isLeading(words, i, last) : !isKnown(words, i)));
        return plain ? end : start;
    }

    /** “About the ladder”, and not “to Lyon”: a name may be more than a part of the text. */
    private static boolean isLeading(Phrase words, int i, int end) {
        return words.at(i).isOneOf(LEADING)
                && i + 1 < end
                && !words.at(i + 1).text().matches("\\p{Lu}.*");
    }

    private boolean isMore(Phrase words, int i) {
        return isModel(words, i) || isSmallMore(words, i);
    }

    /** “Aputure 600d”, “Zeiss 50mm”: what ends the name of a thing. */
    private static boolean isModel(Phrase words, int i) {
        boolean ends = i + 1 == words.size() || words.at(i + 1).isMark();
        return ends && words.at(i).isWord() && words.at(i).text().matches("\\d{1,5}\\p{Ll}{1,3}");
    }

    private boolean isSmallMore(Phrase words, int i) {
        return isSmall(words.at(i)) && !Light.isJoining(words.at(i)) && !isTelling(words.at(i)) && !isKnown(words, i);
    }

    private static boolean isSmall(Token token) {
        return token.isWord() && token.text().matches("\\p{Ll}[\\p{Ll}-]+");
    }

    /** “Joins”, “handled”, “soon”: what tells of somebody or something. */
    private static boolean isTelling(Token token) {
        String word = token.text();
        boolean verb = word.endsWith("s") && !word.endsWith("ss") && (Words.isDeed(word) || Words.isTalk(word));
        return verb
                || Words.isPast(word)
                || Words.isAdverb(word)
                || Light.isDoubtful(token)
                || Light.isPast(token)
                || Holders.Relation.of(token).isPresent();
    }

    private boolean isKnown(Phrase words, int i) {
        Phrase rest = words.from(i);
        return State.leading(turn.schema(), entity, rest) > 0
                || turn.schema().leadingField(entity, rest).isPresent()
                || Amounts.leading(rest).isPresent()
                || Dates.leading(rest, turn.request().today()).isPresent();
    }

    /** The same of a field: what holds people is not gone on with, and a place only as a whole part, “location Car park, …”. */
    int end(FieldSpec field, Phrase words, int start, int named) {
        boolean name =
                Roles.person(entity).contains(field) || Roles.party(entity).contains(field);
        int end = name ? named : end(words, start, named);
        boolean whole = end == words.size() || words.at(end).isMark();
        return whole || !Roles.place(entity).contains(field) ? end : named;
    }
}
