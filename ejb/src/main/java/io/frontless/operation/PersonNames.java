package io.frontless.operation;

import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;

/** What people can be called. */
final class PersonNames {

    private PersonNames() {}

    /** Refuses as INVALID what is not one line of 1 to {@link Limits#TEXT_CHARS_MAX} characters. */
    static void require(String name) {
        require("name", name);
    }

    /** The same for what else people name. */
    static void require(String field, String name) {
        if (name.isBlank()
                || !name.equals(name.strip())
                || name.length() > Limits.TEXT_CHARS_MAX
                || name.chars().anyMatch(Character::isISOControl)) {
            throw Rejection.invalid(field, "1 to " + Limits.TEXT_CHARS_MAX + " characters on one line", name);
        }
    }
}
