package io.frontless.assistant.offline;

import io.frontless.assistant.control.Proposal;
import io.frontless.operation.CreateView;
import io.frontless.operation.Filter;
import io.frontless.operation.Keys;
import io.frontless.operation.Step;
import io.frontless.operation.ViewSpec;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** “Save open invoices over 1000 as a view called Big ones”, “create a view Late ones of overdue invoices”. */
final class ViewReading implements Reading {

    private static final List<Form> FORMS = List.of(
            Form.of("save|keep <selection> as [a|the] [new] view called|named|: <name>"),
            Form.of("save|keep <selection> as [a|the] [new] view <name>"),
            Form.of("create|add|make|save [a|the] [new] view called|named|: <name> of|for|with|showing <selection>"),
            Form.of("create|add|make|save [a|the] [new] view <name> of|for|with|showing <selection>"),
            Form.of("create|add|make|save [a|the] [new] view of|for|with|showing <selection> called|named|as <name>"),
            Form.of("create|add|make|save [a|the] [new] view of|for|with|showing <selection>"),
            Form.of("save|keep <selection> as [a|the] [new] view"));

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    @Override
    public Optional<Proposal> read(Turn turn) {
        if (turn.schema().hasEntity("view")) {
            return Optional.empty();
        }
        Optional<Unclear> first = Optional.empty();
        for (Match match : Form.matches(FORMS, turn.words())) {
            try {
                Optional<Selection> selection = turn.selections().read(match.the("selection"));
                if (selection.isPresent()) {
                    return Optional.of(view(turn, selection.get(), match));
                }
            } catch (Unclear unclear) {
                first = first.or(() -> Optional.of(unclear));
            }
        }
        if (first.isPresent()) {
            throw first.get();
        }
        return Optional.empty();
    }

    private static Proposal view(Turn turn, Selection selection, Match match) {
        Filter filter = lasting(turn, Filter.all(selection.conditions()));
        if (selection.most() > 0) {
            throw Unclear.say("A view has all records that meet its conditions, not the first few.");
        }
        String label = match.has("name") ? match.the("name").text() : Names.label(selection.words());
        List<ViewSpec.Sort> sort = selection.order().stream()
                .map(order -> new ViewSpec.Sort(order.field(), order.descending()))
                .toList();
        ViewSpec view = new ViewSpec(Keys.from(label), label, filter, sort, List.of());
        return new Proposal.Change(
                "Add view %s to %s".formatted(label, selection.entity().label()),
                List.of(Step.of("s1", new CreateView(selection.entity().key(), view))));
    }

    /** What is meant from today on is meant so on every day that somebody looks; any other day must have been said as such. */
    private static Filter lasting(Turn turn, Filter filter) {
        if (filter instanceof Filter.All all) {
            return new Filter.All(
                    all.parts().stream().map(part -> lasting(turn, part)).toList());
        }
        if (filter instanceof Filter.Any any) {
            return new Filter.Any(
                    any.parts().stream().map(part -> lasting(turn, part)).toList());
        }
        if (filter instanceof Filter.Not not) {
            return new Filter.Not(lasting(turn, not.part()));
        }
        Filter.Compare compare = (Filter.Compare) filter;
        if (!(compare.value() instanceof String text) || !DAY.matcher(text).matches()) {
            return filter;
        }
        if (text.equals(turn.request().today().toString())) {
            return Filter.compare(compare.path(), compare.comparison(), "today");
        }
        if (!turn.words().sentence().contains(text)) {
            throw Unclear.say("A view keeps its conditions: say the day as a date, such as " + text + ".");
        }
        return filter;
    }
}
