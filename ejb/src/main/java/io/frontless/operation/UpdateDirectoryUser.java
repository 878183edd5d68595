package io.frontless.operation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Changes what the directory says of a person; a member is suspended, let in again or given another role with it. */
public record UpdateDirectoryUser(UUID user, DirectoryEntry entry) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "directory.update";

    static final Reversal REVERSAL = Reversal.EXACT;

    static UpdateDirectoryUser from(Params params) {
        return new UpdateDirectoryUser(params.id("user"), DirectoryEntry.from(params));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, @Nullable Object> params() {
        Map<String, @Nullable Object> params = new LinkedHashMap<>();
        params.put("user", user.toString());
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
