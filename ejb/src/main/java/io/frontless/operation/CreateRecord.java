package io.frontless.operation;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Creates a record. Its id is fixed when the plan is proposed, so that what is executed is what was previewed. */
public record CreateRecord(String entity, UUID id, Values values) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "record.create";

    static final Reversal REVERSAL = Reversal.TOMBSTONE;

    public CreateRecord {
        Keys.require("entity", entity);
    }

    static CreateRecord from(Params params) {
        return new CreateRecord(params.text("entity"), params.id("id"), params.values("values"));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, @Nullable Object> params() {
        return Map.of("entity", entity, "id", id.toString(), "values", values.byField());
    }

    @Override
    public Reversal reversal() {
        return REVERSAL;
    }

    @Override
    public Permission permission() {
        return Permission.CREATE;
    }
}
