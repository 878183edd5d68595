package io.frontless.assistant.offline;

import io.frontless.schema.control.EntityView;
import java.util.List;

/** The records of one entity that a command is about, at least one. */
record Target(EntityView entity, List<Found> records) {

    Target {
        records = List.copyOf(records);
        if (records.isEmpty()) {
            throw new IllegalArgumentException("A target has at least one record");
        }
    }

    static Target of(Found record) {
        return new Target(record.entity(), List.of(record));
    }

    /** What a summary calls them, such as “Invoice INV-0089” or “3 invoices”. */
    String name() {
        return isOne()
                ? entity.label() + " " + records.get(0).title()
                : records.size() + " " + Names.plural(entity.label());
    }

    boolean isOne() {
        return records.size() == 1;
    }
}
