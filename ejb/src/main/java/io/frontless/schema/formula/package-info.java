/**
 * The language of computed fields: CEL over the fields of one record, checked against their types when it is saved.
 * It reads nothing else, knows neither time nor chance, cannot loop, and never fails a read: an error is an empty value.
 * What is missing makes the result empty, unless the formula asks: {@code discount == null ? total : total - discount}.
 */
@NullMarked
package io.frontless.schema.formula;

import org.jspecify.annotations.NullMarked;
