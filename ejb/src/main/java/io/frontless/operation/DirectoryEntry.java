package io.frontless.operation;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A person as a workspace's directory knows them (RFC 7643 §4.1).
 *
 * @param userName the directory's name for them, unique in the workspace whatever the case of its letters
 * @param externalId the directory's own id for them
 * @param email the address by which they are known when they sign in
 * @param active whether they may come in
 * @param role the key of the role that they have or will have
 */
public record DirectoryEntry(
        String userName, @Nullable String externalId, String email, String called, boolean active, String role) {

    public DirectoryEntry {
        PersonNames.require(userName);
        PersonNames.require(called);
        RoleKey.require("role", role);
    }

    static DirectoryEntry from(Params params) {
        return new DirectoryEntry(
                params.text("userName"),
                params.optionalText("externalId").orElse(null),
                params.text("email"),
                params.text("name"),
                params.flag("active"),
                params.text("role"));
    }

    /** As plans write it, and events too. */
    public Map<String, @Nullable Object> params() {
        Map<String, @Nullable Object> params = new LinkedHashMap<>();
        params.put("userName", userName);
        if (externalId != null) {
            params.put("externalId", externalId);
        }
        params.put("email", email);
        params.put("name", called);
        params.put("active", active);
        params.put("role", role);
        return params;
    }

    /** The same person with another role. */
    public DirectoryEntry with(String otherRole) {
        return new DirectoryEntry(userName, externalId, email, called, active, otherRole);
    }
}
