package io.frontless.schema.control;

import io.frontless.operation.Comparison;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Filter;
import io.frontless.operation.ViewSpec;
import io.frontless.schema.control.EntityView.Order;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** In which orders records are kept for the views of their entity: by the view's sort, among those that its filter wants equal to something. */
final class ViewOrders {

    private static final Set<FieldType> NOT_FILTERED =
            EnumSet.of(FieldType.LONG_TEXT, FieldType.DATE, FieldType.DATETIME);
    private static final Set<FieldType> NOT_SORTED = EnumSet.of(FieldType.LONG_TEXT, FieldType.REFERENCE);

    private ViewOrders() {}

    /** One order for each view that has a sort by one field and an equality of another; of those, no two alike. */
    static List<Order> of(List<FieldSpec> fields, List<ViewSpec> views) {
        return views.stream()
                .map(view -> of(fields, view))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private static Optional<Order> of(List<FieldSpec> fields, ViewSpec view) {
        if (view.sort().size() != 1) {
            return Optional.empty();
        }
        String sort = view.sort().get(0).field();
        if (!has(fields, sort, NOT_SORTED)) {
            return Optional.empty();
        }
        return conjuncts(view.filter())
                .filter(Filter.Compare.class::isInstance)
                .map(Filter.Compare.class::cast)
                .filter(compare ->
                        compare.comparison() == Comparison.EQ && !compare.path().equals(sort))
                .filter(compare -> has(fields, compare.path(), NOT_FILTERED))
                .findFirst()
                .map(compare -> new Order(compare.path(), sort));
    }

    private static Stream<Filter> conjuncts(Filter filter) {
        return filter instanceof Filter.All all
                ? all.parts().stream().flatMap(ViewOrders::conjuncts)
                : Stream.of(filter);
    }

    private static boolean has(List<FieldSpec> fields, String key, Set<FieldType> but) {
        return fields.stream().anyMatch(field -> field.key().equals(key) && !but.contains(field.type()));
    }
}
