package io.frontless.assistant.offline;

import io.frontless.assistant.control.PlanningRequest;
import io.frontless.assistant.control.Proposal;
import io.frontless.operation.Comparison;
import io.frontless.operation.CreateRecord;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Filter;
import io.frontless.operation.Step;
import io.frontless.operation.UpdateRecord;
import io.frontless.record.control.RecordQuery;
import io.frontless.schema.control.EntityView;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who is called by one name in a sentence, and by more in the records, is meant to be the same: “host Kirsten” is Kirsten Holm. Whether it is somebody of
 * the records shows in what they hold in that field and in those of people; a name that is quoted is taken as it is.
 */
record FullNames(PlanningRequest request) {

    private static final int FOUND_MAX = 50;
    private static final Pattern ONE_NAME = Pattern.compile("\\p{Lu}\\p{Ll}+");
    private static final Pattern FULL_NAME = Pattern.compile("\\p{Lu}\\p{L}+( \\p{Lu}[\\p{L}.'’-]*){1,3}");

    /** The change with whole names; a question where several are called so. */
    Proposal in(Proposal proposal) {
        if (!(proposal instanceof Proposal.Change change)) {
            return proposal;
        }
        Map<String, String> whole = new LinkedHashMap<>();
        List<Step> steps =
                change.steps().stream().map(step -> completed(step, whole)).toList();
        String summary = change.summary();
        for (Map.Entry<String, String> name : whole.entrySet()) {
            summary = summary.replaceAll("\\b" + name.getKey() + "\\b(?! \\p{Lu})", name.getValue());
        }
        return whole.isEmpty() ? change : new Proposal.Change(summary, steps);
    }

    private Step completed(Step step, Map<String, String> whole) {
        Optional<EntityView> entity =
                request.schema().entity(String.valueOf(step.params().get("entity")));
        boolean writes = step.op().equals(CreateRecord.NAME) || step.op().equals(UpdateRecord.NAME);
        if (!writes || entity.isEmpty() || !(step.params().get("values") instanceof Map<?, ?> values)) {
            return step;
        }
        Map<String, @Nullable Object> read = new LinkedHashMap<>();
        values.forEach((key, value) -> read.put(String.valueOf(key), value));
        for (FieldSpec field : entity.get().fields()) {
            if (field.type() == FieldType.TEXT
                    && !entity.get().titleField().equals(Optional.of(field))
                    && read.get(field.key()) instanceof String said
                    && isOneName(said)) {
                String name = whole.computeIfAbsent(said, one -> wholeName(entity.get(), field, one));
                read.put(field.key(), name);
            }
        }
        whole.entrySet().removeIf(entry -> entry.getKey().equals(entry.getValue()));
        Map<String, @Nullable Object> params = new LinkedHashMap<>(step.params());
        params.put("values", read);
        return new Step(step.id(), step.op(), params, step.expectVersion(), step.undoes());
    }

    private boolean isOneName(String said) {
        boolean quoted = Pattern.compile("[\"“]" + Pattern.quote(said) + "[\"”]")
                .matcher(request.sentence())
                .find();
        return !quoted && ONE_NAME.matcher(said).matches();
    }

    private String wholeName(EntityView entity, FieldSpec field, String said) {
        if (!values(entity, field, Filter.equal(field.key(), said)).isEmpty()) {
            return said;
        }
        Set<String> names = new LinkedHashSet<>(beginning(entity, field, said));
        if (names.isEmpty() && Roles.person(entity).contains(field)) {
            for (EntityView other : request.schema().entities()) {
                Roles.person(other).stream()
                        .filter(person -> person.type() == FieldType.TEXT)
                        .forEach(person -> names.addAll(beginning(other, person, said)));
            }
        }
        if (names.size() > 1) {
            throw Unclear.ask(
                    "“%s” could be %s. Which one?".formatted(said, SchemaLinker.join(List.copyOf(names))),
                    names.stream()
                            .limit(4)
                            .map(name -> request.sentence().replaceFirst("\\b" + said + "\\b", "\"" + name + "\""))
                            .toList());
        }
        return names.stream().findFirst().orElse(said);
    }

    private Set<String> beginning(EntityView entity, FieldSpec field, String said) {
        Set<String> found = values(entity, field, Filter.compare(field.key(), Comparison.STARTS_WITH, said + " "));
        found.removeIf(name -> !FULL_NAME.matcher(name).matches());
        return found;
    }

    private Set<String> values(EntityView entity, FieldSpec field, Filter filter) {
        Set<String> found = new LinkedHashSet<>();
        request.records()
                .find(RecordQuery.where(entity.key(), filter, FOUND_MAX))
                .forEach(record -> found.add(String.valueOf(record.values().get(field.key()))));
        return found;
    }
}
