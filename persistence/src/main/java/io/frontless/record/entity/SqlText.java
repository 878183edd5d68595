package io.frontless.record.entity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A part of a statement with the parameters that stand in it; text from outside only ever becomes a parameter. */
final class SqlText {

    private final StringBuilder text = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();

    /** A part made of a constant and what its question marks stand for. */
    static SqlText of(String constant, Object... values) {
        return new SqlText().add(constant, values);
    }

    SqlText add(String constant, Object... values) {
        text.append(constant);
        parameters.addAll(Arrays.asList(values));
        return this;
    }

    SqlText add(SqlText other) {
        text.append(other.text);
        parameters.addAll(other.parameters);
        return this;
    }

    /** Several parts, a constant between each. */
    static SqlText joined(List<SqlText> parts, String between) {
        SqlText all = new SqlText();
        for (int index = 0; index < parts.size(); index++) {
            all.add(index == 0 ? "" : between).add(parts.get(index));
        }
        return all;
    }

    String text() {
        return text.toString();
    }

    Object[] parameters() {
        return parameters.toArray();
    }
}
