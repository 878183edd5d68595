package io.frontless.operation;

import io.frontless.kernel.Rejection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Updates the record whose unique field {@code by} has the given value, or creates one of this id; it stands for that operation. */
public record UpsertRecord(String entity, UUID id, String by, Values values) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "record.upsert";

    static final Reversal REVERSAL = Reversal.EXACT;

    public UpsertRecord {
        Keys.require("entity", entity);
        Keys.require("by", by);
        if (values.get(by) == null) {
            throw Rejection.invalid("values", "a value for " + by + ", by which the record is found", values.fields());
        }
    }

    static UpsertRecord from(Params params) {
        return new UpsertRecord(params.text("entity"), params.id("id"), params.text("by"), params.values("values"));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, @Nullable Object> params() {
        return Map.of("entity", entity, "id", id.toString(), "by", by, "values", values.byField());
    }

    @Override
    public Reversal reversal() {
        return REVERSAL;
    }

    @Override
    public Permission permission() {
        return Permission.READ;
    }
}
