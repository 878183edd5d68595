/**
 * Which entities and fields a workspace has, and the handlers that change them.
 * A field's key lasts for ever; deleting leaves a tombstone.
 * Others read the schema as views.
 */
@NullMarked
package io.frontless.schema.control;

import org.jspecify.annotations.NullMarked;
