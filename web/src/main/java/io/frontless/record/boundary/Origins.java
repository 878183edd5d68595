package io.frontless.record.boundary;

import io.frontless.engine.control.PlanView.ChangeView;

/** Tells in words where the values of a plan's changes come from. */
@FunctionalInterface
public interface Origins {

    /** Where nobody knows. */
    Origins UNKNOWN = (change, field) -> "";

    /** Where a change has the value of a field from, by the field's key; empty where that is not known. */
    String of(ChangeView change, String field);
}
