package io.frontless.proof;

import org.jspecify.annotations.Nullable;

/** Writes the canonical text of an object whose names are known and come in their order: to sort them again would be half the work of an export. */
final class ObjectText {

    /** As long as most events. */
    private static final int CHARS = 1_024;

    private final StringBuilder text = new StringBuilder(CHARS).append('{');
    private String last = "";

    /** Adds a value; of null nothing. The name stands behind those before it and has nothing to escape. */
    ObjectText put(String name, @Nullable Object value) {
        assert CanonicalJson.compareNames(last, name) < 0 : last + " stands behind " + name;
        last = name;
        if (value != null) {
            text.append(text.length() > 1 ? ", \"" : "\"").append(name).append("\": ");
            CanonicalJson.write(text, value);
        }
        return this;
    }

    /** The object. */
    StoredObject end() {
        return new StoredObject(text.append('}').toString());
    }
}
