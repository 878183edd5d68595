package io.frontless.schema.control;

import io.frontless.kernel.Rejection;
import java.util.List;

/** Somebody whose things are built on the schema: views, constraints, formulas, rules. Each is asked before the schema changes. */
public interface SchemaDependents {

    /** What would not work any more after this change, a detail each; empty where all of it would. */
    List<Rejection.Detail> brokenBy(SchemaChange change);
}
