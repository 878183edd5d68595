package io.frontless.launcher;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** What an operator has configured: a system property, or else the environment variable that MicroProfile Config names after it. */
record Setting(Properties properties, Map<String, String> environment) {

    /** What this process was started with. */
    static Setting ofProcess() {
        return new Setting(System.getProperties(), System.getenv());
    }

    /** The value of a name such as {@code frontless.tls.key}; as a variable, {@code FRONTLESS_TLS_KEY}. */
    Optional<String> find(String name) {
        String variable = name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
        return Optional.ofNullable(properties.getProperty(name))
                .or(() -> Optional.ofNullable(environment.get(variable)))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }
}
