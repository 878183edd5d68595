package io.frontless.assistant.model;

import io.frontless.assistant.control.PlanningRequest;
import io.frontless.assistant.control.Proposal;
import io.frontless.kernel.Json;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Filter;
import io.frontless.operation.Params;
import io.frontless.operation.Step;
import io.frontless.record.control.RecordQuery;
import io.frontless.schema.control.EntityView;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what a model has answered, strictly: any other shape, an operation that is not listed, a table, field or record that the model was not told of is
 * refused as INVALID, in words that can be told to the model. What people read of a plan is made here of its steps; the model's own words are shown only
 * where it asks.
 */
record ReplyReader(String provider, PlanningRequest request, TellableSchema schema, ShownRecords records) {

    /** The proposal; none where the model says that it does not understand. */
    Optional<Proposal> read(String reply) {
        Params params = new Params("", Json.readObject(reply));
        String kind = params.text("kind");
        String text = params.longText("text");
        List<String> options = params.texts("options");
        List<Params> steps = params.objects("steps");
        params.requireAllRead();
        return switch (kind) {
            case "change" -> Optional.of(change(steps));
            case "list" -> {
                RecordQuery query = query(one(steps));
                yield Optional.of(new Proposal.ListRecords(schema.label(query.entity()), query));
            }
            case "count" -> {
                RecordQuery query = query(one(steps));
                String label = schema.label(query.entity()).replace("%", "%%");
                yield Optional.of(new Proposal.CountRecords("%d of " + label, query));
            }
            case "summary" -> Optional.of(summary(one(steps)));
            case "undo" -> Optional.of(TakenBack.read(steps, request.today()));
            case "redo" -> {
                requireNone(steps);
                yield Optional.of(new Proposal.Redo());
            }
            case "question" -> Optional.of(question(text, options));
            case "unclear" -> Optional.empty();
            default -> throw Rejection.invalid("kind", "one of the schema", kind);
        };
    }

    private Proposal change(List<Params> steps) {
        if (steps.isEmpty() || steps.size() > Limits.MODEL_STEPS_MAX) {
            throw Rejection.invalid("steps", "1 to " + Limits.MODEL_STEPS_MAX + " steps", steps.size());
        }
        StepReader reader = new StepReader(request, schema, records);
        List<Step> read = new ArrayList<>();
        List<String> summaries = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Params params : steps) {
            StepReader.Made made = reader.read(params, Set.copyOf(ids));
            if (!ids.add(made.step().id())) {
                throw Rejection.invalid(
                        "steps.id", "ids that differ", made.step().id());
            }
            read.add(made.step());
            summaries.add(made.summary());
        }
        return new Proposal.Attributed(
                new Proposal.Change(summary(summaries), read), provider, List.copyOf(reader.origins()));
    }

    private RecordQuery query(Params step) {
        StepReader reader = new StepReader(request, schema, records);
        if (!step.text("op").equals("find")) {
            throw Rejection.invalid("op", "find", step.text("op"));
        }
        EntityView entity = reader.entity(step.text("entity"));
        Filter filter = reader.filter("s1", entity, step.objects("conditions"));
        return RecordQuery.of(entity.key()).filtered(filter);
    }

    private Proposal summary(Params step) {
        if (!step.text("op").equals("group")) {
            throw Rejection.invalid("op", "group", step.text("op"));
        }
        RecordQuery query = new StepReader(request, schema, records).grouped(step);
        return new Proposal.SummarizeRecords(schema.label(query.entity()), query);
    }

    private static void requireNone(List<Params> steps) {
        if (!steps.isEmpty()) {
            throw Rejection.invalid("steps", "none", steps.size());
        }
    }

    private static Params one(List<Params> steps) {
        if (steps.size() != 1) {
            throw Rejection.invalid("steps", "one", steps.size());
        }
        return steps.get(0);
    }

    private static Proposal question(String text, List<String> options) {
        if (text.isBlank() || text.length() > Limits.TEXT_CHARS_MAX || options.size() > Limits.EXAMPLES_MAX) {
            throw Rejection.invalid(
                    "text",
                    "a question of 1 to " + Limits.TEXT_CHARS_MAX + " characters, and at most " + Limits.EXAMPLES_MAX
                            + " options",
                    text);
        }
        for (String option : options) {
            if (option.isBlank() || option.length() > Limits.TEXT_CHARS_MAX) {
                throw Rejection.invalid(
                        "options", "sentences of 1 to " + Limits.TEXT_CHARS_MAX + " characters", option);
            }
        }
        return new Proposal.Question(text, options);
    }

    private static String summary(List<String> summaries) {
        String whole = String.join("; ", summaries);
        return whole.length() <= Limits.TEXT_CHARS_MAX ? whole : summaries.get(0) + ", and more";
    }
}
