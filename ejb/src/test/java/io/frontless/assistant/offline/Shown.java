package io.frontless.assistant.offline;

import io.frontless.assistant.control.Proposal;
import io.frontless.operation.Filter;
import io.frontless.operation.Step;
import io.frontless.record.control.RecordQuery;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A proposal in one line, all of it, with records by title in angle brackets. */
record Shown(InMemoryRecords records) {

    String line(Proposal proposal) {
        if (proposal instanceof Proposal.Change change) {
            return change.summary() + " | "
                    + change.steps().stream().map(this::step).collect(Collectors.joining(" ; "));
        }
        if (proposal instanceof Proposal.UndoEvent undo) {
            return "undo " + undo.eventId();
        }
        if (proposal instanceof Proposal.UndoSeveral several) {
            return "undo the last " + several.count()
                    + several.who().map(name -> " of " + name).orElse("");
        }
        if (proposal instanceof Proposal.UndoSpan span) {
            return "undo from " + span.from() + " until " + span.until()
                    + span.who().map(name -> " by " + name).orElse("");
        }
        if (proposal instanceof Proposal.UndoSavepoint savepoint) {
            return "undo to " + savepoint.name();
        }
        if (proposal instanceof Proposal.UndoWith with) {
            return with.onConflict() + (with.dependents() ? " with dependents " : " ") + line(with.undo());
        }
        if (proposal instanceof Proposal.ListRecords list) {
            return "list " + list.heading() + " | " + query(list.query());
        }
        if (proposal instanceof Proposal.CountRecords count) {
            return "count " + count.sentence().formatted(7) + " | " + query(count.query());
        }
        if (proposal instanceof Proposal.ListChanges changes) {
            return "changes " + changes.last()
                    + changes.record()
                            .map(mention -> " of " + mention.entity() + " "
                                    + value(mention.id().toString()))
                            .orElse("");
        }
        if (proposal instanceof Proposal.Question question) {
            return ("ask " + question.text() + " | " + String.join(" ; ", question.options())).strip();
        }
        if (proposal instanceof Proposal.NotUnderstood no) {
            return "no " + no.message();
        }
        return proposal.getClass().getSimpleName();
    }

    private String step(Step step) {
        Map<String, @Nullable Object> params = new TreeMap<>(step.params());
        Object entity = params.remove("entity");
        Object id = params.remove("id");
        return step.id() + " " + step.op() + " " + entity
                + (id == null ? "" : " " + value(id))
                + (step.expectVersion() == null ? "" : "@" + step.expectVersion())
                + (params.isEmpty() ? "" : " " + value(params));
    }

    private String query(RecordQuery query) {
        String conditions = query.filter().comparisons().map(this::condition).collect(Collectors.joining(", "));
        return query.entity()
                + (conditions.isEmpty() ? "" : " where " + conditions)
                + (query.anyText() == null ? "" : " any " + query.anyText());
    }

    private String condition(Filter.Compare condition) {
        return condition.path() + " " + condition.comparison()
                + (condition.value() == null ? "" : " " + value(condition.value()));
    }

    private String value(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> entry.getKey() + "=" + value(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof Iterable<?> list) {
            StringBuilder items = new StringBuilder();
            list.forEach(item -> items.append(items.isEmpty() ? "" : " ").append(value(item)));
            return "[" + items + "]";
        }
        return records.title(Objects.toString(value));
    }
}
