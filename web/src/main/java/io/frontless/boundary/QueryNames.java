package io.frontless.boundary;

import io.frontless.kernel.Rejection;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;

/** The names in a query string: one that is misspelt would else be a question that was not asked. */
public final class QueryNames {

    private QueryNames() {}

    /** Refuses a name that is none of these, and one that is given twice. */
    public static void require(MultivaluedMap<String, String> query, List<String> names) {
        query.forEach((name, values) -> {
            if (!names.contains(name)) {
                throw Rejection.invalid(name, "only the parameters " + String.join(", ", names), name);
            }
            if (values.size() > 1) {
                throw Rejection.invalid(name, "one value", values.size());
            }
        });
    }
}
