package io.frontless.assistant.offline;

import io.frontless.assistant.offline.Told.Kind;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import java.util.Collection;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Whether the words around a value tell that it is to be so, and not only which records are meant or who did something. */
record ToldLead(ToldState state, Told told) {

    private static final Set<String> OBLIGED =
            Set.of("has", "have", "is", "are", "need", "needs", "supposed", "going", "ought");

    private static final Set<String> BETWEEN = Set.of("to", "onto", "into", "by", "but", "is", "instead", "from");
    private static final Set<String> CONTRAST = Set.of("instead", "rather", "but", "to", "into", "->", "from");
    private static final Set<String> ARE = Set.of("is", "are");
    private static final Set<String> IS = Set.of("is", "are", "'s");
    private static final Set<String> US = Set.of("we", "i", "we've", "i've", "we’ve", "i’ve");
    private static final Set<String> ONE = Set.of("it", "this", "that", "him", "her", "one");
    private static final Set<String> THE = Set.of("the", "our");
    private static final Set<String> WAS = Set.of("was", "were", "used");

    boolean leads(FieldSpec field) {
        boolean owner = told.end() < words().size() && words().at(told.end()).is("'s");
        if (owner || isPurpose()) {
            return false;
        }
        boolean doer = field.type() == FieldType.REFERENCE || field.type() == FieldType.TEXT;
        if (doer && isDoneTo(field)) {
            return false;
        }
        return state.cue(field, told)
                        .filter(cue -> clauses().of(cue.at()) == clauses().of(told.at()))
                        .isPresent()
                || isLed(field, doer)
                || (doer && isDoing())
                || (Roles.isTown(field) && state.isWhereTo(told))
                || (state.old().containsValue(field) && isCorrection(field));
    }

    private ToldClauses clauses() {
        return state.clauses();
    }

    private Phrase words() {
        return state.words();
    }

    /** “Goes to Petra”, “counts as reminded”, “: cancelled”. */
    private boolean isLed(FieldSpec field, boolean doer) {
        int start = clauses().start(told.at());
        int i = told.at() - 1;
        boolean given = false;
        boolean denied = false;
        while (i >= start
                && !state.subject().words().get(i)
                && (isBetween(words().at(i)) || isIt(i) || isNo(field, i))) {
            given |= words().at(i).isOneOf(ToldWords.PREPOSITIONS);
            denied |= words().at(i).isOneOf(ToldWords.NOT);
            i--;
        }
        if (i < start) {
            boolean colon = start > 0 && words().at(start - 1).is(":");
            boolean no = denied && state.subject().target().isOne();
            return colon || no || (!state.subject().described() && !doer);
        }
        Token token = words().at(i);
        if (state.subject().words().get(i)) {
            return (!state.subject().described() && !doer) || (given && isTo(i + 1));
        }
        if (token.is("book") && given) {
            return true;
        }
        if (token.is("and") || (token.isOneOf(US) && i == start)) {
            return !doer && (token.is("and") ? isJoined(start, i) : isOurDeed());
        }
        if (token.isOneOf(WAS)) {
            return Words.isPast(words().at(told.at()).text()) && isDated();
        }
        if (state.subject().described() && token.isOneOf(ARE) && !isNews()) {
            return false;
        }
        boolean verb = token.isOneOf(ToldWords.BEING) || Light.isChanging(token) || Words.isDeed(token.text());
        return verb && (!doer || !Words.isPast(token.text()) || passive(i)) && !token.isOneOf(ToldWords.NOT);
    }

    /** “Set it to ready”, “tick it as paid”. */
    private boolean isIt(int i) {
        return i > 0
                && words().at(i).isOneOf(ToldWords.THEM)
                && (state.subject().target().isOne() || !words().at(i).isOneOf(ONE))
                && (Light.isChanging(words().at(i - 1)) || words().at(i - 1).is("book"));
    }

    /** “Is no home game”: a yes-or-no field may be denied. */
    private boolean isNo(FieldSpec field, int i) {
        return field.type() == FieldType.BOOLEAN && words().at(i).isOneOf(ToldWords.NOT);
    }

    /** “S2 is repaired and free again”: both are told of it. */
    private boolean isJoined(int start, int and) {
        int be = state.subject().words().length();
        boolean goesOn = told.end() < words().size() && words().at(told.end()).isOneOf(ToldWords.PREPOSITIONS);
        return !goesOn
                && !state.subject().described()
                && start <= be - 1
                && be < and
                && words().at(be).isOneOf(IS)
                && words().sub(be, and).tokens().stream().noneMatch(token -> token.isOneOf(ToldWords.NOT));
    }

    /** “We sold Old Faithful”: what we have done with it. */
    private boolean isOurDeed() {
        int end = state.subject().words().length();
        boolean its = end < words().size() && words().at(end).is("'s");
        boolean object = IntStream.range(told.end(), Math.min(words().size(), told.end() + 2))
                .filter(i -> i == told.end() || words().at(told.end()).isOneOf(THE))
                .anyMatch(state.subject().words()::get);
        return !state.subject().described()
                && object
                && !its
                && Words.isPast(words().at(told.at()).text());
    }

    /** “Was settled on Monday” tells of a deed; without a day it may be long ago. */
    private boolean isDated() {
        return clauses().words(clauses().of(told.at())).anyMatch(i -> words().at(i)
                        .isOneOf(Set.of("just", "now", "finally")))
                || Stream.concat(state.left().stream(), state.used().stream())
                        .filter(other -> !other.equals(told)
                                && clauses().of(other.at()) == clauses().of(told.at()))
                        .anyMatch(other -> (isHow(other) && isSubject(told.at() - 2))
                                || (other.is(Kind.FIGURE)
                                        && other.fields().stream().allMatch(Roles::isDate)));
    }

    private boolean isSubject(int i) {
        return i >= 0 && state.subject().words().get(i);
    }

    /** “Was paid in cash”. */
    private static boolean isHow(Told other) {
        return other.is(Kind.VALUE) && other.fields().stream().allMatch(field -> field.type() == FieldType.CHOICE);
    }

    /** “A week more to be paid” is what it is for. */
    private boolean isPurpose() {
        int be = told.at() - 1;
        return be > 1
                && words().at(be).is("be")
                && words().at(be - 1).is("to")
                && !words().at(be - 2).isOneOf(OBLIGED)
                && !state.subject().words().get(be - 2);
    }

    /** “All machines are broken” may only be talk; “are broken now” is news. */
    private boolean isNews() {
        return clauses().words(clauses().of(told.at())).anyMatch(i -> words().at(i)
                .isOneOf(Set.of("now", "again", "longer", "meanwhile", "finally", "henceforth")));
    }

    private boolean isTo(int i) {
        return words().at(i).isOneOf(Set.of("to", "onto", "->", "=", "into"));
    }

    private boolean isBetween(Token token) {
        return token.isOneOf(ToldWords.ARTICLES)
                || token.isOneOf(ToldWords.PREPOSITIONS)
                || Words.isAdverb(token.text())
                || token.isOneOf(ToldWords.UP)
                || token.isMark();
    }

    /** “Kofi works with Dov”, “Sven replaces Clara”: what one of two does with the other tells not which of them it is to be. */
    private boolean isDoneTo(FieldSpec field) {
        int start = clauses().start(told.at());
        return Stream.of(state.old().keySet(), state.left(), state.used())
                .flatMap(Collection::stream)
                .filter(other -> !other.equals(told) && other.canBe(field) && other.is(Kind.VALUE))
                .filter(other -> start <= other.at() && other.at() < told.at())
                .anyMatch(other -> words().sub(other.end(), told.at()).tokens().stream()
                        .noneMatch(token -> token.isMark() || token.isOneOf(ToldWords.NOT) || token.isOneOf(BETWEEN)));
    }

    /** “Are taken over by”. */
    private boolean passive(int verb) {
        return words().sub(clauses().start(verb), verb).tokens().stream()
                .anyMatch(token -> token.isOneOf(Set.of("is", "are", "be", "been", "has", "have", "gets", "get")));
    }

    /** “Rashid is going to teach”, “Clara does it”. */
    private boolean isDoing() {
        int i = told.end();
        boolean goes = false;
        while (i < words().size()
                && clauses().of(i) == clauses().of(told.at())
                && words().at(i).isOneOf(ToldWords.GOING)) {
            goes = true;
            i++;
        }
        if (i >= words().size()
                || state.subject().words().get(i)
                || !words().at(i).isWord()) {
            return false;
        }
        Token verb = words().at(i);
        boolean does = verb.isOneOf(ToldWords.DOING)
                || state.left().stream().anyMatch(other -> other.at() == told.end() && other.is(Kind.FIELD));
        return does || (goes && Words.isDeed(verb.text()) && !Words.isPast(verb.text()) && Light.isBeside(verb));
    }

    /** “By referral and not by the flyer”: what it is instead of what it was told to be. */
    private boolean isCorrection(FieldSpec field) {
        return state.old().entrySet().stream()
                .filter(entry ->
                        entry.getValue().equals(field) && entry.getKey().is(Kind.VALUE))
                .anyMatch(
                        entry -> clauses().of(entry.getKey().at()) != clauses().of(told.at()) || isContrast());
    }

    private boolean isContrast() {
        return clauses()
                .words(clauses().of(told.at()))
                .mapToObj(words()::at)
                .anyMatch(token -> token.isOneOf(ToldWords.NOT) || token.isOneOf(CONTRAST));
    }
}
