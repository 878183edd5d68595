package io.frontless.assistant.offline;

import io.frontless.assistant.control.PlanningRequest.Mention;
import io.frontless.assistant.control.Proposal;
import io.frontless.operation.Comparison;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Filter;
import io.frontless.record.control.Grouping;
import io.frontless.record.control.Grouping.Aggregate;
import io.frontless.record.control.Grouping.By;
import io.frontless.record.control.Grouping.Function;
import io.frontless.record.control.RecordQuery;
import io.frontless.schema.control.EntityView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Sums and averages in any order of words: some say what is made (“in total”, “on average”), some which number it is made of, and all others which records.
 * “How many hours has Goran booked altogether”, “quantity ordered by Hotel Regent in total”.
 */
final class FigureReading implements Reading {

    private static final Set<String> BESIDE = Set.of(
            "the",
            "our",
            "of",
            "number",
            "amount",
            "length",
            "time",
            "duration",
            "a",
            "in",
            "for",
            "on",
            "all",
            "from",
            "by",
            ",",
            "worth",
            "as");
    private static final Set<String> LEADING = Set.of(
            "of", "for", "from", "in", "on", "across", "among", "over", "do", "does", "did", "by", "the", "all", ",",
            "with");
    private static final Set<String> MONEY =
            Words.listed("money worth cost costs revenue sales turnover income spend spent"
                    + " earn earned pay charge charged bill billed");
    private static final Set<String> SPENDING = Set.of("spend", "spent", "pay", "paying", "spending");
    private static final Set<String> OWED = Set.of("owe", "owes", "owed", "outstanding", "owing");
    private static final Set<String> NEVER_OWED = Set.of(
            "cancelled",
            "canceled",
            "void",
            "voided",
            "written off",
            "draft",
            "drafted",
            "refunded",
            "called off",
            "declined");
    private static final Set<String> NONE = Set.of("no", "without", "not", "than", "over", "under", "least", "most");
    private static final Set<String> LEFT = Set.of("left", "stock", "available", "remaining");
    private static final Set<String> COUNTING =
            Set.of("how", "many", "much", "altogether", "together", "total", "what", "which", "have", "do", "pieces");
    private static final Set<String> EACH = Set.of("each", "every");
    private static final Set<String> US = Set.of("us", "still");
    private static final Set<String> TRADE =
            Set.of("order", "invoice", "sale", "bill", "booking", "reservation", "rental");

    /** Which numbers of a table are meant. */
    private interface NumbersOf {
        List<FieldSpec> of(EntityView entity);
    }

    /** A function, the number it is made of, and which records. */
    private record Figure(Function function, FieldSpec field, Selection selection, boolean named) {}

    /** Whether a word says that a figure is asked for. */
    static boolean asks(Turn turn) {
        return !turn.words().isEmpty()
                && !Light.isChanging(turn.words().at(0))
                && !UpdateRecordReading.saysChange(turn)
                && FigureCue.in(turn.words()).isPresent();
    }

    @Override
    public Optional<Proposal> read(Turn turn) {
        Optional<FigureCue> cue = FigureCue.in(turn.words());
        if (cue.isEmpty()) {
            return Optional.empty();
        }
        Optional<Proposal> left = left(turn);
        if (left.isPresent()) {
            return left;
        }
        List<Match> grouped =
                Form.of("<rest> per|by|each|every <by>").matches(cue.get().rest());
        for (Match match : grouped) {
            Optional<Proposal> read = figures(turn, cue.get().with(match.the("rest")), Optional.of(match.the("by")));
            if (read.isPresent()) {
                return read;
            }
        }
        boolean each = cue.get().rest().tokens().stream().anyMatch(token -> token.isOneOf(EACH));
        return each && !grouped.isEmpty() ? Optional.empty() : figures(turn, cue.get(), Optional.empty());
    }

    private static Optional<Proposal> figures(Turn turn, FigureCue cue, Optional<Phrase> by) {
        Phrase rest = cue.rest();
        List<Figure> found = new ArrayList<>();
        for (EntityView entity : turn.schema().entities()) {
            for (int at = 0; at < rest.size(); at++) {
                figure(turn, entity, cue, at).ifPresent(found::add);
            }
        }
        boolean named = found.stream().anyMatch(Figure::named);
        List<Figure> meant = found.stream()
                .filter(figure -> figure.named() == named && (named || !isOther(turn, figure, found)))
                .distinct()
                .toList();
        if (found.isEmpty() && by.isEmpty() && rest.tokens().stream().allMatch(Light::isJoining)) {
            return ofThose(turn, cue);
        }
        return meant.size() != 1
                ? Optional.empty()
                : meant.stream()
                        .findFirst()
                        .flatMap(figure -> by.isEmpty()
                                ? Optional.of(proposal(turn, figure, List.of()))
                                : new GroupedBy(turn, figure.selection().entity())
                                        .read(by.get())
                                        .map(group -> proposal(turn, figure, List.of(group))));
    }

    /** Whether another figure is of what was mentioned before, and this one is not. */
    private static boolean isOther(Turn turn, Figure figure, List<Figure> found) {
        List<Mention> last = turn.request().lastMentioned();
        String entity = last.isEmpty() ? "" : last.get(0).entity();
        return !figure.selection().entity().key().equals(entity)
                && found.stream()
                        .anyMatch(other -> other.selection().entity().key().equals(entity));
    }

    /** “How many of these are left”: what there is of those that were mentioned before. */
    private static Optional<Proposal> left(Turn turn) {
        Phrase words = turn.words();
        boolean left = words.tokens().stream().anyMatch(token -> token.isOneOf(LEFT))
                && words.tokens().stream()
                        .allMatch(token -> token.isOneOf(LEFT)
                                || token.isOneOf(COUNTING)
                                || Mentioned.isWord(token)
                                || Light.isJoining(token));
        return left ? ofThose(turn, new FigureCue(Function.SUM, words.to(0), false), Roles::stock) : Optional.empty();
    }

    private static Optional<Proposal> ofThose(Turn turn, FigureCue cue) {
        return ofThose(turn, cue, FigureReading::amounts);
    }

    /** “What's the total”, of what was mentioned before. */
    private static Optional<Proposal> ofThose(Turn turn, FigureCue cue, NumbersOf made) {
        List<Mention> last = turn.request().lastMentioned();
        return last.size() < 2
                ? Optional.empty()
                : turn.request().schema().entity(last.get(0).entity()).flatMap(entity -> {
                    List<FieldSpec> amounts = made.of(entity);
                    return amounts.size() != 1
                            ? Optional.<Proposal>empty()
                            : new Mentioned(turn, entity)
                                    .among(0)
                                    .map(those -> proposal(
                                            turn,
                                            new Figure(
                                                    cue.function(),
                                                    amounts.get(0),
                                                    new Selection(
                                                            entity,
                                                            List.of(those.filter()),
                                                            List.of(),
                                                            0,
                                                            Names.plural(entity.label())),
                                                    true),
                                            List.of()));
                });
    }

    private static Optional<Figure> figure(Turn turn, EntityView entity, FigureCue cue, int at) {
        Phrase rest = cue.rest().from(at);
        Optional<SchemaLinker.Named<FieldSpec>> whole =
                turn.schema().leadingField(entity, rest).filter(field -> Roles.isNumber(field.thing()));
        Optional<Apart> apart = whole.isPresent() ? Optional.empty() : Apart.of(turn, entity, rest);
        Optional<SchemaLinker.Named<FieldSpec>> named = whole.or(() -> apart.map(Apart::named))
                .or(() -> ofVerb(entity, rest))
                .or(() -> Unit.field(entity, rest));
        boolean unpaid = rest.startsWith("unpaid")
                && cue.rest().tokens().stream().noneMatch(token -> token.isOneOf(OWED) || token.isOneOf(MONEY));
        boolean money = named.isEmpty() && (unpaid || rest.startsWithOneOf(OWED) || rest.startsWithOneOf(MONEY));
        boolean owed = money && (unpaid || cue.rest().tokens().stream().anyMatch(token -> token.isOneOf(OWED)));
        List<FieldSpec> amounts = money ? amounts(entity) : List.of();
        boolean counts = cue.weak() && at > 0;
        boolean none = at > 0
                && (cue.rest().at(at - 1).isOneOf(NONE) || isOutOf(cue.rest().to(at)));
        if (counts || none || (named.isEmpty() && amounts.size() != 1)) {
            return Optional.empty();
        }
        FieldSpec field = named.map(SchemaLinker.Named::thing).orElseGet(() -> amounts.get(0));
        int length = named.map(SchemaLinker.Named::length).orElse(1);
        Phrase left = apart.map(Apart::rest).orElseGet(() -> withoutWhat(turn, entity, rest.from(length)));
        Phrase before = trimmed(cue.rest().to(at));
        boolean talk = named.isPresent()
                && before.tokens().stream().allMatch(token -> Light.isJoining(token) || token.isOneOf(SPENDING));
        Phrase words = (talk ? before.to(0) : before).joined(left);
        return owed
                ? owed(turn, entity, words).map(selection -> new Figure(cue.function(), field, selection, true))
                : selection(turn, entity, words)
                        .filter(selection -> !money || !selection.isUnconditional() || isTrade(turn, entity))
                        .map(selection -> new Figure(cue.function(), field, selection, isNamed(turn, entity, words)))
                        .filter(figure -> figure.named() || isSaidOfIt(turn, figure.selection()))
                        .filter(figure -> !isOfNobody(turn, figure.selection()));
    }

    /** “Litres that our cows give”: no cow is called “give”, so that it says something else, and the sum of none answers nothing. */
    static boolean isOfNobody(Turn turn, Selection selection) {
        EntityView entity = selection.entity();
        return selection.conditions().stream()
                .flatMap(Filter::comparisons)
                .filter(compare -> compare.comparison() == Comparison.EQ && compare.value() instanceof String)
                .filter(compare -> entity.field(compare.path())
                        .filter(field -> field.type() == FieldType.TEXT)
                        .isPresent())
                .anyMatch(compare -> turn.request()
                        .records()
                        .find(RecordQuery.where(entity.key(), compare, 1))
                        .isEmpty());
    }

    /** “Kilos of honey”, where a choice tells which honey it is: what all of them are. */
    private static Phrase withoutWhat(Turn turn, EntityView entity, Phrase left) {
        int of = left.size() > 1 && left.startsWith("of")
                ? turn.schema()
                        .leadingField(entity, left.from(1))
                        .filter(named -> named.thing().type() == FieldType.CHOICE)
                        .map(named -> 1 + named.length())
                        .orElse(0)
                : 0;
        return left.from(of);
    }

    /** “How much has been pledged”, where a number is called a pledge. */
    private static Optional<SchemaLinker.Named<FieldSpec>> ofVerb(EntityView entity, Phrase rest) {
        List<FieldSpec> fields = rest.at(0).isWord() && Words.isPast(rest.at(0).text())
                ? Roles.measuredBy(entity, rest.at(0).text())
                : List.of();
        return fields.size() == 1 ? Optional.of(new SchemaLinker.Named<>(fields.get(0), 1)) : Optional.empty();
    }

    /** “Out of stock” is no stock. */
    private static boolean isOutOf(Phrase before) {
        int size = before.size();
        return size > 1 && before.at(size - 1).is("of") && before.at(size - 2).is("out");
    }

    /** “How many bottles were ordered” is not said of the wines: what was done by others tells of records only where they are named. */
    static boolean isSaidOfIt(Turn turn, Selection selection) {
        String title = selection.entity().titleField().map(FieldSpec::key).orElse("");
        return !turn.request().lastMentioned().isEmpty()
                || selection.conditions().stream()
                        .filter(filter -> !(filter instanceof Filter.Compare))
                        .flatMap(Filter::comparisons)
                        .noneMatch(compare -> compare.path().equals(title));
    }

    /** What is sold or billed: the money of a table that is called so. */
    private static boolean isTrade(Turn turn, EntityView entity) {
        return turn.schema().stems(entity.label()).stream().anyMatch(TRADE::contains);
    }

    private static List<FieldSpec> amounts(EntityView entity) {
        return Roles.amount(entity).stream()
                .filter(field -> field.type() == FieldType.MONEY)
                .toList();
    }

    /** Without what only joins the number to the words before it. */
    private static Phrase trimmed(Phrase before) {
        int end = before.size();
        while (end > 0 && before.at(end - 1).isOneOf(BESIDE)) {
            end--;
        }
        return before.to(end);
    }

    private static boolean isNamed(Turn turn, EntityView entity, Phrase words) {
        for (int i = 0; i < words.size(); i++) {
            boolean here = turn.schema()
                    .leadingEntity(words.from(i))
                    .filter(found -> found.thing().equals(entity))
                    .isPresent();
            if (here) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Selection> selection(Turn turn, EntityView entity, Phrase said) {
        int start = 0;
        while (start < said.size() && said.at(start).isOneOf(LEADING)) {
            start++;
        }
        Phrase words = said.from(start);
        try {
            if (isNamed(turn, entity, said)) {
                return turn.selections()
                        .read(words)
                        .filter(selection -> selection.entity().equals(entity) && selection.most() == 0);
            }
        } catch (Unclear unclear) {
            return Optional.empty();
        }
        return conditions(turn, entity, said, words)
                .map(conditions -> new Selection(
                        entity, conditions, List.of(), 0, (Names.plural(entity.label()) + " " + said.text()).strip()));
    }

    /** Those that the words say, or else that they are of the records that were mentioned before. */
    private static Optional<List<Filter>> conditions(Turn turn, EntityView entity, Phrase said, Phrase words) {
        boolean them = words.tokens().stream().anyMatch(Fillers::mayMention);
        if (words.tokens().stream().allMatch(Light::isJoining)) {
            return them && new Mentioned(turn, entity).among(0).isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Mentioned(turn, entity)
                            .among(0).stream().map(Clause::filter).toList());
        }
        return Clauses.saying(turn, entity, said)
                .or(() -> Clauses.saying(turn, entity, words))
                .filter(clauses -> clauses.most() == 0)
                .map(Clauses::conditions);
    }

    /** “How much do they owe us.” */
    private static Optional<Selection> theirs(Turn turn, EntityView entity, Phrase words) {
        boolean they = words.tokens().stream().anyMatch(Mentioned::isWord)
                && words.tokens().stream()
                        .allMatch(token -> Mentioned.isWord(token) || Light.isJoining(token) || token.is("does"));
        return they
                ? new Mentioned(turn, entity)
                        .theirs()
                        .map(clause -> new Selection(
                                entity, List.of(clause.filter()), List.of(), 0, Names.plural(entity.label())))
                : Optional.empty();
    }

    /** What is owed is not paid, where something tells what is paid. */
    private static Optional<Selection> owed(Turn turn, EntityView entity, Phrase said) {
        Optional<State> unpaid =
                State.read(turn.schema(), entity, Sentence.read("unpaid").words());
        Phrase words = said.without(token -> token.isOneOf(US) || token.isOneOf(OWED) || token.isOneOf(MONEY));
        return unpaid.flatMap(state -> theirs(turn, entity, words)
                .or(() -> selection(turn, entity, words))
                .map(selection -> {
                    List<Filter> all = new ArrayList<>(selection.conditions());
                    all.add(state.negatable());
                    entity.fields().forEach(field -> field.options().stream()
                            .filter(option -> NEVER_OWED.contains(option.toLowerCase(Locale.ROOT)))
                            .forEach(option -> all.add(new Filter.Compare(field.key(), Comparison.NE, option))));
                    return new Selection(entity, all, List.of(), 0, "unpaid " + selection.words());
                }));
    }

    private static Proposal proposal(Turn turn, Figure figure, List<By> groups) {
        Selection selection = figure.selection();
        String what = figure.function() == Function.AVG ? "Average of " : "Sum of ";
        RecordQuery plain = selection.query(1, 0);
        Grouping grouping = new Grouping(
                groups, List.of(new Aggregate(figure.function(), figure.field().key())));
        return new Proposal.SummarizeRecords(
                what + figure.field().label().toLowerCase(Locale.ROOT) + " of "
                        + Names.plural(selection.entity().label())
                        + (selection.isUnconditional()
                                ? ""
                                : " (" + turn.words().text() + ")"),
                new RecordQuery(
                        plain.entity(), plain.filter(), null, null, List.of(), List.of(), plain.page(), grouping));
    }
}
