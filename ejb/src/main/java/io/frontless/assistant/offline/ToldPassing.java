package io.frontless.assistant.offline;

import io.frontless.assistant.offline.Told.Kind;
import io.frontless.operation.FieldType;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What stands beside a change and makes no other: that something was wrong, what it has been, that there is none of it, what a number counts. */
record ToldPassing(ToldState state) {

    /** What any number may be told in. */
    private static final Set<String> MEASURES =
            Words.listed("kg kilo kilos g grams t ton tons tonne tonnes m metre metres"
                    + " meter meters m² sqm km l litre litres piece pieces pcs point points percent. units unit");

    private static final Set<String> JOINS = Set.of("and", "or", "but");

    /** After these a number is what it was. */
    private static final Set<String> WAS = Set.of("was", "were", "had", "says", "reads", "said");

    private static final Set<String> DAYS = Set.of("date", "day");
    private static final Set<String> LINKS = Set.of("link", "web", "page", "site", "address");
    private static final Set<String> WE = Set.of("we", "i");

    /** Whether an unknown word is of a mistake that is corrected, or tells what a number counts. */
    boolean is(Told told) {
        return isOfMistake(told) || isUnit(told) || isOfField(told) || isExpected(told.at()) || isOfMoving(told);
    }

    /** “The spraying date”, “the web link”, “next inspection due”, “on top of the fare”: of what kind the field is, or where. */
    private boolean isOfField(Told told) {
        Token word = words().at(told.at());
        boolean top =
                word.is("top") && told.at() > 0 && words().at(told.at() - 1).is("on");
        return top
                || state.used().stream()
                        .filter(used -> used.is(Kind.FIELD))
                        .map(used -> used.fields().get(0))
                        .anyMatch(field -> Roles.isDate(field)
                                ? word.isOneOf(DAYS)
                                        || (word.is("next") && (Roles.isDue(field) || Roles.isAhead(field)))
                                : field.type() == FieldType.URL
                                        ? word.isOneOf(LINKS)
                                        : field.type() == FieldType.MONEY && word.is("left"));
    }

    /** “We now expect 80 guests” is what is planned. */
    boolean isExpected(int i) {
        int before = i - 1;
        while (before >= 0 && words().at(before).is("now")) {
            before--;
        }
        return words().at(i).is("expect") && before >= 0 && words().at(before).isOneOf(WE);
    }

    /** “Have relocated to Chemnitz”. */
    private boolean isOfMoving(Told told) {
        return words().at(told.at()).isOneOf(ToldWords.SETTLING)
                && state.used().stream()
                        .anyMatch(used -> (used.is(Kind.TEXT) || used.is(Kind.VALUE)) && state.isWhereTo(used));
    }

    /** “The weight was typed wrong, …”: a mistake that the clause itself does not correct, for else “45 is wrong” would be 45. */
    private boolean isOfMistake(Told told) {
        Token word = words().at(told.at());
        int clause = clauses().of(told.at());
        boolean emptied = word.isOneOf(ToldWords.GONE)
                && state.used().stream()
                        .filter(used -> used.is(Kind.FIELD))
                        .allMatch(used -> state.isTakenAway(used.fields().get(0)));
        return (emptied || word.isOneOf(ToldWords.MISTAKEN))
                && state.used().stream()
                        .allMatch(used -> used.is(Kind.FIELD) || (clauses().of(used.at()) != clause && !isPast(used)));
    }

    private boolean isPast(Told used) {
        return used.at() > 0 && words().at(used.at() - 1).isOneOf(WAS);
    }

    /** “30 kilos off the stock”, “5,380.25 sqm”. */
    private boolean isUnit(Told told) {
        Token word = words().at(told.at());
        boolean stock = word.is("stock")
                && state.used().stream()
                        .anyMatch(field -> field.is(Kind.FIELD)
                                && Roles.isCount(field.fields().get(0)));
        return stock
                || (word.isOneOf(ToldWords.UNITS)
                        && !isOfOther(word)
                        && Stream.concat(state.used().stream(), state.old().keySet().stream())
                                .anyMatch(figure -> figure.is(Kind.FIGURE) && figure.end() == told.at()));
    }

    /** “2 bottles off the reminders”: none of what the field counts. */
    private boolean isOfOther(Token unit) {
        return !unit.isOneOf(MEASURES)
                && state.used().stream()
                        .filter(used -> used.is(Kind.FIELD))
                        .map(used -> used.fields().get(0))
                        .anyMatch(field -> field.type() == FieldType.INTEGER
                                && !Roles.stock(state.entity()).contains(field)
                                && !Roles.isQuantity(field)
                                && !Names.stems(field.label()).contains(Names.singular(unit.word())));
    }

    /** “No discount any more, put 0”, “has no alergies, empty that field”: what is denied is taken away in other words than these. */
    boolean isTakenAway(Told told) {
        int clause = clauses().of(told.at());
        return told.is(Kind.FIELD)
                && state.isTakenAway(told.fields().get(0))
                && state.used().stream()
                        .noneMatch(used -> used.is(Kind.FIGURE) && clauses().of(used.at()) == clause)
                && IntStream.range(0, words().size())
                        .filter(i -> words().at(i).isOneOf(ToldWords.EMPTYING))
                        .allMatch(i -> clauses().of(i) != clause)
                && words().tokens().stream()
                        .anyMatch(token -> token.isOneOf(ToldWords.EMPTYING) || token.is("0") || token.is("zero"));
    }

    /** “…, not 28”, “and not since the 2nd”: what it has been told not to be, and nothing else. */
    boolean isOldAlone(int clause) {
        boolean denied = in(clause).anyMatch(i -> words().at(i).isOneOf(ToldWords.NOT));
        boolean figure = state.old().keySet().stream()
                .anyMatch(told -> clauses().of(told.at()) == clause && (told.is(Kind.FIGURE) || told.is(Kind.LENGTH)));
        return denied
                && ((figure && free(clause).mapToObj(words()::at).allMatch(this::isBesideOld))
                        || new Corrected(state, clause).is());
    }

    private boolean isBesideOld(Token token) {
        return token.isMark()
                || token.isOneOf(ToldWords.NOT)
                || token.isOneOf(JOINS)
                || token.isOneOf(ToldWords.ARTICLES)
                || token.isOneOf(ToldWords.PREPOSITIONS)
                || token.isOneOf(ToldWords.UNITS)
                || token.is("since");
    }

    /** The words of a clause, without those that tell which records are meant. */
    private IntStream in(int clause) {
        return clauses().words(clause).filter(i -> !state.subject().words().get(i));
    }

    /** Those that no value or name has taken. */
    private IntStream free(int clause) {
        return in(clause).filter(i -> Stream.concat(state.old().keySet().stream(), state.used().stream())
                .noneMatch(told -> told.at() <= i && i < told.end()));
    }

    private Phrase words() {
        return state.words();
    }

    private ToldClauses clauses() {
        return state.clauses();
    }
}
