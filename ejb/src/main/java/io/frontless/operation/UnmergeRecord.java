package io.frontless.operation;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes the merging of a record into another one back. */
public record UnmergeRecord(String entity, UUID id) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "record.unmerge";

    static final Reversal REVERSAL = Reversal.EXACT;

    public UnmergeRecord {
        Keys.require("entity", entity);
    }

    static UnmergeRecord from(Params params) {
        return new UnmergeRecord(params.text("entity"), params.id("id"));
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
        return Permission.READ;
    }
}
