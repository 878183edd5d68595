package io.frontless.assistant.offline;

import io.frontless.operation.Comparison;
import io.frontless.operation.FieldSpec;
import io.frontless.schema.control.EntityView;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads how a date stands to today: “whose vaccination has run out”, “whose warranty ends next month”, “past its use-by date”, “upcoming”. */
record Standing(Turn turn, EntityView entity) {

    private static final Set<String> UPCOMING = Set.of("upcoming", "forthcoming");
    private static final Set<String> HAVING = Set.of("has", "have", "is", "are");
    private static final Set<String> ENDED = Set.of("expired", "lapsed", "ended");
    private static final Set<String> ENDING = Set.of("expires", "expire", "lapses", "lapse", "ends", "end");
    private static final Set<String> RUNNING = Set.of("runs", "run", "running");
    private static final Set<String> EXPIRING = Set.of(
            "expire", "expires", "expiring", "expired", "lapse", "lapses", "lapsing", "lapsed", "ending", "ends");
    private static final List<Form> GONE = List.of(
            Form.of("has|have|is|are|was|were [already] passed|past|over|gone|overdue|expired|lapsed"),
            Form.of("is|are|was|were|lies|lie [already] in the past"),
            Form.of("is|are|was|were [already|long] overdue"),
            Form.of("is|are|lies|lie [already] behind us"));
    private static final List<Form> AHEAD = List.of(
            Form.of("is|are|lies|lie [still] in the future"),
            Form.of("is|are|lies|lie [still] ahead [of] [us]"),
            Form.of("is|are [still] to come"));
    private static final int GONE_TOKENS_MAX = 5;
    private static final Set<String> POSSESSIVE = Set.of("its", "their", "the");

    Optional<Clause> read(Phrase phrase) {
        return upcoming(phrase).or(() -> past(phrase)).or(() -> ended(phrase)).or(() -> ending(phrase));
    }

    /** What is still to come, today included. */
    Optional<Clause> upcoming(Phrase phrase) {
        List<FieldSpec> days = phrase.startsWithOneOf(UPCOMING) ? Roles.day(entity) : List.of();
        return days.isEmpty() ? Optional.empty() : Optional.of(today(Slots.one(days, phrase.to(1)), Comparison.GE, 1));
    }

    private Optional<Clause> past(Phrase phrase) {
        if (phrase.size() < 3 || !phrase.startsWith("past") || !phrase.at(1).isOneOf(POSSESSIVE)) {
            return Optional.empty();
        }
        return turn.schema()
                .leadingField(entity, phrase.from(2))
                .filter(named -> Roles.isDate(named.thing()))
                .map(named -> today(named.thing(), Comparison.LT, 2 + named.length()));
    }

    /** Until when something holds, and that this is over, or when it will be. */
    private Optional<Clause> ended(Phrase phrase) {
        if (phrase.size() > 2 && !phrase.startsWith("whose") && phrase.at(1).isOneOf(HAVING)) {
            return ended(phrase.to(0).then("whose").joined(phrase)).map(clause -> clause.longer(-1));
        }
        Optional<FieldSpec> until =
                phrase.size() > 2 && phrase.startsWith("whose") ? until(phrase.at(1)) : Optional.empty();
        return until.flatMap(field -> {
            boolean having = phrase.at(2).isOneOf(HAVING);
            Phrase verb = phrase.from(having ? 3 : 2);
            int said = phrase.size() - verb.size();
            int out = verb.size() > 1
                            && verb.startsWithOneOf(RUNNING)
                            && verb.at(1).is("out")
                    ? 2
                    : 0;
            if (having) {
                int end = verb.startsWithOneOf(ENDED) || verb.startsWith("overdue") ? 1 : out;
                return end == 0 ? Optional.empty() : Optional.of(today(field, Comparison.LT, said + end));
            }
            int end = verb.startsWithOneOf(ENDING) ? 1 : out;
            return end == 0
                    ? Optional.empty()
                    : comparedOrDuring(field, verb.from(end)).map(clause -> clause.longer(said + end));
        });
    }

    /** “Quotes that run out this month”, “expired”, “expiring in 2027”: until when they hold themselves. */
    private Optional<Clause> ending(Phrase phrase) {
        int verb = phrase.startsWithOneOf(EXPIRING)
                ? 1
                : phrase.size() > 1
                                && phrase.startsWithOneOf(RUNNING)
                                && phrase.at(1).is("out")
                        ? 2
                        : 0;
        List<FieldSpec> fields = verb == 0
                ? List.of()
                : entity.fields().stream()
                        .filter(field -> Roles.isDate(field) && Roles.isUntil(field))
                        .toList();
        if (fields.size() != 1) {
            return Optional.empty();
        }
        FieldSpec until = fields.get(0);
        boolean over = phrase.startsWithOneOf(ENDED) || (verb == 2 && phrase.startsWith("run"));
        return comparedOrDuring(until, phrase.from(verb))
                .map(clause -> clause.longer(verb))
                .or(() -> over && verb == 1 ? Optional.of(today(until, Comparison.LT, verb)) : Optional.empty());
    }

    private Optional<Clause> comparedOrDuring(FieldSpec field, Phrase rest) {
        Optional<Comparisons.Said> said = Comparisons.leading(rest);
        int from = said.map(Comparisons.Said::tokens).orElse(0);
        return ending(field, rest.from(from)).map(clause -> {
            Comparison side = said.map(Comparisons.Said::comparison).orElse(Comparison.EQ);
            return side == Comparison.EQ
                    ? clause.longer(from)
                    : Dates.leading(rest.from(from), today())
                            .map(found -> found.leaning(today(), false))
                            .map(found -> new Clause(found.span().compared(field, side), null, from + found.tokens()))
                            .orElse(clause.longer(from));
        });
    }

    /** “Has passed”, “is in the past”, “is over”; “is still ahead”. */
    Optional<Clause> gone(FieldSpec field, Phrase rest) {
        for (int length = Math.min(rest.size(), GONE_TOKENS_MAX); length > 1; length--) {
            Phrase said = rest.to(length);
            if (!Form.matches(GONE, said).isEmpty()) {
                return Optional.of(today(field, Comparison.LT, length));
            }
            if (!Form.matches(AHEAD, said).isEmpty()) {
                return Optional.of(today(field, Comparison.GT, length));
            }
        }
        return Optional.empty();
    }

    private Optional<Clause> ending(FieldSpec field, Phrase rest) {
        int in = rest.size() > 1 && rest.startsWithOneOf(Set.of("in", "on", "within")) ? 1 : 0;
        return Dates.leading(rest.from(in), today())
                .map(found -> found.leaning(today(), false))
                .map(found -> new Clause(found.span().compared(field, Comparison.EQ), null, in + found.tokens()));
    }

    /** The one date that says until when there is what the word names: “Vaccinated until” for a vaccination. */
    private Optional<FieldSpec> until(Token word) {
        List<String> said = Names.stems(word.text());
        List<FieldSpec> fields = entity.fields().stream()
                .filter(field -> Roles.isDate(field) && (Roles.isUntil(field) || Roles.isDue(field)))
                .filter(field ->
                        Names.root(Names.stems(field.label()).get(0)).equals(Names.root(String.join(" ", said))))
                .toList();
        return fields.size() == 1 ? fields.stream().findFirst() : Optional.empty();
    }

    private Clause today(FieldSpec field, Comparison comparison, int tokens) {
        return new Clause(Span.day(today()).compared(field, comparison), null, tokens);
    }

    private LocalDate today() {
        return turn.request().today();
    }
}
