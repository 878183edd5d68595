package io.frontless.operation;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Brings back a deleted record with its values. */
public record RestoreRecord(String entity, UUID id) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "record.restore";

    static final Reversal REVERSAL = Reversal.EXACT;

    public RestoreRecord {
        Keys.require("entity", entity);
    }

    static RestoreRecord from(Params params) {
        return new RestoreRecord(params.text("entity"), params.id("id"));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, @Nullable Object> params() {
        return Map.of("entity", entity, "id", id.toString());
    }

    @Override
    public Reversal reversal() {
        return REVERSAL;
    }

    @Override
    public Permission permission() {
        return Permission.DELETE;
    }
}
