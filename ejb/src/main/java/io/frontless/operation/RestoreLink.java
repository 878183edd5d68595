package io.frontless.operation;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Brings back a removed link. */
public record RestoreLink(String entity, UUID record, UUID id) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "link.restore";

    static final Reversal REVERSAL = Reversal.EXACT;

    public RestoreLink {
        Keys.require("entity", entity);
    }

    static RestoreLink from(Params params) {
        return new RestoreLink(params.text("entity"), params.id("record"), params.id("id"));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, @Nullable Object> params() {
        return Map.of("entity", entity, "record", record.toString(), "id", id.toString());
    }

    @Override
    public Reversal reversal() {
        return REVERSAL;
    }

    @Override
    public Permission permission() {
        return Permission.UPDATE;
    }
}
