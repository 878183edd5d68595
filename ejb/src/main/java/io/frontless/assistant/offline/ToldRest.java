package io.frontless.assistant.offline;

import io.frontless.assistant.offline.Told.Kind;
import io.frontless.operation.FieldType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Whether all that is left of a sentence, beside the change that was found in it, may be passed over: reasons, and words that carry nothing. */
record ToldRest(Turn turn, ToldState state, ToldFigures figures, ToldPassing passing) {

    private static final Set<String> REASONS = Set.of(
            "because", "since", "as", "it", "it's", "it’s", "they", "he", "she", "we", "there", "there's", "nobody",
            "so", "which", "that's");

    private static final Set<String> TALKING = Set.of(
            "say",
            "tell",
            "promise",
            "think",
            "claim",
            "believe",
            "hope",
            "doubt",
            "report",
            "suggest",
            "ask",
            "wonder",
            "guess",
            "expect",
            "announce",
            "state",
            "write",
            "mention",
            "hear",
            "suspect");

    private static final Set<String> SPEAKING = Set.of("i", "we", "should", "must", "shall", "the", "its", "to", "as");

    static final Set<String> AUTHOR = Set.of("i", "i'm", "i’m", "i'll", "i’ll", "i've", "i’ve");
    private static final int NEAR = 3;
    private static final Set<String> INTENDING = Set.of(
            "used", "want", "wants", "wanted", "like", "likes", "plan", "plans", "ask", "asks", "asked", "hope",
            "hopes", "try", "tries", "tried", "intend", "intends");

    private static final Set<String> MOVING = Set.of("later", "earlier", "sooner", "less", "fewer", "more");
    private static final Set<String> OF_IT = Set.of("will", "is", "are");
    private static final Set<String> PARTING = Set.of("and", ",", ";");
    private static final Set<String> JOINS = Set.of("and", "or", "but");
    private static final Set<String> PARTICLES = Set.of("until", "date", "name", "number", "back", "left");

    ToldRest(Turn turn, ToldState state, ToldFigures figures) {
        this(turn, state, figures, new ToldPassing(state));
    }

    boolean isExplained() {
        if (!new ToldEarnest(turn, state, passing).is()) {
            return false;
        }
        boolean[] changing = new boolean[clauses().count()];
        state.used().stream()
                .filter(told -> !told.is(Kind.FIGURE) || isNamedHere(told))
                .forEach(told -> changing[clauses().of(told.at())] = true);
        int first = IntStream.range(0, changing.length)
                .filter(i -> changing[i])
                .findFirst()
                .orElse(0);
        for (int clause = 0; clause < changing.length; clause++) {
            if (changing[clause] ? !isWhole(clause) : !isReason(clause, clause < first)) {
                return false;
            }
        }
        return state.used().stream().noneMatch(told -> told.is(Kind.FIELD) && isOfAnother(told))
                && state.left().stream()
                        .allMatch(told -> isPassedOver(told, changing[clauses().of(told.at())]));
    }

    /** What somebody says or promises may not be so; “I promised” and “should say” are meant. */
    private boolean isTalk(int i) {
        Phrase words = clauses().words();
        Token token = words.at(i);
        boolean meant = (i > 0 && words.at(i - 1).isOneOf(SPEAKING))
                || passing.isExpected(i)
                || (i + 1 < words.size() && words.at(i + 1).quoted());
        return token.isWord()
                && !meant
                && Words.isFormOf(token.text(), TALKING)
                && state.used().stream().noneMatch(told -> told.at() <= i && i < told.end());
    }

    /** “Captain's vet” is the vet of another than the records that are meant. */
    private boolean isOfAnother(Told told) {
        Phrase words = clauses().words();
        int before = told.at() - 1;
        return before > 0
                && words.at(before).is("'s")
                && !state.subject().words().get(before - 1)
                && !state.subject().words().get(before);
    }

    private boolean isPassedOver(Told told, boolean changing) {
        return switch (told.kind()) {
            case BESIDE -> !changing || !new ToldBystander(turn, state, told).isThing();
            case UNKNOWN ->
                !changing
                        || isPartOfUsed(told)
                        || passing.is(told)
                        || new ToldBystander(turn, state, told).isPassedOver();
            case FIGURE -> changing ? figures.isBeside(told) : figures.isPassing(told);
            case FIELD ->
                (changing
                                && state.used().stream()
                                        .anyMatch(used -> used.is(Kind.FIELD)
                                                && used.fields().equals(told.fields())))
                        || (!changing
                                && (state.isGiven(told.fields().get(0))
                                        || !asks(clauses().of(told.at()))));
            case VALUE, EVENT, LENGTH, TEXT -> false;
        };
    }

    /** “The hours he has left”, of the hours left; “twice as long”. */
    private boolean isPartOfUsed(Told told) {
        String root = Names.root(clauses().words().at(told.at()).text());
        return state.used().stream()
                .anyMatch(used -> (used.at() <= told.at() && told.at() < used.end())
                        || (used.is(Kind.FIELD)
                                && turn.schema().stems(used.fields().get(0).label()).stream()
                                        .anyMatch(stem -> Names.root(stem).equals(root))));
    }

    /** “Lower his rate”, of which nothing was found, asks for more. */
    private boolean asks(int clause) {
        return words(clause)
                .mapToObj(clauses().words()::at)
                .anyMatch(token -> Light.isChanging(token)
                        || token.isOneOf(ToldWords.UP)
                        || token.isOneOf(ToldWords.DOWN)
                        || token.isOneOf(ToldWords.CLEARING)
                        || token.text().matches(".*\\d.*"));
    }

    /** A clause with a change in it: no doubt, no limit. */
    private boolean isWhole(int clause) {
        return !isOfReferred(clause)
                && words(clause).allMatch(i -> {
                    Token token = clauses().words().at(i);
                    boolean told = state.used().stream().anyMatch(one -> one.at() <= i && i < one.end())
                            || state.old().keySet().stream().anyMatch(one -> one.at() <= i && i < one.end());
                    return told
                            || !(token.isOneOf(ToldWords.DOUBTFUL)
                                    || isLimit(i)
                                    || isUnmeantDenial(i)
                                    || isLoose(i)
                                    || isTalk(i)
                                    || token.is("had"));
                });
    }

    /** “Family Matinee will be in the Old Hall, and R-104 …”, where R-104 is for that concert: how what the record refers to is, of which is told first. */
    private boolean isOfReferred(int clause) {
        Phrase words = clauses().words();
        int subject = state.subject().words().nextSetBit(0);
        return state.old().entrySet().stream()
                .filter(old -> old.getValue().type() == FieldType.REFERENCE)
                .map(Map.Entry::getKey)
                .anyMatch(told -> clauses().of(told.at()) == clause
                        && told.end() < subject
                        && words.at(told.end()).isOneOf(OF_IT)
                        && words.sub(told.end(), subject).tokens().stream().anyMatch(token -> token.isOneOf(PARTING)));
    }

    /** “Confirm it later”: more or less of nothing; “used to be”; “wants to cancel”; “wants her neutered”. */
    private boolean isLoose(int i) {
        Phrase words = clauses().words();
        Token token = words.at(i);
        boolean to = i + 1 < words.size() && words.at(i + 1).is("to");
        boolean measured = state.used().stream()
                .filter(told -> !told.is(Kind.VALUE))
                .anyMatch(told -> Math.abs(told.at() - i) <= NEAR || Math.abs(told.end() - i) <= NEAR);
        boolean deed = state.used().stream()
                .anyMatch(told -> told.is(Kind.VALUE)
                        && told.at() > i
                        && clauses().of(told.at()) == clauses().of(i)
                        && Words.isPast(words.at(told.end() - 1).text()));
        boolean later = i + 1 < words.size()
                && ((token.is("will") && words.at(i + 1).isOneOf(Set.of("have", "get")))
                        || (token.is("and") && words.at(i + 1).is("should")));
        return later || ((to || deed) && token.isOneOf(INTENDING)) || (token.isOneOf(MOVING) && !measured);
    }

    private IntStream words(int clause) {
        return clauses().words(clause).filter(i -> !state.subject().words().get(i));
    }

    private boolean isLimit(int i) {
        Token token = clauses().words().at(i);
        boolean open =
                i + 1 < clauses().words().size() && clauses().words().at(i + 1).is("further");
        if (!token.isOneOf(ToldWords.LIMITING) || open) {
            return false;
        }
        boolean figure = state.used().stream()
                .anyMatch(told -> told.at() == i + 1 && (told.is(Kind.FIGURE) || told.is(Kind.LENGTH)));
        boolean named = state.used().stream().anyMatch(told -> told.is(Kind.FIELD));
        boolean corrected = (!state.old().isEmpty() || named)
                && (token.is("instead") || (token.is("but") && !state.old().isEmpty()));
        return !(figure && token.isOneOf(Set.of("only", "until"))) && !corrected;
    }

    /** “Not” has to deny something that was there. */
    private boolean isUnmeantDenial(int i) {
        return clauses().words().at(i).isOneOf(ToldWords.NOT)
                && state.old().keySet().stream()
                        .noneMatch(told -> clauses().of(told.at()) == clauses().of(i))
                && state.used().stream()
                        .noneMatch(told -> clauses().of(told.at()) == clauses().of(i)
                                && (told.value() instanceof Boolean || passing.isTakenAway(told)));
    }

    private boolean isReason(int clause, boolean before) {
        List<Token> tokens = words(clause).mapToObj(clauses().words()::at).toList();
        if (tokens.isEmpty() || passing.isOldAlone(clause)) {
            return true;
        }
        Token first = tokens.get(0);
        boolean limits = !before && words(clause).anyMatch(this::isLimit);
        boolean denies =
                !before && tokens.stream().anyMatch(token -> token.isOneOf(ToldWords.NOT)) && !first.isOneOf(REASONS);
        boolean author = first.isOneOf(AUTHOR)
                && tokens.stream().anyMatch(token -> token.isOneOf(ToldWords.THEM) || token.isOneOf(ToldWords.DOING));
        return !(limits
                || denies
                || (!before && words(clause).anyMatch(this::isTalk))
                || author
                || first.isOneOf(JOINS)
                || (state.subject().described() && isBehindSubject(clause, before))
                || isBeforeValue(clause)
                || tellsMore(clause)
                || tellsOfOther(clause));
    }

    /** “Bikes without a check, those never used, …”: what follows the records and comes before what is told of them may be about them. */
    private boolean isBehindSubject(int clause, boolean before) {
        return before && clauses().of(state.subject().words().length() - 1) < clause;
    }

    /** “Promised date of her glasses: friday”: what stands before a colon is no reason where the value names no field. */
    private boolean isBeforeValue(int clause) {
        int end = clauses().words(clause).max().orElse(0);
        return clauses().words().at(end).is(":")
                && state.used().stream()
                        .noneMatch(told -> told.is(Kind.FIELD) && clauses().of(told.at()) > clause)
                && state.left().stream()
                        .anyMatch(told -> told.is(Kind.UNKNOWN) && clauses().of(told.at()) == clause);
    }

    /** “Was serviced today”, where the next service is set: a word of another field's name. */
    private boolean tellsMore(int clause) {
        Set<String> roots = state.subject().target().entity().fields().stream()
                .filter(field -> !state.isGiven(field) && !state.old().containsValue(field))
                .filter(field -> !state.subject().target().entity().titleField().equals(Optional.of(field)))
                .flatMap(field -> turn.schema().stems(field.label()).stream())
                .filter(stem -> stem.length() > 3 && !PARTICLES.contains(stem))
                .map(Names::root)
                .collect(Collectors.toSet());
        return free(clause)
                .anyMatch(i -> clauses().words().at(i).isWord()
                        && !isTakingPlace(i)
                        && roots.contains(Names.root(
                                Names.singular(clauses().words().at(i).text().toLowerCase(Locale.ROOT)))));
    }

    /** “Took place” tells of no place. */
    private boolean isTakingPlace(int i) {
        return i > 0
                && clauses().words().at(i).is("place")
                && (i + 1 == clauses().words().size()
                        || clauses().words().at(i + 1).isMark())
                && Words.isFormOf(clauses().words().at(i - 1).text(), Set.of("take"));
    }

    /** “V2 is free”, where a stay is in V2: how what the records refer to is. */
    private boolean tellsOfOther(int clause) {
        return state.old().entrySet().stream()
                .filter(entry -> clauses().of(entry.getKey().at()) == clause)
                .map(Map.Entry::getValue)
                .flatMap(field -> turn.records().pointed(field).stream())
                .anyMatch(other -> free(clause)
                        .filter(i -> clauses().words().at(i).isWord())
                        .anyMatch(i -> !turn.schema()
                                .states(other, clauses().words().sub(i, i + 1))
                                .isEmpty()));
    }

    /** The words of a clause that no value or name has taken. */
    private IntStream free(int clause) {
        return words(clause)
                .filter(i -> state.old().keySet().stream().noneMatch(told -> told.at() <= i && i < told.end())
                        && state.used().stream().noneMatch(told -> told.at() <= i && i < told.end()));
    }

    /** Whether the clause of a figure names what it is of. */
    private boolean isNamedHere(Told told) {
        boolean cued = state.used().stream().anyMatch(cue -> cue.is(Kind.FIELD));
        return !cued
                || state.used().stream()
                        .anyMatch(cue -> cue.is(Kind.FIELD)
                                && clauses().of(cue.at()) == clauses().of(told.at()));
    }

    private ToldClauses clauses() {
        return state.clauses();
    }
}
