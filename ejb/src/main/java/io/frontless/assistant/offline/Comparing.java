package io.frontless.assistant.offline;

import io.frontless.operation.Comparison;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Filter;
import io.frontless.schema.control.EntityView;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Reads comparisons: of a field that is named, or of the amount or day that an entity has: “over 1000”, “with stock below 10”, “reported this week”. */
record Comparing(Turn turn, EntityView entity) {

    private static final Set<String> EMPTY = Set.of("empty", "missing", "blank", "unknown", "unset");
    private static final Set<String> VALUE_ENDS = Set.of(
            ",", "and", "or", "with", "where", "whose", "that", "which", "who", "due", "over", "above", "under",
            "below", "before", "after", "since", "more", "less", "in", "<", ">", "<=", ">=", "for", "from", "except",
            "without", "but", "per");
    private static final Set<String> WORTH =
            Set.of("paying pay pays earn earning earns want wants charging worth costing cost costs for of priced at"
                    .split(" "));
    /** Deeds that make a record, of which its own day tells. */
    private static final Set<String> MADE = Set.of("taken", "placed", "made", "written", "received");

    private static final Set<String> PARTICLES = Set.of("over", "in", "out", "up", "off", "back", "down");
    private static final Set<String> DAY = Set.of("on", "in", "from", "for", "during", "within", "dated", "of", "at");
    private static final Set<String> LEADING = Set.of("with", "whose", "having", "have", "has", "in", "on");
    private static final Set<String> DUE = Set.of("due", "up", "ready");
    private static final Set<String> BEING = Set.of("is", "are", "was", "were");
    private static final Set<String> FALLING = Set.of("falls", "fall", "lies", "lie", "comes", "happens");
    private static final Set<String> ANY = Set.of("some", "any");
    private static final Set<String> ANY_TIME = Set.of("day", "time", "date");
    private static final Form PAST = Form.of("in the past");
    private static final Form FUTURE = Form.of("in the future");
    private static final int BETWEEN_TOKENS_MAX = 9;
    private static final Set<String> TIMELESS = Set.of("over", "under", "above", "below", "more", "less", "exceeding");

    Optional<Clause> read(Phrase phrase) {
        return new Undone(turn, entity)
                .read(phrase)
                .or(() -> new Standing(turn, entity).read(phrase))
                .or(() -> new Ages(turn, entity).read(phrase))
                .or(() -> dateVerb(phrase))
                .or(() -> field(phrase))
                .or(() -> new Numbered(turn, entity).read(phrase))
                .or(() -> measuring(phrase))
                .or(() -> new WithinDays(entity).read(phrase))
                .or(() -> compared(phrase))
                .or(() -> onDay(phrase));
    }

    /** “In September”, “today”, “from last month”: the day of the entity. */
    Optional<Clause> onDay(Phrase phrase) {
        for (Match match : Form.matches(List.of(PAST, FUTURE), phrase.to(Math.min(3, phrase.size())))) {
            List<FieldSpec> days = match.captured().isEmpty() ? Roles.day(entity) : List.of();
            if (!days.isEmpty()) {
                Comparison side = phrase.at(2).is("past") ? Comparison.LT : Comparison.GT;
                Filter filter = Span.day(today()).compared(Slots.one(days, phrase.to(1)), side);
                return Optional.of(new Clause(filter, null, 3));
            }
        }
        int deed = phrase.size() > 2
                        && phrase.startsWithOneOf(MADE)
                        && phrase.at(1).isOneOf(DAY)
                ? 1
                : 0;
        int start = deed + (phrase.size() > deed + 1 && phrase.at(deed).isOneOf(DAY) ? 1 : 0);
        Optional<Dates.Dated> date = dated(phrase.from(start), start > 0).map(found -> found.leaning(today(), false));
        List<FieldSpec> fields = date.isEmpty() ? List.of() : Roles.day(entity);
        return fields.isEmpty()
                ? Optional.empty()
                : date.map(found -> within(Slots.one(fields, phrase.to(1)), found, start));
    }

    /** A number that could be a year is one only after a word of time. */
    private Optional<Dates.Dated> dated(Phrase phrase, boolean temporal) {
        return Dates.leading(phrase, today())
                .filter(date ->
                        temporal || date.tokens() > 1 || Amounts.leading(phrase).isEmpty());
    }

    private static Clause within(FieldSpec field, Dates.Dated date, int start) {
        return new Clause(date.span().compared(field, Comparison.EQ), null, start + date.tokens());
    }

    /** “Reported this week”, “borrowed in August”, “due before June”, “born before 1985”. */
    Optional<Clause> dateVerb(Phrase phrase) {
        if (phrase.isEmpty() || !phrase.at(0).isWord()) {
            return Optional.empty();
        }
        boolean due = phrase.startsWith("due");
        List<FieldSpec> fields = due
                ? Roles.due(entity)
                : Roles.dates(entity, phrase.at(0).text().toLowerCase(Locale.ROOT));
        if (fields.isEmpty() && phrase.size() > 2) {
            return joined(phrase);
        }
        int said = 1 + (due || fields.size() != 1 ? 0 : particles(fields.get(0), phrase.from(1)));
        if (fields.isEmpty() || said == phrase.size()) {
            return Optional.empty();
        }
        return date(fields, phrase.from(said), phrase).map(clause -> clause.longer(said));
    }

    /** “Handed over in May”, where the field is “Handover”. */
    private Optional<Clause> joined(Phrase phrase) {
        List<FieldSpec> fields = !phrase.at(1).isOneOf(PARTICLES)
                ? List.of()
                : Words.bases(phrase.at(0).text())
                        .flatMap(base -> Roles.dates(entity, base + phrase.at(1).text()).stream())
                        .distinct()
                        .toList();
        return fields.isEmpty()
                ? Optional.empty()
                : date(fields, phrase.from(2), phrase).map(clause -> clause.longer(2));
    }

    /** “Picked up next week”, where the field is “Pick up by”. */
    private static int particles(FieldSpec field, Phrase rest) {
        List<String> label = Names.stems(field.label());
        boolean same = label.size() > 2 && rest.size() > 1 && rest.at(0).is(label.get(1));
        return same ? 1 : 0;
    }

    /** “Received”, “unpaid”, where a date tells when that was. */
    Optional<Clause> happened(Phrase phrase) {
        if (phrase.isEmpty() || !phrase.at(0).isWord()) {
            return Optional.empty();
        }
        String word = phrase.at(0).text().toLowerCase(Locale.ROOT);
        boolean not = word.startsWith("un");
        String verb = not ? word.substring(2) : word;
        List<FieldSpec> fields = Roles.dates(entity, verb).stream()
                .filter(field -> Words.isPast(verb)
                        && Words.isPast(Names.stems(field.label()).get(0)))
                .toList();
        return fields.size() == 1
                ? Optional.of(new Clause(
                        new Filter.Compare(fields.get(0).key(), not ? Comparison.EMPTY : Comparison.NOT_EMPTY, null),
                        null,
                        1))
                : Optional.empty();
    }

    private Optional<Clause> date(List<FieldSpec> fields, Phrase rest, Phrase cue) {
        boolean past = rest.startsWith("since")
                || Sides.isOver(cue.at(0).text())
                || fields.stream().allMatch(DeedDay::isOfThePast);
        Optional<Clause> between = new Between(today(), past).read(rest, cue, dates -> dates ? fields : List.of());
        if (between.isPresent()) {
            return between;
        }
        Optional<Comparisons.Said> said = Comparisons.leading(rest);
        int from = said.map(Comparisons.Said::tokens).orElse(0);
        Phrase after = rest.from(from);
        int some = after.size() > 2 && after.startsWithOneOf(ANY) && after.at(1).isOneOf(ANY_TIME) ? 2 : 0;
        some += after.size() > some + 1 && after.at(some).is("sometime") ? 1 : 0;
        int skip = some + (after.size() > some + 1 && after.at(some).isOneOf(DAY) ? 1 : 0);
        skip += after.size() > skip + 1 && after.at(skip).is("the") ? 1 : 0;
        int start = from + skip;
        // “Valid until some day within two weeks” is no bound: the day itself is one of those.
        boolean within = some > 0 || after.startsWithOneOf(Set.of("within", "during"));
        Comparison comparison =
                said.filter(found -> !within).map(Comparisons.Said::comparison).orElse(Comparison.EQ);
        return dated(rest.from(start), true)
                .map(found -> found.leaning(today(), past))
                .map(found -> new Clause(
                        found.span().compared(Slots.one(fields, cue.to(1)), comparison), null, start + found.tokens()));
    }

    private Optional<Clause> field(Phrase phrase) {
        Optional<SchemaLinker.Named<FieldSpec>> named = turn.schema()
                .leadingField(entity, withoutWith(phrase))
                .or(() -> Sides.leading(entity, withoutWith(phrase)));
        if (named.isEmpty() || Doers.isVerb(named.get(), withoutWith(phrase))) {
            return Optional.empty();
        }
        FieldSpec field = named.get().thing();
        int before = phrase.size() - withoutWith(phrase).size() + named.get().length();
        int start = before + (Roles.isDate(field) && phrase.from(before).startsWithOneOf(ANY_TIME) ? 1 : 0);
        Phrase rest = phrase.from(start);
        Phrase said = withoutWith(phrase);
        Optional<Clause> whole = new Labelled(turn, entity)
                .whole(field, said, named.get().length())
                .map(clause -> clause.longer(phrase.size() - said.size()));
        if (whole.isPresent()) {
            return whole;
        }
        Having having = new Having(turn, entity);
        Optional<Clause> written = having.written(field, phrase, rest).map(clause -> clause.longer(start));
        if (written.isPresent()) {
            return written;
        }
        Optional<Clause> containing = having.containing(field, rest).map(clause -> clause.longer(start));
        if (containing.isPresent()) {
            return containing;
        }
        if (field.type() == FieldType.LONG_TEXT) {
            throw Unclear.say("%s is a long text, which cannot be searched for yet.".formatted(field.label()));
        }
        int is = rest.startsWithOneOf(BEING) || (Roles.isDate(field) && rest.startsWithOneOf(FALLING)) ? 1 : 0;
        if (rest.from(is).startsWithOneOf(EMPTY)) {
            return Optional.of(
                    new Clause(new Filter.Compare(field.key(), Comparison.EMPTY, null), null, start + is + 1));
        }
        if (Roles.isDate(field)) {
            Optional<Clause> date = date(List.of(field), rest.from(is), phrase).map(clause -> clause.longer(is));
            Optional<Clause> dated = date.or(() -> new Standing(turn, entity).gone(field, rest));
            if (dated.isPresent()) {
                return dated.map(clause -> clause.longer(start));
            }
        }
        Optional<Clause> neither =
                new Neither(this::value).read(field, rest.from(is)).map(clause -> clause.longer(is));
        Optional<Clause> value = neither.isPresent()
                ? neither
                : field.type() == FieldType.REFERENCE ? referred(field, rest) : value(field, rest);
        return value.or(() -> having.read(field, phrase, rest)).map(clause -> clause.longer(start));
    }

    /** The record of this name, or what is said of the one that is referred to: “whose customer is Acme”, “whose customer is in Berlin”. */
    private Optional<Clause> referred(FieldSpec field, Phrase rest) {
        Supplier<Optional<Clause>> through =
                () -> new Through(turn, entity).ofField(field, rest, new Clauses(turn, entity)::says);
        try {
            return value(field, rest).or(through);
        } catch (Unclear unclear) {
            return Optional.of(through.get().orElseThrow(() -> unclear));
        }
    }

    private static Phrase withoutWith(Phrase phrase) {
        boolean due =
                phrase.size() > 2 && phrase.startsWithOneOf(DUE) && phrase.at(1).is("for");
        boolean with = phrase.size() > 1 && phrase.startsWithOneOf(LEADING);
        int something = with ? Having.something(phrase.from(1)) : 0;
        return phrase.from(due ? 2 : with ? 1 + something : 0).bare();
    }

    private Optional<Clause> value(FieldSpec field, Phrase rest) {
        Optional<Clause> between = new Between(today())
                .read(rest, rest, dates -> dates || !Roles.isNumber(field) ? List.of() : List.of(field));
        if (between.isPresent()) {
            return between;
        }
        if (rest.size() > 1 && rest.startsWith("of")) {
            return value(field, rest.from(1)).map(clause -> clause.longer(1));
        }
        Optional<Comparisons.Said> said = Comparisons.leading(rest);
        int from = said.map(Comparisons.Said::tokens).orElse(0);
        if (from >= rest.size() || (from == 0 && rest.startsWithOneOf(VALUE_ENDS))) {
            return Optional.empty();
        }
        Comparison comparison = said.map(Comparisons.Said::comparison).orElse(Comparison.EQ);
        boolean textual = Roles.isText(field) || field.type() == FieldType.CHOICE;
        boolean ordered =
                !Set.of(Comparison.EQ, Comparison.NE, Comparison.CONTAINS).contains(comparison);
        if (ordered && (textual || field.type() == FieldType.REFERENCE)) {
            return Optional.empty();
        }
        if (comparison == Comparison.CONTAINS && !textual) {
            throw Unclear.say("%s is no text, so it cannot contain one.".formatted(field.label()));
        }
        Phrase value = valueOf(field, rest.from(from));
        boolean one = comparison == Comparison.EQ || comparison == Comparison.NE;
        Object read = field.type() == FieldType.TEXT && one
                ? new Holders(turn, entity)
                        .read(value, Holders.Relation.NONE)
                        .filter(held -> held.field().equals(field))
                        .map(Holders.Held::value)
                        .orElse(value.text())
                : turn.values().read(field, value);
        Filter filter = new Filter.Compare(field.key(), comparison, read);
        return Optional.of(new Clause(filter, one ? field : null, from + value.size()));
    }

    private Phrase valueOf(FieldSpec field, Phrase rest) {
        int sure = turn.values().leading(field, rest);
        int end = Math.max(sure, 1);
        while (sure == 0
                && end < rest.size()
                && !rest.at(0).quoted()
                && !rest.at(end).isOneOf(VALUE_ENDS)) {
            end++;
        }
        return rest.to(end);
    }

    /** “Scoring below 60”, “weighing over 5 kg”: the verb of what a number measures. */
    private Optional<Clause> measuring(Phrase phrase) {
        if (phrase.size() < 2
                || !phrase.at(0).isWord()
                || Comparisons.leading(phrase.from(1)).isEmpty()) {
            return Optional.empty();
        }
        List<FieldSpec> fields = Roles.measuredBy(entity, phrase.at(0).text());
        return fields.size() == 1
                ? value(fields.get(0), phrase.from(1)).map(clause -> clause.longer(1))
                : Optional.empty();
    }

    /** A comparison without a field is about the amount or the day that the entity has. */
    private Optional<Clause> compared(Phrase phrase) {
        boolean from = phrase.size() > 1
                && phrase.startsWithOneOf(DAY)
                && phrase.at(1).isOneOf(Set.of("before", "after", "since"));
        boolean worth = from
                || (phrase.size() > 1
                        && phrase.startsWithOneOf(WORTH)
                        && Comparisons.leading(phrase).isEmpty());
        int start = worth ? 1 : 0;
        Phrase rest = phrase.from(start);
        Optional<Clause> years = new Years(turn, entity).read(rest);
        if (years.isPresent()) {
            return years.map(clause -> clause.longer(start));
        }
        Optional<Clause> between = betweenNamed(rest).or(() -> new Between(today()).read(rest, phrase, this::fieldsOf));
        if (between.isPresent()) {
            return between.map(clause -> clause.longer(start));
        }
        Optional<Comparisons.Said> said = Comparisons.leading(rest);
        if (said.isEmpty() && worth) {
            return PaidAtMost.read(entity, rest).map(clause -> clause.longer(start));
        }
        if (said.isEmpty() || said.get().tokens() >= rest.size()) {
            return Optional.empty();
        }
        int adjective = rest.startsWithOneOf(Set.of("is", "are")) ? 1 : 0;
        Phrase value = rest.from(said.get().tokens());
        Optional<Dates.Dated> date = dated(value, !rest.startsWithOneOf(TIMELESS))
                .map(found -> found.leaning(today(), rest.startsWith("since")));
        List<FieldSpec> days = date.isEmpty() ? List.of() : Roles.day(entity);
        if (!days.isEmpty()) {
            Filter filter = date.get()
                    .span()
                    .compared(Slots.one(days, phrase.to(1)), said.get().comparison());
            return Optional.of(new Clause(
                    filter, null, start + said.get().tokens() + date.get().tokens()));
        }
        Optional<Amounts.Amount> amount = Amounts.leading(value);
        // “At least one” of what was said before is no amount.
        Optional<Measure> measure = Measure.ofAdjective(rest.at(adjective));
        List<FieldSpec> measured = measure.map(found -> found.fields(entity))
                .filter(fields -> fields.size() == 1)
                .orElseGet(() -> Measure.amounts(entity, value));
        List<FieldSpec> amounts = amount.isEmpty() || value.startsWith("one") ? List.of() : measured;
        if (amounts.isEmpty()) {
            return Optional.empty();
        }
        List<FieldSpec> paid = Roles.paid(amounts, value.from(amount.get().tokens()));
        boolean metres = value.size() > 1 && value.at(1).is("m") && measured.equals(amounts) && measure.isPresent();
        Filter filter = new Filter.Compare(
                Slots.one(paid.isEmpty() ? Roles.main(amounts) : paid, phrase.to(1))
                        .key(),
                said.get().comparison(),
                metres ? Amounts.whole(value.to(1)).orElseThrow() : amount.get().value());
        int unit = paid.isEmpty() ? 0 : 2;
        return Optional.of(new Clause(
                filter, null, start + said.get().tokens() + amount.get().tokens() + unit));
    }

    /** “Between 5 and 25k running hours”, “between 2 and 5 kg”: the field is named after its numbers, or told by their unit. */
    private Optional<Clause> betweenNamed(Phrase rest) {
        for (int end = 4; end < Math.min(rest.size(), BETWEEN_TOKENS_MAX); end++) {
            Phrase said = rest.to(end);
            Phrase behind = rest.from(end);
            Optional<SchemaLinker.Named<FieldSpec>> named = turn.schema()
                    .leadingField(entity, behind)
                    .filter(field -> Roles.isNumber(field.thing()))
                    .or(() -> Unit.field(entity, behind));
            Optional<Clause> clause = named.flatMap(field -> new Between(today())
                    .read(said, said, dates -> dates ? List.of() : List.of(field.thing()))
                    .filter(found -> found.tokens() == said.size()));
            if (clause.isPresent()) {
                return clause.map(found -> found.longer(named.get().length()));
            }
        }
        return Optional.empty();
    }

    private List<FieldSpec> fieldsOf(boolean date) {
        return date ? Roles.day(entity) : Roles.amount(entity);
    }

    private LocalDate today() {
        return turn.request().today();
    }
}
