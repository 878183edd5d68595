package io.frontless.record.control;

import io.frontless.operation.FieldSpec;
import io.frontless.record.control.TypedFilter.All;
import io.frontless.record.control.TypedFilter.Any;
import io.frontless.record.control.TypedFilter.Compare;
import io.frontless.record.control.TypedFilter.Not;
import io.frontless.record.entity.RecordCondition;
import io.frontless.record.entity.RecordCondition.Meets;
import io.frontless.record.entity.RecordCondition.Step;
import io.frontless.record.entity.RecordCondition.Test;
import io.frontless.record.entity.RecordSearch.Column;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Makes conditions of a search out of checked filters. */
final class Conditions {

    private Conditions() {}

    /** The condition that a filter of an entity is. */
    static RecordCondition of(String entity, TypedFilter filter) {
        if (filter instanceof All all) {
            return new RecordCondition.All(
                    all.parts().stream().map(part -> of(entity, part)).toList());
        }
        if (filter instanceof Any any) {
            return new RecordCondition.Any(
                    any.parts().stream().map(part -> of(entity, part)).toList());
        }
        if (filter instanceof Not not) {
            return new RecordCondition.Not(of(entity, not.part()));
        }
        Compare compare = (Compare) filter;
        return new Meets(
                path(entity, compare.hops(), compare.field()),
                TypedRow.column(compare.field().type()),
                Test.valueOf(compare.test().name()),
                compare.values().stream().map(Conditions::parameter).toList());
    }

    /** That a field of the record itself has a value. */
    static RecordCondition equal(String entity, String field, Column column, Object value) {
        return new Meets(List.of(new Step(entity, field)), column, Test.ONE_OF, List.of(value));
    }

    /** The fields of a path, each with the entity that has it. */
    static List<Step> path(String entity, List<FieldSpec> hops, FieldSpec field) {
        List<Step> path = new ArrayList<>();
        String at = entity;
        for (FieldSpec hop : hops) {
            path.add(new Step(at, hop.key()));
            at = String.valueOf(hop.target());
        }
        path.add(new Step(at, field.key()));
        return path;
    }

    private static Object parameter(Object value) {
        return value instanceof Instant time ? time.atOffset(ZoneOffset.UTC) : value;
    }
}
