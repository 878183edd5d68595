package io.frontless.assistant.offline;

import io.frontless.assistant.control.PlanningRequest;
import io.frontless.assistant.control.Proposal;
import io.frontless.operation.DeleteRecord;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Step;
import io.frontless.operation.UpdateRecord;
import io.frontless.record.control.RecordView;
import io.frontless.schema.control.EntityView;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says a change in words that the forms read. What was read with some doubt is asked about in these: whoever takes them gets that change and no other.
 *
 * @param reader reads a sentence by the forms, strictly
 */
record Retelling(PlanningRequest request, Function<String, Optional<Proposal>> reader) {

    /** Records that one sentence names at most. */
    private static final int NAMED_MAX = 20;

    /** What is done with some records: the words before their names and after them. */
    private record Deed(String before, EntityView entity, String after) {}

    /** The sentence; empty where none makes just this change. */
    Optional<String> of(Proposal.Change change) {
        Map<Deed, List<String>> titles = new LinkedHashMap<>();
        for (Step step : change.steps()) {
            Optional<RecordView> record = new Changed(request).record(step);
            List<Deed> deeds = record.isEmpty() ? List.of() : deeds(step);
            if (deeds.isEmpty() || titles.values().stream().anyMatch(some -> some.size() > NAMED_MAX)) {
                return Optional.empty();
            }
            deeds.forEach(deed -> titles.computeIfAbsent(deed, one -> new ArrayList<>())
                    .add(RecordFinder.quote(record.get().title())));
        }
        String sentence = titles.entrySet().stream()
                .map(entry -> said(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining("; "));
        return Optional.of(sentence).filter(said -> makes(said, change));
    }

    private static String said(Deed deed, List<String> titles) {
        String label = deed.entity().label();
        String noun = titles.size() == 1 ? label.toLowerCase(Locale.ROOT) : Names.plural(label);
        String names = titles.size() == 1
                ? titles.get(0)
                : String.join(", ", titles.subList(0, titles.size() - 1)) + " and " + titles.get(titles.size() - 1);
        return deed.before() + noun + " " + names + deed.after();
    }

    /** What the step does with its record, field by field; nothing where the forms have no words for it. */
    private List<Deed> deeds(Step step) {
        EntityView entity = new Changed(request).entity(step).orElseThrow();
        if (step.op().equals(DeleteRecord.NAME)) {
            return List.of(new Deed("delete ", entity, ""));
        }
        List<Deed> deeds = new ArrayList<>();
        if (step.op().equals(UpdateRecord.NAME) && step.params().get("values") instanceof Map<?, ?> values) {
            values.forEach((key, value) -> entity.field(String.valueOf(key))
                    .flatMap(field -> deed(entity, field, value))
                    .ifPresent(deeds::add));
            return deeds.size() == values.size() ? deeds : List.of();
        }
        return deeds;
    }

    private Optional<Deed> deed(EntityView entity, FieldSpec field, @Nullable Object value) {
        String label = field.label().toLowerCase(Locale.ROOT);
        return value == null
                ? Optional.of(new Deed("clear the " + label + " of ", entity, ""))
                : shown(field, value).map(said -> new Deed("set the " + label + " of ", entity, " to " + said));
    }

    private Optional<String> shown(FieldSpec field, Object value) {
        if (field.type() == FieldType.REFERENCE) {
            return request.records()
                    .withId(String.valueOf(field.target()), String.valueOf(value))
                    .map(record -> RecordFinder.quote(record.title()));
        }
        if (value instanceof Boolean yes) {
            return Optional.of(yes ? "yes" : "no");
        }
        if (value instanceof BigDecimal number) {
            return Optional.of(number.toPlainString());
        }
        String text = String.valueOf(value);
        return Optional.of(
                Roles.isText(field) || field.type() == FieldType.LONG_TEXT ? RecordFinder.quote(text) : text);
    }

    private boolean makes(String sentence, Proposal.Change change) {
        try {
            return reader.apply(sentence)
                    .filter(Proposal.Change.class::isInstance)
                    .map(read -> done((Proposal.Change) read).equals(done(change)))
                    .orElse(false);
        } catch (Unclear unclear) {
            return false;
        }
    }

    /** What a change does, whatever its steps are called. */
    private static Set<Step> done(Proposal.Change change) {
        Set<Step> steps = new LinkedHashSet<>();
        change.steps().forEach(step -> steps.add(new Step("s1", step.op(), step.params(), null, null)));
        return steps;
    }
}
