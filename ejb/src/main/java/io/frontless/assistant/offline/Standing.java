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
    private static final Set<String> WITH = Set.of("with", "have", "has", "having", "hold", "holds");
    private static final Set<String> RELATING = Set.of("that", "which");
    private static final Set<String> BY_NOW = Set.of("already", "since", "now", "recently", "just", "long");
    private static final Set<String> ENDED = Set.of("expired", "lapsed", "ended", "overdue");
    private static final Set<String> ENDING =
            Set.of("expires", "expire", "expiring", "lapses", "lapse", "lapsing", "ends", "end", "ending");

    /** What a date of this kind has in its name beside what holds until then. */
    private static final Set<String> UNTIL = Set.of(
            "until", "till", "expiry", "expire", "end", "due", "valid", "next", "date", "day", "on", "by", "run", "to");

    private static final int WORDS_MAX = 3;
    private static final int ENDED_TOKENS_MAX = 8;
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

    /** Until when something holds, and that this is over, or when it will be: “whose licence has already run out”, “with an expired licence”. */
    private Optional<Clause> ended(Phrase phrase) {
        if (phrase.size() < 2
                || phrase.to(Math.min(phrase.size(), ENDED_TOKENS_MAX)).tokens().stream()
                        .noneMatch(Standing::saysEnd)) {
            return Optional.empty();
        }
        int with = phrase.size() > 2 && phrase.startsWithOneOf(WITH) ? 1 : 0;
        Phrase rest =
                phrase.from(with > 0 || phrase.startsWith("whose") ? 1 : 0).bare();
        int said = phrase.size() - rest.size();
        if (with > 0 && rest.size() > 1 && rest.startsWithOneOf(ENDED)) {
            return until(rest.from(1)).map(named -> today(named.thing(), Comparison.LT, said + 1 + named.length()));
        }
        return until(rest).flatMap(named -> {
            Phrase after = rest.from(named.length());
            int that = with > 0 && after.startsWithOneOf(RELATING) ? 1 : 0;
            return with > that || after.size() < that + 1
                    ? Optional.empty()
                    : ended(named.thing(), after.from(that)).map(clause -> clause.longer(said + named.length() + that));
        });
    }

    private static boolean saysEnd(Token word) {
        return word.isOneOf(ENDED) || word.isOneOf(ENDING) || word.isOneOf(RUNNING);
    }

    private Optional<Clause> ended(FieldSpec field, Phrase after) {
        int having = after.startsWithOneOf(HAVING) ? 1 : 0;
        int verb = having + (after.size() > having + 1 && after.at(having).isOneOf(BY_NOW) ? 1 : 0);
        Phrase rest = after.from(verb);
        int out = rest.size() > 1 && rest.startsWithOneOf(RUNNING) && rest.at(1).is("out") ? 2 : 0;
        if (having > 0) {
            int end = rest.startsWithOneOf(ENDED) ? 1 : out;
            return end == 0 ? Optional.empty() : Optional.of(today(field, Comparison.LT, verb + end));
        }
        int end = rest.startsWithOneOf(ENDING) ? 1 : out;
        return end == 0
                ? Optional.empty()
                : comparedOrDuring(field, rest.from(end)).map(clause -> clause.longer(verb + end));
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

    /** The one date that says until when there is what the words name: “Vaccinated until” for a vaccination, “Gas licence until” for a licence. */
    private Optional<SchemaLinker.Named<FieldSpec>> until(Phrase phrase) {
        for (int length = Math.min(WORDS_MAX, phrase.size()); length > 0; length--) {
            List<String> said = turn.schema().stems(phrase.to(length).text());
            List<FieldSpec> fields = entity.fields().stream()
                    .filter(field -> Roles.isDate(field) && (Roles.isUntil(field) || Roles.isDue(field)))
                    .filter(field -> isOf(said, field))
                    .toList();
            if (fields.size() == 1) {
                return Optional.of(new SchemaLinker.Named<>(fields.get(0), length));
            }
        }
        return Optional.empty();
    }

    private boolean isOf(List<String> said, FieldSpec field) {
        List<String> label = turn.schema().stems(field.label());
        List<String> holding =
                label.stream().filter(word -> !UNTIL.contains(word)).toList();
        boolean last = !holding.isEmpty() && said.equals(holding.subList(holding.size() - 1, holding.size()));
        return last
                || (!holding.isEmpty() && said.equals(holding))
                || Names.root(label.get(0)).equals(Names.root(String.join(" ", said)));
    }

    private Clause today(FieldSpec field, Comparison comparison, int tokens) {
        return new Clause(Span.day(today()).compared(field, comparison), null, tokens);
    }

    private LocalDate today() {
        return turn.request().today();
    }
}
