package io.frontless.assistant.offline;

import io.frontless.assistant.control.Proposal;
import io.frontless.assistant.offline.Told.Kind;
import io.frontless.assistant.offline.ToldSubjects.Subject;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Fits what is told of some records to their fields, and weighs whether the words around it allow that. */
final class ToldFit {

    private static final Set<String> I = Set.of("i", "i'm", "i’m", "i'll", "i’ll");
    private static final Set<String> BE = Set.of("be", "become", "i'm", "i’m", "am", "as");

    private final Turn turn;
    private final ToldState state;
    private final ToldFigures figures;
    private final ToldOld old;

    ToldFit(Turn turn, Subject subject, ToldClauses clauses) {
        this.turn = turn;
        this.state = new ToldState(turn, subject, clauses);
        this.figures = new ToldFigures(turn, state);
        this.old = new ToldOld(state, figures);
    }

    /** The change; empty where something is left over, or told in a way that may mean something else. */
    Optional<Proposal> change() {
        if (!old.isSetAside() || !fitValues() || !figures.fit() || !fitTexts()) {
            return Optional.empty();
        }
        fitEmptied();
        fitAuthor();
        return state.isEmpty() || !new ToldRest(turn, state, figures).isExplained()
                ? Optional.empty()
                : Optional.of(state.changed(turn));
    }

    private boolean fitValues() {
        for (Told told : state.left(Kind.VALUE)) {
            Optional<FieldSpec> field = field(told).filter(one -> isMeant(one, told));
            if (field.isEmpty() || !state.give(field.get(), told.value(), told)) {
                return false;
            }
        }
        return true;
    }

    private boolean isMeant(FieldSpec field, Told told) {
        return (field.type() == FieldType.BOOLEAN || !old.isDenied(told)) && new ToldLead(state, told).leads(field);
    }

    private Optional<FieldSpec> field(Told told) {
        List<FieldSpec> cued = told.fields().stream()
                .filter(field -> state.cue(field, told).isPresent())
                .toList();
        return NewValues.one(told.fields()).or(() -> NewValues.one(cued));
    }

    private boolean fitTexts() {
        for (Told told : List.copyOf(state.left())) {
            if (told.is(Kind.TEXT)) {
                boolean owner =
                        told.end() < words().size() && words().at(told.end()).is("'s");
                Optional<FieldSpec> field = owner ? Optional.empty() : textField(told);
                if (field.isPresent() && !state.give(field.get(), told.value(), told)) {
                    return false;
                }
            }
        }
        return true;
    }

    private Optional<FieldSpec> textField(Told told) {
        List<FieldSpec> cued = state.left().stream()
                .filter(cue -> cue.is(Kind.FIELD)
                        && clauses().of(cue.at()) == clauses().of(told.at()))
                .flatMap(cue -> cue.fields().stream())
                .filter(told::canBe)
                .distinct()
                .toList();
        List<FieldSpec> before = state.old().values().stream()
                .filter(told::canBe)
                .filter(field -> !state.isGiven(field))
                .distinct()
                .toList();
        boolean labelled = told.fields().size() == 1
                && Names.stems(String.valueOf(told.value()))
                        .containsAll(Names.stems(told.fields().get(0).label()));
        return labelled ? NewValues.one(told.fields()) : cued.isEmpty() ? NewValues.one(before) : NewValues.one(cued);
    }

    private void fitEmptied() {
        for (Told told : state.left(Kind.FIELD)) {
            FieldSpec field = told.fields().get(0);
            boolean emptied = clauses().words(clauses().of(told.at())).anyMatch(i -> words().at(i)
                    .isOneOf(ToldWords.CLEARING));
            if (emptied && !field.required() && field.type() != FieldType.CHOICE) {
                state.clear(field, told);
            }
        }
    }

    /** “I'm going to be the consultant”. */
    private void fitAuthor() {
        for (Told told : List.copyOf(state.left())) {
            boolean person = told.is(Kind.FIELD)
                    && Roles.person(state.entity()).contains(told.fields().get(0));
            int start = clauses().start(told.at());
            boolean author = words().at(start).isOneOf(I)
                    && words().sub(start, told.at()).tokens().stream().anyMatch(token -> token.isOneOf(BE));
            if (person && author) {
                FieldSpec field = told.fields().get(0);
                state.give(field, author(field), told);
            }
        }
    }

    @Nullable
    private Object author(FieldSpec field) {
        String name = turn.request().author().name();
        return field.type() == FieldType.REFERENCE
                ? turn.records().target(field, Phrase.quoted(name)).id().toString()
                : name;
    }

    private ToldClauses clauses() {
        return state.clauses();
    }

    private Phrase words() {
        return state.words();
    }
}
