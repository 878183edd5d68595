package io.frontless.assistant.offline;

import io.frontless.assistant.control.Proposal;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
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
import org.jspecify.annotations.Nullable;

/** “Total amount of open invoices”, “average fee per doctor”, “how many leads per stage”. */
final class SummaryReading implements Reading {

    private static final Set<String> ASKING =
            Words.listed("total sum average mean highest lowest maximum minimum max min calculate compute");
    private static final Set<String> PIECES = Set.of("pieces", "units", "items", "copies");

    private static final Set<String> CONTENT = Set.of("content", "value", "level", "figure", "amount");
    private static final Set<String> TRADED = Set.of("billed", "invoiced", "charged", "spent", "earned");
    private static final Set<String> OWING = Set.of("owe", "owes");

    /** Words that only money answers to. */
    private static final Set<String> MONEY = Set.of("cost", "costs", "worth", "earn", "bring", "yield", "pay", "give");

    private static final String ASK =
            "[what|whats|show|give|calculate|compute|tell|find] [is|'s|are|was|were|me] [the]";
    private static final String OF_ANY = "<field> of|for|on|in|at any|a|an|one|each [single] <selection>";
    private static final String COUNT = "[how] [many] [count|show] [me] [the] [number|nr] [of] <selection>";
    private static final List<Form> HEADS = List.of(
            Form.of("[the] [total] headcount per|by <by>"),
            Form.of("[the] headcount of|for|in each|every <by>"),
            Form.of("[the] head count per|by <by>"));
    private static final List<Shape> SHAPES = shapes();

    /** The form of a sentence, and what it asks to be made. */
    private record Shape(Form form, Function function) {}

    /** A number of records that may be cut into groups. */
    private record Asked(
            Function function, Optional<Phrase> field, Phrase selection, Optional<Phrase> by, Optional<Phrase> unit) {}

    @Override
    public Optional<Proposal> read(Turn turn) {
        Optional<Proposal> heads = Form.matches(HEADS, turn.words()).stream()
                .flatMap(match -> heads(turn, match.the("by")).stream())
                .findFirst();
        if (heads.isPresent()) {
            return heads;
        }
        Optional<Unclear> first = Optional.empty();
        for (Shape shape : SHAPES) {
            for (Match match : shape.form().matches(turn.words())) {
                if (isCounted(turn, shape, match)
                        || isOrder(turn, match)
                        || isOne(turn, match)
                        || isOwned(turn, match)
                        || isSplit(turn, match)) {
                    continue;
                }
                try {
                    Optional<Proposal> read = summary(turn, of(turn, shape.function(), match));
                    if (read.isPresent()) {
                        return read;
                    }
                } catch (Unclear unclear) {
                    first = first.or(() -> Optional.of(unclear));
                }
            }
        }
        if (first.isPresent() && turn.words().startsWithOneOf(ASKING)) {
            throw first.get();
        }
        return Optional.empty();
    }

    /** “Headcount by department”: of the one kind of people that have one. */
    private static Optional<Proposal> heads(Turn turn, Phrase by) {
        List<Proposal> found = turn.schema().entities().stream()
                .filter(entity -> WhoReading.isOfPeople(entity)
                        && turn.schema().entity(by).filter(entity::equals).isEmpty())
                .flatMap(entity -> turn
                        .selections()
                        .read(Sentence.read(Names.plural(entity.label())).words())
                        .stream())
                .flatMap(people -> new GroupedBy(turn, people.entity())
                                .read(by)
                                .map(group -> proposal(people, new Aggregate(Function.COUNT, null), Optional.of(group)))
                                .stream())
                .toList();
        return NewValues.one(found);
    }

    /** “How many orders …” counts records, where a table is called so. */
    private static boolean isCounted(Turn turn, Shape shape, Match match) {
        return shape.function() == Function.SUM
                && turn.words().startsWith("how")
                && match.has("field")
                && !match.has("selection")
                && turn.schema().leadingEntity(match.the("field")).isPresent();
    }

    /** “Claims, newest first by filing date” are put in order. */
    private static boolean isOrder(Turn turn, Match match) {
        return match.has("by") && turn.words().tokens().stream().anyMatch(token -> token.is("first"));
    }

    /** “Books by authors from Ireland” are those of some authors, and no number for each of them. */
    private static boolean isOwned(Turn turn, Match match) {
        return match.has("more")
                && match.has("selection")
                && turn.selections().namesSeveral(match.the("by"))
                && Form.of("<rest> by <by> <more>").matches(turn.words()).stream()
                        .anyMatch(other -> other.the("by").equals(match.the("by")));
    }

    /** “Owners who pay by direct debit” are no “owners who pay debit” by “direct”: what is grouped has to make sense without what follows. */
    private static boolean isSplit(Turn turn, Match match) {
        return match.has("more") && match.has("selection") && !turn.selections().isRead(match.the("selection"));
    }

    /** “Which gardener has the most jobs” asks for the gardener. */
    private static boolean isOne(Turn turn, Match match) {
        return match.has("by")
                && turn.words().startsWithOneOf(Set.of("which", "what"))
                && turn.words().at(1).equals(match.the("by").at(0))
                && turn.schema().entity(match.the("by")).isPresent();
    }

    private static List<Shape> shapes() {
        List<Shape> shapes = new ArrayList<>();
        grouped(COUNT).forEach(form -> shapes.add(new Shape(form, Function.COUNT)));
        grouped("how many|much <field> [do] [we] [have]").forEach(form -> shapes.add(new Shape(form, Function.SUM)));
        add(shapes, Function.SUM, "total|sum|totals|combined|overall");
        add(shapes, Function.AVG, "average|avarage|mean|avg");
        add(shapes, Function.MAX, "highest|maximum|max|largest|biggest|greatest");
        add(shapes, Function.MIN, "lowest|minimum|min|smallest|least");
        shapes.add(new Shape(Form.of(ASK + " most " + OF_ANY), Function.MAX));
        shapes.add(new Shape(Form.of(ASK + " fewest " + OF_ANY), Function.MIN));
        shapes.add(new Shape(Form.of("how many <selection> does|do each|every <by> have"), Function.COUNT));
        shapes.add(new Shape(Form.of("how many <selection> has|have each|every <by> [got]"), Function.COUNT));
        shapes.add(new Shape(
                Form.of("[show|count] [the] number of <selection> [that] each|every <by> has|have|had"),
                Function.COUNT));
        shapes.add(new Shape(Form.of("which|what <by> has|have|had|got the most|fewest <selection>"), Function.COUNT));
        shapes.add(new Shape(Form.of("how many|much <field> do|does each|every <by> have [left]"), Function.SUM));
        shapes.add(new Shape(Form.of("how many|much <field> has|have each|every <by> [got] [left]"), Function.SUM));
        for (String form : List.of(
                "how many|much <field> has|have <selection> [in] [total|all|together|altogether]",
                "how much do|does|are|is <selection> add|sum|come|cost|total [up] [to] [in] [total]",
                "how much do|does|are|is <selection> worth [in] [total|all|together|altogether]",
                "what is|are|was|were <selection> worth [in] [total|all|together|altogether]",
                "what do|does <selection> add|sum|come up to",
                "what do|does|did|will|would <selection> bring|earn|make|yield|cost [us] [in] [total|all|together]",
                "what do|does [the] <field> of <selection> add|sum|come up to",
                "sum|total|add [up] [the] <field> of|for <selection>",
                "sum|total|add [up] <selection>",
                "<selection> in total",
                "[the] <field> of|for <selection> [,] [in] total|sum|all|together|altogether",
                "[the] <field> of|for <selection> added|summed up",
                "[the] <field> left|remaining in|on|of|for <selection>",
                "sum|total of [the] <field> on <selection>",
                ASK + " [total] number of <field>",
                "how many <field> do|does we|i have [in] [total|stock]",
                "how much <field> do|does we|i have",
                "how many|much <field> do|does|did <selection> have|take|need|cost|make [in] [total|sum|all]",
                "how many|much <field> do|does|did <selection> have|take|need|cost|make together|altogether",
                "what|how [much] do|does <selection> cost [in] [total|all|together|altogether]",
                "[the] [total] <field> of|for <selection> per|by <by>",
                "[the] [total] <field> of|for <selection> for|in|on each|every <by>",
                "[the] <field> per|by <by>",
                "[the] <field> split|grouped|totalled|totaled|summed|added [up] by|per <by>",
                "[the] <field> for|in|on|at|of each|every <by>",
                "sum|total of [the] <field> per|by <by> over|across|of|for [all] [the] <selection>",
                "what|how [much] do|does|did <selection> cost|pay|give|earn|charge|bring [us|me] [in] [total|all]"
                        + " per|a|an|each|every <unit> [,] [in|all] [total|all|together|altogether]",
                "what do|does|did <selection> pay|give [us|me] in total|all",
                "what do|does|did <selection> pay|give [us|me] together|altogether",
                "what|how [much] do|does <selection> owe|owes [us|me] [in] total|all|together|altogether",
                "what|how [much] do we|i owe|owes [all] [the|our] <selection> [in] total|all|together|altogether",
                "how many|much <field> in total|all|sum",
                "how many|much <field> together|altogether|overall",
                "how many|much <field>")) {
            shapes.add(new Shape(Form.of(form), Function.SUM));
        }
        return List.copyOf(shapes);
    }

    private static void add(List<Shape> shapes, Function function, String words) {
        for (String asked : List.of(
                "<field> of|for|from|in|among|on|over <selection>",
                "[number] [of] " + OF_ANY,
                "<field> [that] we|i pay|give|grant|charge|offer|get|take [to|for|from] a|an|any|one|each <selection>",
                "<selection> 's <field>",
                "<field>",
                "of|for [the] [all] <selection>")) {
            String of = asked.startsWith("of") ? " " : " [of] [the] [all] ";
            String form = ASK + " " + words + " [up]" + of + asked;
            grouped(form).forEach(one -> shapes.add(new Shape(one, function)));
            shapes.add(new Shape(Form.of(form), function));
        }
    }

    private static List<Form> grouped(String form) {
        return List.of(
                Form.of(form + " per|by <by>"),
                Form.of(form + " for|in|on|at|of|from|with each|every <by>"),
                Form.of(form + " for|in|on|at|of each|every <by> [do|are] [we|there] [have] [here]"),
                Form.of(form + " grouped|split|broken by|down [by] <by>"),
                Form.of(form + " per|by <by> <more>"));
    }

    private static Asked of(Turn turn, Function function, Match match) {
        Phrase said = match.has("field") ? match.the("field") : match.the("selection");
        // “Orders per status in May” are the orders in May.
        boolean alone = match.has("more") && !match.has("selection");
        Phrase field = alone ? said.joined(match.the("more")) : said;
        return new Asked(
                function,
                match.has("field") ? Optional.of(field) : Optional.empty(),
                match.has("selection") ? pieces(turn, selection(match)) : field.to(0),
                match.has("by") ? Optional.of(match.the("by")) : Optional.empty(),
                match.has("unit") ? Optional.of(match.the("unit")) : Optional.empty());
    }

    /** “Gear items” are the records of the table “Gear”. */
    private static Phrase pieces(Turn turn, Phrase said) {
        int last = said.size() - 1;
        boolean pieces = last > 0 && said.at(last).isOneOf(PIECES);
        return pieces && turn.schema().entity(said.to(last)).isPresent() ? said.to(last) : said;
    }

    private static Phrase selection(Match match) {
        Phrase selection = match.the("selection");
        return match.has("more") ? selection.joined(match.the("more")) : selection;
    }

    private static Optional<Proposal> summary(Turn turn, Asked asked) {
        Optional<Of> of = asked.selection().isEmpty()
                ? byFieldAlone(turn, asked.field().orElseThrow(), asked.by())
                : turn.selections().read(asked.selection()).flatMap(selection -> of(turn, asked, selection));
        Optional<By> by = of.flatMap(found ->
                asked.by().flatMap(name -> new GroupedBy(turn, found.selection().entity()).read(name)));
        if (of.isEmpty() || of.get().selection().most() > 0 || (asked.by().isPresent() && by.isEmpty())) {
            return Optional.empty();
        }
        // “Worth in total, by price” tells what is added up.
        if (by.filter(group -> group.field().equals(of.get().field())).isPresent()) {
            return Optional.empty();
        }
        Selection selection = of.get().selection();
        if (asked.function() != Function.COUNT && FigureReading.isOfNobody(turn, selection)) {
            return Optional.empty();
        }
        Aggregate made = new Aggregate(asked.function(), of.get().field());
        return Optional.of(proposal(selection, made, by));
    }

    private static Proposal proposal(Selection selection, Aggregate made, Optional<By> by) {
        Grouping grouping = new Grouping(by.map(List::of).orElse(List.of()), List.of(made));
        RecordQuery plain = selection.query(1, 0);
        RecordQuery query = new RecordQuery(
                plain.entity(), plain.filter(), null, null, List.of(), List.of(), plain.page(), grouping);
        return new Proposal.SummarizeRecords(heading(made, selection.entity(), selection, by), query);
    }

    private static String heading(Aggregate made, EntityView entity, Selection selection, Optional<By> by) {
        String what =
                switch (made.function()) {
                    case COUNT -> "Number";
                    case SUM -> "Sum of " + label(entity, made.field());
                    case AVG -> "Average of " + label(entity, made.field());
                    case MIN -> "Lowest " + label(entity, made.field());
                    case MAX -> "Highest " + label(entity, made.field());
                };
        return what + " of " + selection.words()
                + by.map(group -> " by " + label(entity, group.field())).orElse("");
    }

    private static String label(EntityView entity, @Nullable String key) {
        return entity.field(String.valueOf(key))
                .map(field -> field.label().toLowerCase(Locale.ROOT))
                .orElse(String.valueOf(key));
    }

    /** Records, and the field of theirs that a number is made of; null for counting. */
    private record Of(Selection selection, @Nullable String field) {}

    private static Optional<Of> of(Turn turn, Asked asked, Selection selection) {
        if (asked.function() == Function.COUNT) {
            return Optional.of(new Of(selection, null));
        }
        EntityView entity = selection.entity();
        boolean owed = turn.words().tokens().stream().anyMatch(token -> token.isOneOf(OWING));
        boolean money = owed || turn.words().tokens().stream().anyMatch(token -> token.isOneOf(MONEY));
        List<FieldSpec> fields = asked.unit().isPresent()
                ? paidPer(turn, entity, asked.unit().get())
                : asked.field().isEmpty()
                        ? Roles.amount(entity).stream()
                                .filter(field -> !money || field.type() == FieldType.MONEY)
                                .filter(field -> !owed || Roles.isOwed(field))
                                .toList()
                        : named(turn, entity, asked.field().get().bare()).stream()
                                .toList();
        return fields.isEmpty() || !Roles.isNumber(fields.get(0))
                ? Optional.empty()
                : Optional.of(
                        new Of(selection, Slots.one(fields, asked.selection()).key()));
    }

    /** What is paid for such a time: “per month” of a monthly fee. */
    private static List<FieldSpec> paidPer(Turn turn, EntityView entity, Phrase unit) {
        List<FieldSpec> money = entity.fields().stream()
                .filter(field -> field.type() == FieldType.MONEY)
                .toList();
        return unit.size() > 1
                ? List.of()
                : Roles.paid(money, turn.words().to(0).then("per").joined(unit));
    }

    /** The field of that name, also where a word follows that says no more: “water content”. */
    private static Optional<FieldSpec> named(Turn turn, EntityView entity, Phrase name) {
        int last = name.size() - 1;
        return turn.schema()
                .field(entity, name)
                .or(() -> last > 0 && name.at(last).isOneOf(CONTENT)
                        ? turn.schema()
                                .leadingField(entity, name.to(last))
                                .filter(found -> found.length() == last)
                                .map(SchemaLinker.Named::thing)
                        : Optional.empty());
    }

    /** “Fines”, “invoice amounts”, “score in MA-7”: the one entity that has the field, or is named before it. */
    private static Optional<Of> byFieldAlone(Turn turn, Phrase said, Optional<Phrase> by) {
        Optional<SchemaLinker.Named<EntityView>> leading = turn.schema().leadingEntity(said);
        List<Of> found = new ArrayList<>();
        for (EntityView entity : leading.map(named -> List.of(named.thing()))
                .orElseGet(() -> turn.schema().entities())) {
            Phrase whole =
                    said.from(leading.map(SchemaLinker.Named::length).orElse(0)).bare();
            Phrase phrase = whole.size() > 1 && whole.startsWithOneOf(PIECES) ? whole.from(1) : whole;
            Optional<SchemaLinker.Named<FieldSpec>> turned =
                    by.isPresent() ? Apart.turned(turn, entity, phrase) : Optional.empty();
            Optional<SchemaLinker.Named<FieldSpec>> field =
                    turned.or(() -> turn.schema().leadingField(entity, phrase));
            if (field.filter(named -> Roles.isNumber(named.thing())).isPresent()) {
                Clauses clauses = new Clauses(turn, entity);
                Phrase after = phrase.from(field.get().length());
                Phrase rest = after.size() == 1 && after.startsWithOneOf(TRADED) ? after.from(1) : after;
                clauses.read(rest);
                Optional<Clause> those =
                        clauses.saysSomething() ? Optional.empty() : new Mentioned(turn, entity).among(0);
                Selection selection = new Selection(
                        entity,
                        those.map(clause -> List.of(clause.filter())).orElse(clauses.conditions()),
                        List.of(),
                        clauses.most(),
                        (Names.plural(entity.label()) + " " + rest.text()).strip());
                if (leading.isPresent() || FigureReading.isSaidOfIt(turn, selection)) {
                    found.add(new Of(selection, field.get().thing().key()));
                }
            }
        }
        by.filter(name -> found.size() > 1)
                .ifPresent(name -> found.removeIf(of ->
                        new GroupedBy(turn, of.selection().entity()).read(name).isEmpty()));
        if (found.size() > 1) {
            List<EntityView> having =
                    found.stream().map(of -> of.selection().entity()).toList();
            throw Unclear.ask(
                    "“%s” is a field of %s. Of which?"
                            .formatted(
                                    said.text(),
                                    SchemaLinker.join(having.stream()
                                            .map(EntityView::label)
                                            .toList())),
                    having.stream()
                            .map(entity -> said.sentenceWith(said.text() + " of " + Names.plural(entity.label())))
                            .toList());
        }
        return found.stream().findFirst();
    }
}
