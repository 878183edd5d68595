package io.frontless.assistant.offline;

import io.frontless.assistant.control.PlanningRequest;
import io.frontless.assistant.control.PlanningRequest.Mention;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which of the records of the turn before are meant, where they are counted: “those two”, “the first of them”, “the latter”. The words become “it” or “them”,
 * and what was mentioned what they pick.
 *
 * @param words the sentence with those words
 * @param mentioned the records that they pick
 */
record OneOfThose(Phrase words, List<Mention> mentioned) {

    private static final List<Set<String>> ORDINALS = List.of(
            Set.of("first", "former", "1st"),
            Set.of("second", "2nd"),
            Set.of("third", "3rd"),
            Set.of("fourth", "4th"),
            Set.of("fifth", "5th"));
    private static final Set<String> LAST = Set.of("last", "latter");
    private static final Set<String> ALONE = Set.of("former", "latter");
    private static final Set<String> THOSE = Set.of("those", "these", "the", "all");
    private static final Set<String> OF = Set.of("them", "those", "these");
    /** What goes on to tell which of all is meant: “the first booking of Caro”. */
    private static final Set<String> MORE =
            Set.of("of", "for", "in", "with", "that", "which", "who", "whose", "from", "at", "by", "without");

    private static final Set<String> ONE = Set.of("one", "1");
    private static final Set<String> VERBS = Set.of(
            "is", "are", "has", "have", "gets", "get", "goes", "costs", "should", "shall", "must", "can", "will", "to",
            "needs", "was", "were", ",", ":");

    /** The sentence as it is said of those that are picked; as it is where none are, or several times. */
    static OneOfThose of(PlanningRequest request, SchemaLinker schema, Phrase words) {
        List<Mention> last = request.lastMentioned();
        boolean both = words.size() > 1
                && words.startsWith("both")
                && (words.at(1).isOneOf(VERBS) || words.at(1).is("of"));
        if (both && !last.isEmpty() && last.size() != 2) {
            throw Unclear.say("It is not clear which two are meant: before, it was about %d.".formatted(last.size()));
        }
        OneOfThose same = new OneOfThose(words, last);
        List<OneOfThose> found = new ArrayList<>();
        for (int i = 0; !last.isEmpty() && i < words.size(); i++) {
            int at = i;
            requireCount(words, i, last.size());
            group(words, i, last).or(() -> ordinal(schema, words, at, last)).ifPresent(found::add);
        }
        return found.size() == 1 ? found.get(0) : same;
    }

    /** “Those three” are not two. */
    private static void requireCount(Phrase words, int start, int size) {
        boolean those = start + 2 < words.size()
                && words.at(start).isOneOf(Set.of("those", "these"))
                && words.at(start + 1).isWord()
                && words.at(start + 2).isOneOf(VERBS);
        if (those
                && Amounts.count(words.sub(start + 1, start + 2))
                        .filter(count -> count != size)
                        .isPresent()) {
            throw Unclear.say("It is not clear which are meant: before, it was about %d.".formatted(size));
        }
    }

    /** “Those two”, “all three of them”: as many as there are. */
    private static Optional<OneOfThose> group(Phrase words, int start, List<Mention> last) {
        boolean those = words.at(start).isOneOf(THOSE) && start + 1 < words.size();
        Phrase number = those ? words.sub(start + 1, start + 2) : words.to(0);
        boolean counted = those
                && number.at(0).isWord()
                && Amounts.count(number).filter(count -> count == last.size()).isPresent();
        int end = start + 2 + of(words, start + 2);
        boolean alone = end > start + 2
                || !words.at(start).is("the")
                || (end < words.size() && words.at(end).isOneOf(VERBS));
        return counted && alone && !isNoun(words, end)
                ? Optional.of(new OneOfThose(with(words, start, end, "them"), last))
                : Optional.empty();
    }

    /** “Those two invoices” are read as that. */
    private static boolean isNoun(Phrase words, int end) {
        return end < words.size()
                && words.at(end).text().matches("\\p{Ll}{3,}s")
                && !words.at(end).isOneOf(VERBS);
    }

    private static Optional<OneOfThose> ordinal(SchemaLinker schema, Phrase words, int start, List<Mention> last) {
        if (last.size() < 2 || !words.at(start).is("the") || start + 1 == words.size()) {
            return Optional.empty();
        }
        Token which = words.at(start + 1);
        int place = which.isOneOf(LAST) ? last.size() - 1 : place(which);
        int end = start + 2;
        int noun = end < words.size()
                ? words.at(end).isOneOf(ONE)
                        ? 1
                        : schema.leadingEntity(words.from(end))
                                .filter(named ->
                                        named.thing().key().equals(last.get(0).entity()))
                                .map(SchemaLinker.Named::length)
                                .orElse(0)
                : 0;
        int of = of(words, end + noun);
        boolean alone = end == words.size() || words.at(end).isOneOf(VERBS) || which.isOneOf(ALONE);
        int next = end + noun + of;
        boolean more = of == 0 && next < words.size() && words.at(next).isOneOf(MORE);
        boolean picks =
                place >= 0 && !more && (noun > 0 || of > 0 || alone) && !(which.isOneOf(ALONE) && last.size() > 2);
        if (picks && place >= last.size()) {
            throw Unclear.say("Only %d were mentioned before.".formatted(last.size()));
        }
        return picks
                ? Optional.of(new OneOfThose(with(words, start, next, "it"), List.of(last.get(place))))
                : Optional.empty();
    }

    private static int place(Token which) {
        for (int i = 0; i < ORDINALS.size(); i++) {
            if (which.isOneOf(ORDINALS.get(i))) {
                return i;
            }
        }
        return -1;
    }

    /** “Of them”, “of those two”. */
    private static int of(Phrase words, int at) {
        boolean of = at + 1 < words.size()
                && words.at(at).is("of")
                && words.at(at + 1).isOneOf(OF);
        boolean counted = of
                && at + 2 < words.size()
                && Amounts.count(words.sub(at + 2, at + 3)).isPresent();
        return of ? counted ? 3 : 2 : 0;
    }

    private static Phrase with(Phrase words, int start, int end, String pronoun) {
        boolean subject = start == 0
                || words.at(start - 1).isMark()
                || words.at(start - 1).isOneOf(Set.of("and", "then", "so"));
        String said = pronoun.equals("them") && subject ? "they" : pronoun;
        Token token = new Token(
                Token.Kind.WORD,
                said,
                words.at(start).start(),
                words.at(end - 1).end());
        List<Token> tokens = new ArrayList<>(words.to(start).tokens());
        tokens.add(token);
        tokens.addAll(words.from(end).tokens());
        return new Phrase(words.sentence(), List.copyOf(tokens));
    }
}
