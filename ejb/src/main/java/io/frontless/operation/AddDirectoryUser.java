package io.frontless.operation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Adds a person that the workspace's directory knows; one who is a member is found by their address. */
public record AddDirectoryUser(UUID id, DirectoryEntry entry) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "directory.add";

    static final Reversal REVERSAL = Reversal.EXACT;

    static AddDirectoryUser from(Params params) {
        return new AddDirectoryUser(params.id("id"), DirectoryEntry.from(params));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, @Nullable Object> params() {
        Map<String, @Nullable Object> params = new LinkedHashMap<>();
        params.put("id", id.toString());
        params.putAll(entry.params());
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
