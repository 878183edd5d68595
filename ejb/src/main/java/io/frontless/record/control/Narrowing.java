package io.frontless.record.control;

import io.frontless.record.entity.RecordCondition;
import io.frontless.record.entity.RecordCondition.All;
import io.frontless.record.entity.RecordCondition.Meets;
import io.frontless.record.entity.RecordCondition.Test;
import io.frontless.record.entity.RecordSearch;
import io.frontless.record.entity.RecordSearch.FieldKey;
import io.frontless.record.entity.RecordSearch.Narrowed;
import io.frontless.schema.control.EntityView;
import io.frontless.schema.control.EntityView.Order;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the part of a search's conditions that an order kept for a view answers together with the sort. */
final class Narrowing {

    private Narrowing() {}

    /** The narrower way through the order; null where no view has asked for one. */
    static @Nullable Narrowed of(EntityView entity, RecordCondition condition, List<RecordSearch.Key> order) {
        if (entity.orders().isEmpty() || order.size() != 1 || !(order.get(0) instanceof FieldKey key)) {
            return null;
        }
        List<RecordCondition> parts = new ArrayList<>();
        flatten(condition, parts);
        for (int index = 0; index < parts.size(); index++) {
            if (parts.get(index) instanceof Meets meets
                    && meets.path().size() == 1
                    && meets.test() == Test.ONE_OF
                    && meets.values().size() == 1
                    && entity.orders().contains(new Order(meets.path().get(0).field(), key.field()))) {
                List<RecordCondition> others = new ArrayList<>(parts);
                others.remove(index);
                return new Narrowed(
                        meets.path().get(0).field(),
                        String.valueOf(meets.values().get(0)),
                        new All(others));
            }
        }
        return null;
    }

    private static void flatten(RecordCondition condition, List<RecordCondition> parts) {
        if (condition instanceof All all) {
            all.parts().forEach(part -> flatten(part, parts));
        } else {
            parts.add(condition);
        }
    }
}
