package io.frontless.assistant.offline;

import io.frontless.assistant.control.Proposal;
import io.frontless.assistant.offline.Told.Kind;
import io.frontless.assistant.offline.ToldSubjects.Subject;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Fits what is told of some records to their fields, and weighs whether the words around it allow that. */
final class ToldFit {

    private static final Set<String> I = Set.of("i", "i'm", "i’m", "i'll", "i’ll");
    private static final List<String> ORDINALS =
            List.of("zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth");
    private static final Set<String> SENT = Words.listed("sent went got out received posted issued mailed written");
    private static final Set<String> IT = Set.of("it", "that", "this", "field");
    private static final Set<String> OUT = Set.of("out", "away");
    private static final Set<String> BE = Set.of("be", "become", "i'm", "i’m", "am", "as");

    /** What asks for it to be written down, which is no longer among the words of the request. */
    private static final Pattern ASKED =
            Pattern.compile("(?i)\\b(?:record|note|enter|mark|tick|update|change|correct)\\b");

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
        if (!old.isSetAside() || !fitEvents() || !fitValues() || !figures.fit() || !fitTexts() || isDenied()) {
            return Optional.empty();
        }
        fitEmptied();
        fitCounted();
        fitAuthor();
        return state.isEmpty() || !new ToldRest(turn, state, figures).isExplained()
                ? Optional.empty()
                : Optional.of(state.changed(turn));
    }

    /** “It isn't 300”, “never want 34”: not that, whatever else it is. */
    private boolean isDenied() {
        return state.used().stream()
                .filter(told -> told.is(Kind.FIGURE) || told.is(Kind.LENGTH))
                .anyMatch(told -> IntStream.range(Math.max(clauses().start(told.at()), told.at() - 2), told.at())
                        .anyMatch(i -> words().at(i).isOneOf(ToldWords.NOT)
                                && !words().at(told.at() - 1).is("but")));
    }

    /** What has happened is told of one; of several only where it is to be noted, or it may be what tells which they are. */
    private boolean fitEvents() {
        List<Told> events = state.left(Kind.EVENT);
        return events.isEmpty()
                || ((state.subject().target().isOne() || isAsked())
                        && events.stream()
                                .allMatch(event -> state.give(event.fields().get(0), event.value(), event)));
    }

    private boolean isAsked() {
        return ASKED.matcher(words().sentence()).find();
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
                        && !isPartOfName(cue, told)
                        && (clauses().of(cue.at()) == clauses().of(told.at()) || isAnnounced(cue, told)))
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
        if (cued.isEmpty() && before.isEmpty() && state.isWhereTo(told)) {
            return NewValues.one(told.fields().stream().filter(Roles::isTown).toList());
        }
        return labelled ? NewValues.one(told.fields()) : cued.isEmpty() ? NewValues.one(before) : NewValues.one(cued);
    }

    /** “Comment for K-05: ‘…’”: quoted words after a colon. */
    private boolean isAnnounced(Told cue, Told told) {
        int colon = clauses().start(told.at()) - 1;
        return words().at(told.at()).quoted()
                && colon > 0
                && words().at(colon).is(":")
                && clauses().of(cue.at()) == clauses().of(colon);
    }

    /** “County League A”, of a field “League”: the name is longer than what stands behind the field's. */
    private boolean isPartOfName(Told cue, Told told) {
        return cue.end() == told.at()
                && cue.at() > 0
                && words().at(cue.at()).text().matches("\\p{Lu}.*")
                && words().at(cue.at() - 1).text().matches("\\p{Lu}.*")
                && !state.subject().words().get(cue.at() - 1);
    }

    private void fitEmptied() {
        List<Told> left = state.left(Kind.FIELD);
        boolean taken = state.isEmpty()
                && left.stream().map(Told::fields).distinct().count() == 1
                && IntStream.range(0, clauses().count()).anyMatch(this::isToEmptyIt);
        for (Told told : left) {
            FieldSpec field = told.fields().get(0);
            boolean emptied = clauses().words(clauses().of(told.at())).anyMatch(i -> words().at(i)
                    .isOneOf(ToldWords.CLEARING));
            if ((emptied || taken) && !field.required() && field.type() != FieldType.CHOICE) {
                state.clear(field, told);
            }
        }
    }

    /** “A third reminder went out”, where there have been two. */
    private void fitCounted() {
        for (Told told : state.left(Kind.UNKNOWN)) {
            int nth = ORDINALS.indexOf(words().at(told.at()).word());
            Optional<Told> name = state.left(Kind.FIELD).stream()
                    .filter(field -> nth > 0 && field.at() == told.end())
                    .filter(field -> field.fields().get(0).type() == FieldType.INTEGER)
                    .findFirst();
            boolean done = clauses().words(clauses().of(told.at())).anyMatch(i -> words().at(i)
                    .isOneOf(SENT));
            name.filter(field -> done && state.isNow(field.fields().get(0), BigDecimal.valueOf(nth - 1L)))
                    .ifPresent(field -> {
                        state.give(field.fields().get(0), BigDecimal.valueOf(nth), field);
                        state.use(told);
                    });
        }
    }

    /** “Please empty that field”, “leave it blank”, “take it out”: what was told of before. */
    private boolean isToEmptyIt(int clause) {
        List<Token> said = clauses().words(clause).mapToObj(words()::at).toList();
        boolean it = said.stream().anyMatch(token -> token.isOneOf(IT));
        boolean take = said.stream().anyMatch(token -> token.is("take"));
        return it
                && said.stream().noneMatch(token -> token.isOneOf(ToldWords.NOT) || (take && token.is("of")))
                && said.stream().anyMatch(token -> token.isOneOf(take ? OUT : ToldWords.EMPTYING));
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
