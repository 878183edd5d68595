/**
 * How entities and fields are stored.
 * Used only inside the schema component; others hold keys.
 * Rows are isolated by workspace in the application and again by the database.
 */
@NullMarked
package io.frontless.schema.entity;

import org.jspecify.annotations.NullMarked;
