package io.frontless.access.control;

import io.frontless.operation.Grant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A member who can see a record or an event, and by what.
 *
 * @param role the key of their role, with what people call it
 * @param grants those of the role that show it
 * @param hidden the fields that they do not see of it
 */
public record ReaderView(
        UUID accountId, String name, String role, String roleLabel, List<Grant> grants, Set<String> hidden) {}
