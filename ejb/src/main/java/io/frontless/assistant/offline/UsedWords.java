package io.frontless.assistant.offline;

import io.frontless.assistant.control.PlanningRequest;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.Step;
import io.frontless.schema.control.EntityView;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The words of what a change gives, and of the records that it changes: what tells which they are is true of them, or of what they refer to, as of “invoices of
 * patients in Berlin whose doctor is Lindt”. Records are looked at only as far as they are needed.
 */
final class UsedWords {

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    /** How far what tells which records are meant may be from them. */
    private static final int HOPS_MAX = 3;

    /** A record that a step or a value is of. */
    private record Reference(String entity, @Nullable Object id) {}

    private final PlanningRequest request;
    private final Changed changed;
    private final Set<String> words = new HashSet<>();
    private final List<Reference> given = new ArrayList<>();
    private List<Reference> next = new ArrayList<>();

    UsedWords(PlanningRequest request, List<Step> steps) {
        this.request = request;
        this.changed = new Changed(request);
        steps.forEach(step -> changed.entity(step).ifPresent(entity -> {
            if (step.params().get("values") instanceof Map<?, ?> values) {
                use(entity, values, given);
            }
            next.add(new Reference(entity.key(), step.params().get("id")));
        }));
    }

    /** Whether all of these are used; after that {@link #has} knows what was used to tell. */
    boolean hasAll(Set<String> some) {
        for (int hop = 0; hop < HOPS_MAX && !words.containsAll(some); hop++) {
            follow();
        }
        return words.containsAll(some);
    }

    boolean has(String word) {
        return words.contains(word);
    }

    /** Of what is given only the record itself is looked at, and what a changed record refers to, one further each time. */
    private void follow() {
        List<Reference> further = new ArrayList<>();
        given.forEach(reference -> use(reference, new ArrayList<>()));
        given.clear();
        next.forEach(reference -> use(reference, further));
        next = further;
    }

    private void use(Reference reference, List<Reference> further) {
        changed.record(reference.entity(), reference.id()).ifPresent(record -> request.schema()
                .entity(record.entity())
                .ifPresent(entity -> use(entity, record.values().byField(), further)));
    }

    private void use(EntityView entity, Map<?, ?> values, List<Reference> further) {
        values.forEach((key, value) -> {
            use(String.valueOf(value));
            entity.field(String.valueOf(key))
                    .map(FieldSpec::target)
                    .ifPresent(target -> further.add(new Reference(target, value)));
        });
    }

    private void use(String text) {
        String folded = text.toLowerCase(Locale.ROOT);
        words.addAll(List.of(BETWEEN.split(folded, -1)));
        words.addAll(List.of(SPACES.split(folded, -1)));
    }
}
