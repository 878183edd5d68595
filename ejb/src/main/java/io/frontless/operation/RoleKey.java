package io.frontless.operation;

import java.util.regex.Pattern;

/** How an operation names a role: by the key of one of the workspace's own, or a ready-made one's in capitals. */
final class RoleKey {

    private static final Pattern READY_MADE = Pattern.compile("[A-Z]{1,20}");

    private RoleKey() {}

    /** The key as given, or a rejection that names the parameter. */
    static String require(String name, String role) {
        return READY_MADE.matcher(role).matches() ? role : Keys.require(name, role);
    }
}
