package io.frontless.launcher;

import java.util.Locale;

/** Every secret an installation keeps; the name in lower case with dashes is its file. */
enum Secret {
    OWNER_PASSWORD,
    APP_PASSWORD,
    ADMIN_PASSWORD,
    TOKEN_PIN,
    TOKEN_SO_PIN,
    CONTEXT_KEY,
    SESSION_KEY,
    KEYSTORE_PASSWORD,
    OPERATOR_TOKEN;

    String fileName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
