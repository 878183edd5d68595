package io.frontless.operation;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Removes a person from the directory, and their membership with them. */
public record RemoveDirectoryUser(UUID user) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "directory.remove";

    static final Reversal REVERSAL = Reversal.TOMBSTONE;

    static RemoveDirectoryUser from(Params params) {
        return new RemoveDirectoryUser(params.id("user"));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, @Nullable Object> params() {
        return Map.of("user", user.toString());
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
