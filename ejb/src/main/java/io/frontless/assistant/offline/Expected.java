package io.frontless.assistant.offline;

import io.frontless.operation.Comparison;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.Filter;
import io.frontless.schema.control.EntityView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** “Should have been paid before today”: what was expected by a day is told by when it was due, and not by when it happened. */
record Expected(Turn turn, EntityView entity) {

    private static final List<Form> FORMS = List.of(
            Form.of("should|must have been <done> by|before <day>"), Form.of("was|were to be <done> by|before <day>"));
    private static final List<Form> BY_NOW = List.of(
            Form.of("should|must have been <done> already|long [ago]"),
            Form.of("should|must [already] have [already] been <done> [by] [now]"),
            Form.of("should|must [already] have <done> [already] [by] [now]"),
            Form.of("was|were to be <done> already"));
    private static final Set<String> BY = Set.of("by");

    /** What says more of the deed, or when it was to be. */
    private static final Set<String> TIMED =
            Set.of("by", "before", "until", "on", "in", "at", "up", "out", "off", "over", "back", "to", "since", "for");

    private static final Set<String> OUGHT = Set.of("should", "must", "was", "were");
    private static final Form NOT_SO =
            Form.of("[,] but [still] isn't|aren't|haven't|hasn't|wasn't|weren't|is|are|has|have [not] [been] [yet]");
    private static final int NOT_SO_TOKENS_MAX = 6;

    Optional<Clause> read(Phrase phrase) {
        for (Match match : Form.matches(FORMS, phrase)) {
            Phrase day = match.the("day");
            Optional<Dates.Dated> date = match.the("done").size() == 1
                    ? Dates.leading(day, turn.request().today())
                            .filter(found -> found.span().isDay())
                    : Optional.empty();
            if (date.isPresent()) {
                int end = phrase.size() - day.size();
                FieldSpec field =
                        Slots.one(Roles.due(entity), phrase.to(end + date.get().tokens()));
                Comparison until = phrase.at(end - 1).isOneOf(BY) ? Comparison.LE : Comparison.LT;
                return Optional.of(new Clause(
                        date.get().span().compared(field, until),
                        field,
                        end + date.get().tokens()));
            }
        }
        return phrase.startsWithOneOf(OUGHT) ? byNow(phrase) : Optional.empty();
    }

    /** “Should have been returned already”: it was due before today, and nothing says that it is done. */
    private Optional<Clause> byNow(Phrase phrase) {
        for (int end = phrase.size(); end > 2; end--) {
            for (Match match : Form.matches(BY_NOW, phrase.to(end))) {
                Phrase done = match.the("done");
                boolean now = phrase.at(end - 1).is("now");
                boolean ends = end == phrase.size() || now || !phrase.at(end).isOneOf(TIMED);
                boolean deed = done.size() == 1 && !done.startsWith("been") && ends;
                List<FieldSpec> days = deed ? due(done.at(0)) : List.of();
                if (deed && days.size() != 1 && phrase.startsWith("should")) {
                    throw Unclear.say("%s says of no day by when that should have been.".formatted(entity.label()));
                }
                if (days.size() == 1) {
                    int tokens = end;
                    return Optional.of(new Clause(
                            Filter.all(undone(days.get(0), done)), null, tokens + notSo(phrase.from(tokens))));
                }
            }
        }
        return Optional.empty();
    }

    /** Not done in any way, and neither as the word says: what is shipped is not to be shipped any more. */
    private List<Filter> undone(FieldSpec due, Phrase done) {
        List<Filter> all = new ArrayList<>(List.of(new Undone(turn, entity).before(due)));
        turn.schema().states(entity, done).stream()
                .map(state -> new Filter.Compare(state.field().key(), Comparison.NE, state.value()))
                .forEach(all::add);
        return all;
    }

    /** “But still aren't”: says the same once more. */
    private static int notSo(Phrase rest) {
        for (int end = Math.min(rest.size(), NOT_SO_TOKENS_MAX); end > 1; end--) {
            if (!NOT_SO.matches(rest.to(end)).isEmpty()) {
                return end;
            }
        }
        return 0;
    }

    /** The day that the verb names, where that lies ahead, or else the one by which it is due. */
    private List<FieldSpec> due(Token done) {
        List<FieldSpec> due = entity.fields().stream()
                .filter(field -> Roles.isDate(field) && (Roles.isDue(field) || Roles.isAhead(field)))
                .toList();
        List<FieldSpec> named = Words.isPast(done.text())
                ? due.stream()
                        .filter(field -> Roles.dates(entity, done.word()).contains(field))
                        .toList()
                : List.of();
        return named.isEmpty() ? due : named;
    }
}
