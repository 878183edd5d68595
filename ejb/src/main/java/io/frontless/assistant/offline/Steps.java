package io.frontless.assistant.offline;

import io.frontless.assistant.control.PlanningRequest.Mention;
import io.frontless.assistant.control.Proposal;
import io.frontless.assistant.control.RecordLookup;
import io.frontless.operation.CreateRecord;
import io.frontless.operation.DeleteRecord;
import io.frontless.operation.Filter;
import io.frontless.operation.Step;
import io.frontless.operation.UpdateRecord;
import io.frontless.operation.Values;
import io.frontless.record.control.RecordQuery;
import io.frontless.record.control.RecordView;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The steps of several commands, and the records as a later command may find them: with those that an earlier one adds. A condition on what an
 * earlier one has changed could mean before or after, so it is asked about.
 */
final class Steps implements RecordLookup {

    private final RecordLookup records;
    private final List<Step> steps = new ArrayList<>();
    private final List<String> summaries = new ArrayList<>();
    private final List<RecordView> added = new ArrayList<>();

    /** Fields that were changed, as {@code entity.field}. */
    private final Set<String> changed = new HashSet<>();

    private final Set<Object> deleted = new HashSet<>();

    Steps(RecordLookup records) {
        this.records = records;
    }

    /** Adds what a command does, and answers what it was about. */
    List<Mention> add(Proposal.Change change) {
        summaries.add(change.summary());
        List<Mention> about = new ArrayList<>();
        for (Step step : change.steps()) {
            String id = "s" + (steps.size() + 1);
            Object entity = step.params().get("entity");
            if (step.op().equals(CreateRecord.NAME)) {
                about.add(added(String.valueOf(entity), step));
                steps.add(renamed(step, id));
            } else if (step.params().get("id") instanceof String record) {
                about.add(new Mention(String.valueOf(entity), UUID.fromString(record)));
                touch(step, id, record);
            } else {
                steps.add(renamed(step, id));
            }
        }
        return about;
    }

    Proposal proposal() {
        return new Proposal.Change(
                String.join("; ", summaries),
                steps.stream().map(this::referring).toList());
    }

    @Override
    public List<RecordView> find(RecordQuery query) {
        boolean unsure = query.filter().comparisons().anyMatch(one -> isChanged(query.entity(), one.path()));
        if (unsure) {
            throw Unclear.say("It is not clear whether that is meant before or after the change. Say it in two turns.");
        }
        List<RecordView> found = new ArrayList<>(records.find(query));
        found.removeIf(record -> deleted.contains(record.id().toString()));
        added.stream()
                .filter(record -> record.entity().equals(query.entity()) && meets(record, query))
                .forEach(found::add);
        return found;
    }

    /** A path over references ends in a field of another entity, whichever that is. */
    private boolean isChanged(String entity, String path) {
        int dot = path.indexOf('.');
        return dot < 0
                ? changed.contains(entity + "." + path)
                : changed.contains(entity + "." + path.substring(0, dot))
                        || changed.stream().anyMatch(field -> field.endsWith(path.substring(path.lastIndexOf('.'))));
    }

    @Override
    public List<RecordView> deleted(String entity) {
        return records.deleted(entity);
    }

    private static boolean meets(RecordView record, RecordQuery query) {
        String text = query.anyText();
        if (text != null) {
            boolean named = record.values().byField().values().stream()
                    .anyMatch(value -> value instanceof String said && said.equalsIgnoreCase(text));
            return (named || record.id().toString().equals(text))
                    && query.filter().equals(Filter.everything());
        }
        return query.filter() instanceof Filter.Compare compare && meets(record, compare);
    }

    private static boolean meets(RecordView record, Filter.Compare compare) {
        Object value = record.values().get(compare.path());
        return value != null
                && switch (compare.comparison()) {
                    case EQ -> lower(value).equals(lower(compare.value()));
                    case CONTAINS -> lower(value).contains(lower(compare.value()));
                    case STARTS_WITH -> lower(value).startsWith(lower(compare.value()));
                    case NE, LT, LE, GT, GE, IN, NOT_IN, EMPTY, NOT_EMPTY -> false;
                };
    }

    private static String lower(@Nullable Object value) {
        return String.valueOf(value).toLowerCase(Locale.ROOT);
    }

    /** A record to come is known by a name-based id until the plan refers to its step. */
    private Mention added(String entity, Step step) {
        UUID id = new UUID(0, steps.size() + 1L);
        Map<String, @Nullable Object> values = values(step);
        String title = values.values().stream()
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .findFirst()
                .orElse("the new one");
        added.add(new RecordView(entity, id, 1, title, new Values(values), Map.of()));
        return new Mention(entity, id);
    }

    private void touch(Step step, String id, String record) {
        if (deleted.contains(record)) {
            throw Unclear.say("That would change what is to be deleted before.");
        }
        boolean update = step.op().equals(UpdateRecord.NAME);
        if (update) {
            values(step).keySet().forEach(field -> changed.add(step.params().get("entity") + "." + field));
        }
        if (step.op().equals(DeleteRecord.NAME)) {
            deleted.add(record);
        }
        int earlier = update ? earlier(record) : -1;
        if (earlier >= 0) {
            steps.set(earlier, merged(steps.get(earlier), values(step)));
            return;
        }
        boolean touched =
                steps.stream().anyMatch(other -> record.equals(other.params().get("id")));
        Step next = renamed(step, id);
        steps.add(touched ? new Step(id, next.op(), next.params(), null, null) : next);
    }

    /** The step that adds or updates the same record: further values belong to it. */
    private int earlier(String record) {
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            boolean adds = step.op().equals(CreateRecord.NAME) && record.equals(new UUID(0, i + 1L).toString());
            boolean updates = step.op().equals(UpdateRecord.NAME)
                    && record.equals(step.params().get("id"));
            if (adds || updates) {
                return i;
            }
        }
        return -1;
    }

    private static Step merged(Step step, Map<String, @Nullable Object> more) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>(values(step));
        for (Map.Entry<String, @Nullable Object> one : more.entrySet()) {
            if (values.containsKey(one.getKey()) && !Objects.equals(values.get(one.getKey()), one.getValue())) {
                throw Unclear.say("That would set “%s” twice.".formatted(one.getKey()));
            }
            values.put(one.getKey(), one.getValue());
        }
        return withValues(step, values);
    }

    private static Step withValues(Step step, Map<String, @Nullable Object> values) {
        Map<String, @Nullable Object> params = new LinkedHashMap<>(step.params());
        params.put("values", values);
        return new Step(step.id(), step.op(), params, step.expectVersion(), step.undoes());
    }

    private static Map<String, @Nullable Object> values(Step step) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        if (step.params().get("values") instanceof Map<?, ?> map) {
            map.forEach((field, value) -> values.put(String.valueOf(field), value));
        }
        return values;
    }

    private static Step renamed(Step step, String id) {
        return new Step(id, step.op(), step.params(), step.expectVersion(), step.undoes());
    }

    /** Where a value is the id of a record to come, the step that adds it. */
    private Step referring(Step step) {
        Map<String, String> ids = added.stream()
                .collect(Collectors.toMap(
                        record -> record.id().toString(),
                        record -> "$s" + record.id().getLeastSignificantBits() + ".id"));
        Map<String, @Nullable Object> params = new LinkedHashMap<>(step.params());
        params.computeIfPresent("id", (name, id) -> ids.getOrDefault(String.valueOf(id), String.valueOf(id)));
        Map<String, @Nullable Object> values = values(step);
        if (values.isEmpty()) {
            return new Step(step.id(), step.op(), params, step.expectVersion(), step.undoes());
        }
        values.replaceAll((field, value) -> value instanceof String text ? ids.getOrDefault(text, text) : value);
        params.put("values", values);
        boolean toCome = !Objects.equals(params.get("id"), step.params().get("id"));
        return new Step(step.id(), step.op(), params, toCome ? null : step.expectVersion(), step.undoes());
    }
}
