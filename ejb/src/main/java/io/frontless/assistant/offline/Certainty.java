package io.frontless.assistant.offline;

import io.frontless.assistant.offline.Mentions.Value;
import io.frontless.operation.FieldSpec;
import io.frontless.schema.control.EntityView;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Whether what was fitted together is surely meant. Everything else is asked about.
 *
 * @param several whether it is about more than one record
 * @param fitted the values by their fields
 * @param named the fields whose names stand in the sentence
 */
record Certainty(
        Turn turn,
        EntityView entity,
        boolean several,
        Mentions mentions,
        Map<FieldSpec, Value> fitted,
        Set<FieldSpec> named) {

    /** What leads to what is to be. */
    private static final Set<String> LEADING =
            Set.of("as", "is", "are", "be", "become", "becomes", "get", "gets", "now", "=", ":", "->", "'s", "they're");

    private static final Set<String> OWNED = Set.of("'s", "’s", "'", "’");

    private static final Set<String> ARTICLES = Set.of("the", "our", "my", "a", "an");

    boolean holds() {
        boolean allNamed = fitted.entrySet().stream()
                .allMatch(entry -> named.contains(entry.getKey()) || isFlag(entry.getKey(), entry.getValue()));
        return !takesOut()
                && !lasts()
                && (allNamed || !mentions.passesOver())
                && !(mentions.passesOver() && fitted.values().stream().anyMatch(this::isCounted))
                && fitted.values().stream().noneMatch(this::isPart)
                && fitted.entrySet().stream().allMatch(entry -> holds(entry.getKey(), entry.getValue()));
    }

    /** Whether only numbers and days change: “all screenings on Saturday cost 12 euros” is said of no kind of screening. */
    boolean isOfFigures() {
        return fitted.entrySet().stream()
                .allMatch(entry -> entry.getValue().fixed() == null
                        && (Roles.isNumber(entry.getKey()) || Roles.isDate(entry.getKey())));
    }

    /** What happens to “12 bottles of Vale Tawny” is not how many there are. */
    private boolean isCounted(Value value) {
        int end = mentions.end(value);
        Phrase words = mentions.words();
        return value.fixed() == null
                && end > value.end()
                && end < words.size()
                && words.at(end).is("of");
    }

    /** “40 of her points” are some of them, and not how many there are. */
    private boolean isPart(Value value) {
        return value.fixed() == null
                && value.end() < mentions.words().size()
                && mentions.words().at(value.end()).is("of");
    }

    /** The value of a yes-or-no field is said by its name. */
    private boolean isFlag(FieldSpec field, Value value) {
        return value.fixed() instanceof Boolean
                && turn.schema()
                        .leadingField(entity, value.said())
                        .filter(found -> found.thing().equals(field)
                                && found.length() == value.said().size())
                        .isPresent();
    }

    private boolean holds(FieldSpec field, Value value) {
        if (isOwner(value)) {
            return false;
        }
        if (named.contains(field) || value.fixed() == null) {
            return true;
        }
        if (willBeBySomebody(value)) {
            return false;
        }
        if (isLed(value)) {
            return true;
        }
        boolean doer = Roles.person(entity).contains(field) && fitted.size() > 1;
        return !doer && (!several || isDone(value) || isToldOfNow(field, value));
    }

    /** “Guests from Norway are not regular any more”, “every member except Otto has paid”: a yes or no of those that is not so in general. */
    private boolean isToldOfNow(FieldSpec field, Value value) {
        return fitted.size() == 1
                && isFlag(field, value)
                && !mentions.passesOver()
                && (Henceforth.isSaid(turn) || Henceforth.leavesOut(turn.words()));
    }

    /** “Joe's jobs” are those that he has, and not to be his. */
    private boolean isOwner(Value value) {
        Phrase words = mentions.words();
        int end = value.end();
        return end < words.size() && words.at(end).isOneOf(OWNED);
    }

    /** “Will be done by Lena” tells who is to do it, and not that it is done. */
    private boolean willBeBySomebody(Value value) {
        Phrase words = mentions.words();
        int end = value.end();
        return value.at() > 0
                && words.at(value.at() - 1).is("be")
                && words.size() > end
                && words.at(end).is("by");
    }

    /** Whether a word before it tells that it is to be so; elsewhere it may tell which records are meant, or who does it. */
    private boolean isLed(Value value) {
        Phrase words = mentions.words();
        int at = value.at();
        while (at > 0 && words.at(at - 1).isOneOf(ARTICLES)) {
            at--;
        }
        if (at == 0) {
            return false;
        }
        Token before = words.at(at - 1);
        return before.isOneOf(LEADING)
                || Light.isChanging(before)
                || Holders.Relation.of(before).isPresent();
    }

    /** Whether a verb says it: “approve”, and “void” or “clean” where a sentence begins with it. */
    private boolean isDone(Value value) {
        boolean first = value.said().at(0).equals(turn.words().at(0));
        return first
                || new Assignments(turn, entity).ofVerb(value.said().text()).isPresent();
    }

    /** “Take them out of the stock” tells by how many there are less. */
    private boolean takesOut() {
        Phrase words = mentions.words();
        boolean counts = fitted.entrySet().stream()
                .anyMatch(entry -> entry.getValue().fixed() == null && Roles.isNumber(entry.getKey()));
        return counts
                && !mentions.goesDown()
                && IntStream.range(0, words.size() - 1)
                        .anyMatch(i -> words.at(i).is("take")
                                && words.from(i).tokens().stream().anyMatch(token -> token.is("out")));
    }

    /** “On leave until Friday” tells how long that will be so. */
    private boolean lasts() {
        Phrase words = mentions.words();
        return fitted.values().stream()
                .filter(value -> value.fixed() == null && value.at() > 1)
                .filter(value -> words.at(value.at() - 1).isOneOf(Set.of("until", "till")))
                .anyMatch(value -> fitted.values().stream()
                        .anyMatch(other -> other.fixed() != null && other.end() == value.at() - 1));
    }
}
