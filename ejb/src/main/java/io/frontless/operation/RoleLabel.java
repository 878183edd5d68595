package io.frontless.operation;

import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;

/** What people call a role. */
final class RoleLabel {

    private RoleLabel() {}

    static String require(String label) {
        if (label.isBlank() || label.length() > Limits.TEXT_CHARS_MAX) {
            throw Rejection.invalid("label", "1 to " + Limits.TEXT_CHARS_MAX + " characters", label);
        }
        return label;
    }
}
