package io.frontless.operation;

import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Has nothing removed or redacted of the log while it is in force: of all of it, of an entity or of one record; {@code id} is the hold's, and the engine chooses it. */
public record PlaceHold(
        UUID id,
        String label,
        String reason,
        @Nullable String entity,
        @Nullable UUID record) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "hold.place";

    static final Reversal REVERSAL = Reversal.EXACT;

    public PlaceHold {
        requireText("label", label);
        requireText("reason", reason);
        // What is about the workspace's people or the workspace itself is held by a hold on all of it.
        if (entity != null) {
            Keys.require("entity", entity);
        } else if (record != null) {
            throw Rejection.invalid("entity", "the entity of the record", "none");
        }
    }

    static PlaceHold from(Params params) {
        return new PlaceHold(
                params.id("id"),
                params.text("label"),
                params.text("reason"),
                params.optionalText("entity").orElse(null),
                params.optionalId("record").orElse(null));
    }

    private static void requireText(String name, String text) {
        if (text.isBlank() || text.length() > Limits.TEXT_CHARS_MAX) {
            throw Rejection.invalid(name, "1 to " + Limits.TEXT_CHARS_MAX + " characters", text);
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, @Nullable Object> params() {
        Map<String, @Nullable Object> params = new LinkedHashMap<>();
        params.put("id", id.toString());
        params.put("label", label);
        params.put("reason", reason);
        if (entity != null) {
            params.put("entity", entity);
        }
        if (record != null) {
            params.put("record", record.toString());
        }
        return params;
    }

    @Override
    public Reversal reversal() {
        return REVERSAL;
    }

    @Override
    public Permission permission() {
        return Permission.MANAGE_ROLES;
    }
}
