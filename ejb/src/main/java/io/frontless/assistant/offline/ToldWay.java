package io.frontless.assistant.offline;

import io.frontless.assistant.offline.Told.Kind;
import io.frontless.operation.FieldSpec;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Which way a number or a length of time goes by the words around it: more, less, or to be so.
 *
 * @param cue the name of its field, perhaps in another clause; the number itself where there is none
 */
record ToldWay(Phrase words, ToldClauses clauses, Told told, Told cue) {

    /** Verbs after which a number without “to” is by how much. */
    private static final Set<String> RAISING = Words.listed(
            "raise raises raised increase increases add extend extends extended postpone delay prolong prolongs prolonged lengthen renew");

    private static final Set<String> LOWERING =
            Set.of("reduce", "reduces", "lower", "lowers", "cut", "cuts", "subtract", "deduct", "knock", "decrease");

    /** Verbs that go up where the number tells that it is by how much. */
    private static final Set<String> PUTTING =
            Set.of("shift", "push", "put", "move", "grant", "allow", "rise", "rises");

    private static final Set<String> UPWARD = Set.of("up", "add", "raise", "increase", "more");
    private static final Set<String> DOWNWARD = Set.of("down", "less", "lower", "reduce", "deduct", "subtract");
    private static final Set<String> MOVING = Set.of("later", "earlier", "longer", "sooner", "forward", "back");
    private static final Set<String> ONLY = Set.of("only", "just", "now", "exactly");
    private static final Set<String> LASTING =
            Words.listed("is was be are takes took take lasts lasted shows show does works worked needs needed");

    private static final Set<String> TAKING = Set.of("take", "takes", "taken");
    private static final Set<String> OFF = Set.of("off", "from", "out");
    private static final int NEAR = 3;

    /** By how much it changes; empty where it is what is to be, or neither is clear. */
    Optional<ToldMeasure> measure(FieldSpec field) {
        if (told.value() instanceof ToldMeasure measure) {
            return Optional.of(measure);
        }
        Optional<AdjustReading.By> by = told.is(Kind.LENGTH)
                ? Optional.of((AdjustReading.By) Objects.requireNonNull(told.value()))
                : Roles.isNumber(field) ? AdjustReading.by(words.sub(told.at(), told.end())) : Optional.empty();
        boolean to = told.at() > 0
                && words.at(told.at() - 1).isOneOf(Set.of("to", "at", "="))
                && !(told.is(Kind.LENGTH) && after(MOVING));
        boolean share = by.isPresent() && by.get().percent() != null;
        boolean relative = isCompared()
                || told.is(Kind.LENGTH)
                || share
                || (!to
                        && (verb(RAISING)
                                || verb(LOWERING)
                                || takes()
                                || goesElsewhere(UPWARD)
                                || goesElsewhere(DOWNWARD)));
        if (told.is(Kind.LENGTH) && Roles.isDate(field) && !isOfDay()) {
            return Optional.empty();
        }
        if (by.isEmpty() || !relative || to) {
            return Optional.empty();
        }
        boolean usedUp = told.at() > 1 && Figures.isUsedUp(words, told.at() - 1);
        boolean down = usedUp || near(ToldWords.DOWN) || verb(LOWERING) || takes() || goesElsewhere(DOWNWARD);
        boolean up =
                (near(ToldWords.UP) && !usedUp) || verb(RAISING) || goesElsewhere(UPWARD) || (!down && verb(PUTTING));
        return up == down ? Optional.empty() : Optional.of(ToldMeasure.by(by.get(), up));
    }

    /** “They paid 400, so bring their balance down”. */
    private boolean goesElsewhere(Set<String> some) {
        return clauses.of(cue.at()) != clauses.of(told.at())
                && clauses.words(clauses.of(cue.at())).anyMatch(i -> words.at(i).isOneOf(some));
    }

    /** “A week later”, “another week to pay”: a day that moves, and not a length of something else. */
    private boolean isOfDay() {
        return !cue.equals(told)
                || verb(RAISING)
                || verb(PUTTING)
                || near(MOVING)
                || verb(Set.of("moved", "shifted", "pay", "until"));
    }

    /** “Was only 7 hours”, “takes ninety minutes”: how long it is, and not by how much longer. */
    boolean isItself() {
        int before = told.at() - 1;
        while (before > 0 && words.at(before).isOneOf(ONLY)) {
            before--;
        }
        return before >= 0 && words.at(before).isOneOf(LASTING) && !isCompared() && !near(MOVING);
    }

    /** “Another 5”, “5 more”. */
    boolean isCompared() {
        boolean before = told.at() > 0 && words.at(told.at() - 1).isOneOf(ToldWords.BY);
        boolean signed = words.at(told.at()).text().matches("\\+\\d{1,5}(\\.\\d+)?%?");
        boolean inside = words.sub(told.at(), told.end()).tokens().stream()
                .anyMatch(token -> token.isOneOf(ToldWords.COMPARED) || token.is("another"));
        return before || signed || inside || isOnTop() || after(ToldWords.COMPARED);
    }

    /** “Put 2.50 on top of the fare”. */
    private boolean isOnTop() {
        return told.end() + 1 < words.size()
                && words.at(told.end()).is("on")
                && words.at(told.end() + 1).is("top");
    }

    private boolean after(Set<String> some) {
        return IntStream.range(told.end(), Math.min(words.size(), told.end() + NEAR))
                .filter(i -> clauses.of(i) == clauses.of(told.at()))
                .anyMatch(i -> words.at(i).isOneOf(some)
                        && (i == told.end() || !words.at(i).isOneOf(Set.of("up", "down"))));
    }

    private boolean near(Set<String> some) {
        boolean before = told.at() > 0 && words.at(told.at() - 1).isOneOf(some);
        boolean inside = words.sub(told.at(), told.end()).tokens().stream().anyMatch(token -> token.isOneOf(some));
        return before || inside || after(some);
    }

    private boolean verb(Set<String> some) {
        return IntStream.range(0, words.size())
                .filter(i -> clauses.of(i) == clauses.of(told.at()) || clauses.of(i) == clauses.of(cue.at()))
                .anyMatch(i -> words.at(i).isOneOf(some));
    }

    /** “Take £100 off”. */
    private boolean takes() {
        return verb(TAKING) && verb(OFF);
    }
}
