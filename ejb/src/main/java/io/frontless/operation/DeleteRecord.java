package io.frontless.operation;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Deletes a record and leaves a tombstone for {@link RestoreRecord}. */
public record DeleteRecord(String entity, UUID id) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "record.delete";

    static final Reversal REVERSAL = Reversal.TOMBSTONE;

    public DeleteRecord {
        Keys.require("entity", entity);
    }

    static DeleteRecord from(Params params) {
        return new DeleteRecord(params.text("entity"), params.id("id"));
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
