package io.frontless.record.control;

import io.frontless.operation.Permission;
import io.frontless.workspace.control.Caller;
import java.time.Instant;

/**
 * Who reads records, and what for.
 *
 * @param permission READ, or EXPORT where the records are taken away
 * @param now the one moment that all relative dates count from
 */
record RecordReading(Caller caller, Permission permission, Instant now) {}
