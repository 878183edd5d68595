package io.frontless.record.control;

import io.frontless.kernel.Rejection;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Values;
import io.frontless.record.entity.TypedValues.Unique;
import io.frontless.schema.control.EntityView;
import io.frontless.workspace.control.Caller;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Checks rows in the order of their file: types, options, what is required, what must be unique in file and workspace, what references name. */
final class RowCheck {

    private final Sources sources;
    private final ImportTarget target;
    private final EntityView entity;
    private final ImportMisfits misfits;
    private final Map<Unique, Integer> seen = new HashMap<>();
    private final Set<String> titles = new HashSet<>();

    /** Where the present records are looked up. */
    record Sources(Caller caller, WorkingSet records, References references, ValueRules rules) {

        UUID workspaceId() {
            return caller.workspaceId();
        }
    }

    /** A row as it was read. */
    record Line(int line, List<@Nullable String> cells) {}

    /** A row whose cells were read as values; {@code normal} has those that fit their field. */
    private record Candidate(int line, Values given, Map<String, @Nullable Object> normal) {}

    RowCheck(Sources sources, ImportTarget target, EntityView entity, ImportMisfits misfits) {
        this.sources = sources;
        this.target = target;
        this.entity = entity;
        this.misfits = misfits;
    }

    /** Checks some rows; what they need to know of the workspace is read for all of them at once. */
    void all(List<Line> lines) {
        List<Candidate> candidates = new ArrayList<>();
        int width = target.columns().size();
        Map<Integer, Rejection> misshapen = new HashMap<>();
        for (Line line : lines) {
            if (line.cells().size() == width) {
                Values given = ImportValues.of(target, line.cells());
                candidates.add(new Candidate(line.line(), given, new LinkedHashMap<>()));
            } else {
                misshapen.put(
                        line.line(),
                        Rejection.invalid("row", width + " cells", line.cells().size() + " cells"));
            }
        }
        load(candidates);
        Map<Integer, Candidate> byLine = new HashMap<>();
        candidates.forEach(candidate -> byLine.put(candidate.line(), candidate));
        for (Line line : lines) {
            Rejection shape = misshapen.get(line.line());
            Candidate candidate = byLine.get(line.line());
            if (shape != null) {
                misfits.add(line.line(), shape);
            } else if (candidate != null) {
                check(candidate);
            }
        }
    }

    private void load(List<Candidate> candidates) {
        List<Map<String, @Nullable Object>> states = new ArrayList<>();
        candidates.forEach(candidate -> states.add(candidate.given().byField()));
        sources.references().load(sources.workspaceId(), entity, states);
        if (target.isFresh()) {
            return;
        }
        Set<Unique> uniques = new HashSet<>();
        for (FieldSpec field : uniqueFields()) {
            candidates.forEach(candidate -> normal(field, candidate)
                    .ifPresent(value -> uniques.add(TypedRow.unique(field, entity.key(), value))));
        }
        sources.records().loadHolders(sources.workspaceId(), uniques);
    }

    private void check(Candidate row) {
        for (FieldSpec field : target.fields()) {
            try {
                Object value = FieldValue.normal(field, row.given().get(field.key()));
                sources.rules().require(field, value);
                if (value instanceof String text && field.type() == FieldType.REFERENCE) {
                    requireTarget(field, text);
                }
                row.normal().put(field.key(), value);
            } catch (Rejection finding) {
                misfits.add(row.line(), finding);
            }
        }
        Optional<UUID> changed = changed(row);
        if (changed.isEmpty()) {
            requireComplete(row);
        }
        uniqueFields().forEach(field -> requireUnique(row, field, changed));
        if (!misfits.has(row.line())) {
            entity.titleField()
                    .map(field -> row.normal().get(field.key()))
                    .ifPresent(title -> titles.add(TypedRow.folded(title.toString())));
        }
    }

    /** A reference may name a row above it, of the same entity. */
    private void requireTarget(FieldSpec field, String given) {
        boolean above = entity.key().equals(field.target())
                && entity.titleField().filter(FieldSpec::unique).isPresent()
                && titles.contains(TypedRow.folded(given));
        if (!above) {
            sources.references().resolve(sources.caller(), field, given);
        }
    }

    /** The record that the row changes, where it finds one. */
    private Optional<UUID> changed(Candidate row) {
        String by = target.by();
        return by == null
                ? Optional.empty()
                : entity.field(by)
                        .flatMap(field -> Optional.ofNullable(row.normal().get(by))
                                .flatMap(value -> holder(TypedRow.unique(field, entity.key(), value))));
    }

    private void requireComplete(Candidate row) {
        for (FieldSpec field : entity.fields()) {
            boolean wanted = (field.required() && field.rules().ifMissing() == null && !field.computed())
                    || field.key().equals(target.by());
            if (wanted && row.given().get(field.key()) == null) {
                misfits.add(row.line(), Rejection.invalid(field.key(), "a value, since it is required", "nothing"));
            }
        }
    }

    private void requireUnique(Candidate row, FieldSpec field, Optional<UUID> changed) {
        Object value = row.normal().get(field.key());
        if (value == null) {
            return;
        }
        Unique unique = TypedRow.unique(field, entity.key(), value);
        Integer first = seen.putIfAbsent(unique, row.line());
        if (first != null) {
            misfits.add(
                    row.line(),
                    Rejection.invalid(
                            field.key(), "a value that no other row has", value + ", which line " + first + " has"));
        } else if (holder(unique).filter(id -> !changed.equals(Optional.of(id))).isPresent()) {
            misfits.add(
                    row.line(),
                    Rejection.invalid(field.key(), "a value that no other " + entity.label() + " has", value));
        }
    }

    private Optional<UUID> holder(Unique unique) {
        return target.isFresh() ? Optional.empty() : sources.records().holder(sources.workspaceId(), unique);
    }

    private List<FieldSpec> uniqueFields() {
        return target.fields().stream().filter(FieldSpec::unique).toList();
    }

    private static Optional<Object> normal(FieldSpec field, Candidate row) {
        try {
            return Optional.ofNullable(FieldValue.normal(field, row.given().get(field.key())));
        } catch (Rejection later) {
            // Found again, and noted, when the row is checked.
            return Optional.empty();
        }
    }
}
