package io.frontless.assistant.offline;

import io.frontless.assistant.control.PlanningRequest.Mention;
import io.frontless.kernel.Limits;
import io.frontless.operation.Comparison;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Filter;
import io.frontless.record.control.RecordQuery;
import io.frontless.record.control.RecordView;
import io.frontless.schema.control.EntityView;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Decides a condition by what is so now.
 *
 * @param command what is to be done if it holds: “it” may stand for what that is about
 */
record Condition(Turn turn, Phrase words, Phrase command) {

    private static final List<Form> EXISTS = List.of(
            Form.of("there is|are|'s no <none>"),
            Form.of("no <none> exist"),
            Form.of("there is|are|'s [any|some] <some>"),
            Form.of("we|i have [any|some] <some>"));

    /** What several come to. */
    private static final List<Form> SUMS = List.of(
            Form.of("<some> add|adds|sum|sums up to <least>"),
            Form.of("<some> come|comes|amount|amounts to <least>"),
            Form.of("<some> total|totals <least>"),
            Form.of("<some> are worth <least> [in] [total]"),
            Form.of("[the] total|sum of <some> is|are <least>"));

    private static final Set<String> BE = Set.of(
            "is", "are", "has", "have", "was", "were", "=", "'s", "costs", "cost", "takes", "isn't", "isn’t", "aren't",
            "hasn't", "hasn’t", "haven't", "does", "doesn't");
    private static final Set<String> JOINING = Set.of("of", "for", "in", "on", "the");
    static final Set<String> IT = Set.of("it", "they", "he", "she", "it's", "it’s");
    private static final Set<String> ITS = Set.of("its", "his", "her", "their");
    private static final List<Form> HAPPENS = List.of(Form.of("takes|take place <when>"), Form.of("'s <when>"));

    /** What joins a name to what is said of it, around it: “the CV of A-907 has not been checked”. */
    private static final Set<String> AROUND = Set.of(
            "the", "of", "for", "on", "from", "a", "an", "is", "are", "was", "were", "has", "have", "had", "been",
            "now", "already", "still", "yet", "'s");

    private static final Set<String> DENYING =
            Set.of("not", "isn't", "isn’t", "wasn't", "hasn't", "hasn’t", "haven't", "aren't");

    /** The field of one record that a condition is about, and how it is compared. */
    record Subject(Found record, FieldSpec field, Comparison comparison) {}

    /** Whether it holds, and which records it was about. */
    record Answer(boolean holds, List<Mention> about, Optional<Subject> subject) {

        Answer(boolean holds, List<Mention> about) {
            this(holds, about, Optional.empty());
        }
    }

    /** The answer; empty where it is no condition on records. */
    Optional<Answer> answer() {
        try {
            Optional<Answer> said = asSaid();
            return said.isPresent() ? said : otherwiseSaid();
        } catch (Unclear unclear) {
            Optional<Answer> other = unclear.perhapsMisspelt() ? otherwiseSaid() : Optional.empty();
            return Optional.of(other.orElseThrow(() -> unclear));
        }
    }

    /** The same by who does it, by what is done, in plainer words, and passing over what carries nothing. */
    private Optional<Answer> otherwiseSaid() {
        Condition plain = new Condition(turn, PlainCondition.of(words), command);
        boolean plainer = !plain.words.equals(words);
        DeedCondition deed = new DeedCondition(this);
        return new Trials<Supplier<Optional<Answer>>>()
                .first(
                        List.of(
                                deed::byWhom,
                                deed::figure,
                                deed::done,
                                () -> plainer ? plain.asSaid() : Optional.empty(),
                                () -> PlainCondition.inOtherWords(words)
                                        .flatMap(said -> new Condition(turn, said, command).asSaid()),
                                () -> plain.loosely().flatMap(Condition::asSaid)),
                        Supplier::get);
    }

    private Optional<Condition> loosely() {
        boolean another = IntStream.range(1, words.size())
                .anyMatch(i -> turn.schema().leadingEntity(words.from(i)).isPresent());
        return !another && PlainCondition.mayBeLoose(words)
                ? Optional.of(new Condition(turn.loosely(), words, command))
                : Optional.empty();
    }

    private Optional<Answer> asSaid() {
        Optional<Answer> ofSeveral = sum().or(this::counted).or(this::exists).or(this::ofIt);
        return ofSeveral.isPresent()
                ? ofSeveral
                : new Trials<Supplier<Optional<Answer>>>()
                        .first(List.of(this::ofField, this::around, this::ofRecord, this::ofName), Supplier::get);
    }

    /** “Goran's sent invoices add up to more than 2,000.” */
    private Optional<Answer> sum() {
        for (Match match : Form.matches(SUMS, words)) {
            Phrase least = match.the("least");
            Optional<Comparisons.Said> said = Comparisons.leading(least);
            Optional<BigDecimal> amount = said.flatMap(comparison -> Amounts.whole(least.from(comparison.tokens())));
            Optional<Selection> selection =
                    amount.isEmpty() ? Optional.empty() : turn.selections().read(match.the("some"));
            if (selection.filter(found -> found.most() == 0).isPresent()) {
                FieldSpec field = Slots.one(Roles.amount(selection.get().entity()), match.the("some"));
                BigDecimal sum = all(selection.get()).stream()
                        .map(record -> record.values().get(field.key()))
                        .filter(BigDecimal.class::isInstance)
                        .map(BigDecimal.class::cast)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                boolean holds = compares(sum.compareTo(amount.get()), said.get().comparison());
                return Optional.of(new Answer(holds, whose(selection.get())));
            }
        }
        return Optional.empty();
    }

    private static boolean compares(int sign, Comparison comparison) {
        return switch (comparison) {
            case GT -> sign > 0;
            case GE -> sign >= 0;
            case LT -> sign < 0;
            case LE -> sign <= 0;
            case EQ -> sign == 0;
            default -> throw Unclear.say("It is not clear what a sum is compared with.");
        };
    }

    /** The one record that the selection was said to be of: “his note” is then its own. */
    private static List<Mention> whose(Selection selection) {
        List<Mention> found = selection.conditions().stream()
                .filter(Filter.Compare.class::isInstance)
                .map(Filter.Compare.class::cast)
                .filter(compare -> compare.comparison() == Comparison.EQ)
                .flatMap(compare -> selection
                        .entity()
                        .field(compare.path())
                        .filter(field -> field.type() == FieldType.REFERENCE)
                        .map(field -> new Mention(
                                String.valueOf(field.target()), UUID.fromString(String.valueOf(compare.value()))))
                        .stream())
                .toList();
        return found.size() == 1 ? found : List.of();
    }

    /** “There are more than 3 overdue invoices.” */
    private Optional<Answer> counted() {
        List<Phrase> counted = Comparisons.leading(words).isPresent()
                ? List.of(words.without(token -> token.isOneOf(Set.of("is", "are"))))
                : Form.matches(List.of(Form.of("there are|is <some>")), words).stream()
                        .map(match -> atLeast(match.the("some")))
                        .toList();
        for (Phrase some : counted) {
            Optional<Comparisons.Said> said = Comparisons.leading(some);
            Phrase number = some.from(said.map(Comparisons.Said::tokens).orElse(0));
            Optional<Integer> count = said.isEmpty() ? Optional.empty() : Amounts.count(number);
            if (count.isPresent() && number.size() > 1) {
                Optional<Answer> ofOne = ofNamed(some);
                Optional<Selection> selection = ofOne.isPresent() ? Optional.empty() : tried(number.from(1));
                if (ofOne.isPresent()) {
                    return ofOne;
                }
                if (selection.isPresent()) {
                    List<Mention> found = mentions(selection.get());
                    boolean holds = compares(
                            Integer.compare(found.size(), count.get()),
                            said.get().comparison());
                    return Optional.of(new Answer(holds, found));
                }
            }
        }
        return Optional.empty();
    }

    /** “10 or more bottles” are at least 10 bottles. */
    private static Phrase atLeast(Phrase some) {
        boolean more = some.size() > 3
                && some.at(1).is("or")
                && some.at(2).isOneOf(Set.of("more", "less", "fewer"))
                && Amounts.count(some.to(1)).isPresent();
        return more
                ? some.to(0)
                        .then("at")
                        .then(some.at(2).is("more") ? "least" : "most")
                        .joined(some.to(1))
                        .joined(some.from(3))
                : some;
    }

    /** “Fewer than 10 Hellebore Ice in stock”: a number of the one that is named. */
    private Optional<Answer> ofNamed(Phrase some) {
        return new NamesIn(turn, some)
                .only()
                .filter(placed -> !placed.before().isEmpty())
                .flatMap(placed -> called(placed.name()).map(target -> new DeedFigure(turn, target.entity())
                        .filter(placed.around())
                        .map(filter -> holds(target, filter, false))
                        .orElseGet(() -> holds(target, told(placed)))));
    }

    private Optional<Selection> tried(Phrase some) {
        try {
            return turn.selections().read(some);
        } catch (Unclear unclear) {
            return Optional.empty();
        }
    }

    private Optional<Answer> exists() {
        for (Match match : Form.matches(EXISTS, words)) {
            boolean none = match.has("none");
            if (!none && Amounts.leading(match.the("some")).isPresent()) {
                continue;
            }
            Optional<Selection> selection = turn.selections().read(match.the(none ? "none" : "some"));
            if (selection.isPresent()) {
                List<Mention> found = mentions(selection.get());
                return Optional.of(new Answer(found.isEmpty() == none, none ? List.of() : found));
            }
        }
        return Optional.empty();
    }

    private List<RecordView> all(Selection selection) {
        return new LookedThrough(turn, selection.entity()).all(selection.query(Limits.PAGE_ROWS_MAX, 0));
    }

    private List<Mention> mentions(Selection selection) {
        return all(selection).stream()
                .map(record -> new Mention(record.entity(), record.id()))
                .toList();
    }

    /** “Cancel WO-806 unless it's prepaid”, “if its fee is below 400”: what the command names. */
    Optional<Answer> ofIt() {
        boolean its = words.startsWithOneOf(ITS) && words.size() > 2;
        return its || (words.startsWithOneOf(IT) && words.size() > 1)
                ? itself().map(target ->
                        holds(target, its ? words.to(0).then("whose").joined(words.from(1)) : words.from(1)))
                : Optional.empty();
    }

    /** What “it” stands for. */
    Optional<Target> itself() {
        return new NamesIn(turn, command)
                .only()
                .flatMap(placed -> called(placed.name()))
                .or(this::mentioned);
    }

    private Optional<Target> mentioned() {
        boolean one = turn.request().lastMentioned().size() == 1;
        return one ? new Pronouns(turn).read(Sentence.read("it").words()) : Optional.empty();
    }

    /** “The budget of Old Mill is less than 400000”, “Sven's licence has expired”: the field is named beside its record. */
    private Optional<Answer> ofField() {
        for (Match match : Form.matches(
                List.of(
                        Form.of("[the] <field> of|for <target> <was> <value>"),
                        Form.of("<target> 's <field> <was> <value>")),
                words)) {
            Phrase field = match.the("field");
            Phrase was = match.the("was");
            Optional<Target> target = was.size() > 1 || !was.startsWithOneOf(BE)
                    ? Optional.empty()
                    : turn.targets().find(match.the("target"), entity -> isField(entity, field));
            if (target.isPresent()) {
                Phrase value = match.the("value");
                Phrase whose =
                        words.to(0).then("whose").joined(field).joined(was).joined(value);
                return new Trials<Phrase>()
                        .first(List.of(whose, field.joined(value)), said -> Optional.of(holds(target.get(), said)));
            }
        }
        return Optional.empty();
    }

    private boolean isField(EntityView entity, Phrase field) {
        return turn.schema().hasField(entity, field)
                || (field.size() == 1
                        && new FieldParts(turn, entity).of(field.at(0)).isPresent());
    }

    /** “The CV of A-907 has not been checked”: a state whose words stand around the record's name. */
    private Optional<Answer> around() {
        return new NamesIn(turn, words)
                .only()
                .filter(placed -> !placed.before().isEmpty())
                .flatMap(placed -> around(placed.name(), placed.around()));
    }

    private Optional<Answer> around(Phrase name, Phrase rest) {
        Phrase said = rest.without(token -> token.isOneOf(AROUND) || token.isOneOf(DENYING));
        long denials =
                rest.tokens().stream().filter(token -> token.isOneOf(DENYING)).count();
        String label = String.join(" ", said.tokens().stream().map(Token::text).toList());
        if (said.isEmpty() || denials > 1) {
            return Optional.empty();
        }
        return called(name).flatMap(target -> turn.schema().states(target.entity(), Phrase.quoted(label)).stream()
                .filter(state -> state.value() instanceof Boolean)
                .findFirst()
                .map(state -> holds(target, state.negatable(), denials == 1)));
    }

    /** “INV-0089 is over 1000”, “Nia Obi has no email”. */
    private Optional<Answer> ofRecord() {
        for (int i = Comparisons.leading(words).isPresent() ? words.size() : 1; i + 1 < words.size(); i++) {
            if (words.at(i).isOneOf(BE)) {
                Optional<Target> target = turn.targets().find(words.to(i), entity -> true);
                if (target.isPresent()) {
                    return Optional.of(holds(target.get(), words.from(i)));
                }
            }
        }
        return Optional.empty();
    }

    /** “The CV of A-907 was checked on Monday”: what all other words say of the one that is named. */
    private Optional<Answer> ofName() {
        return new NamesIn(turn, words).only().flatMap(placed -> called(placed.name())
                .map(target -> holds(target, told(placed))));
    }

    private static Phrase told(NamesIn.Placed placed) {
        int end = placed.before().size();
        while (end > 0 && placed.before().at(end - 1).isOneOf(JOINING)) {
            end--;
        }
        int start = placed.after().startsWith("'s") ? 1 : 0;
        return placed.before().to(end).joined(placed.after().from(start));
    }

    Optional<Target> called(Phrase name) {
        return turn.targets().called(name, entity -> true);
    }

    /** It holds if it does for every record that it is about. */
    Answer holds(Target target, Phrase said) {
        Phrase told = Form.matches(HAPPENS, said).stream()
                .findFirst()
                .map(match -> match.the("when"))
                .orElse(said);
        Clauses clauses = new Clauses(turn, target.entity());
        clauses.read(told);
        if (clauses.conditions().isEmpty() || clauses.most() > 0) {
            throw Unclear.say("“%s” is no condition.".formatted(words.text()));
        }
        return holds(target, Filter.all(clauses.conditions()), false);
    }

    Answer holds(Target target, Filter filter, boolean denied) {
        boolean holds = target.records().stream().allMatch(record -> {
            RecordQuery query = RecordQuery.mentioning(
                            target.entity().key(), record.id().toString(), 1)
                    .filtered(filter);
            return turn.request().records().find(query).isEmpty() == denied;
        });
        List<Mention> about = target.records().stream()
                .map(record -> new Mention(target.entity().key(), record.id()))
                .toList();
        return new Answer(holds, about, subject(target, filter));
    }

    private static Optional<Subject> subject(Target target, Filter filter) {
        List<Filter.Compare> compared = filter.comparisons().toList();
        boolean same = compared.stream().map(Filter.Compare::path).distinct().count() == 1;
        if (!same || !target.isOne()) {
            return Optional.empty();
        }
        Comparison comparison = compared.stream()
                .map(Filter.Compare::comparison)
                .filter(ConditionValue.EMPTY::contains)
                .findFirst()
                .orElseGet(() -> compared.get(0).comparison());
        FieldSpec title = target.entity().titleField().orElse(null);
        return target.entity()
                .field(compared.get(0).path())
                .filter(field -> !field.unique() && !field.equals(title))
                .map(field -> new Subject(target.records().get(0), field, comparison));
    }
}
