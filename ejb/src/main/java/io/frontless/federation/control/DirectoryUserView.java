package io.frontless.federation.control;

import io.frontless.operation.DirectoryEntry;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person of the directory as they are now: what their membership says goes before what the directory has said.
 *
 * @param account whose membership it is; null for somebody who has never signed in
 * @param tag changes with everything that is shown
 */
public record DirectoryUserView(
        UUID user, DirectoryEntry entry, @Nullable UUID account, Instant createdAt, Instant changedAt, String tag) {}
