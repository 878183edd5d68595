package io.frontless.access.control;

import java.util.UUID;

/**
 * A member as those see them who decide who may do what.
 *
 * @param role the key of their role
 * @param version counts the changes of the membership, from 1
 * @param suspended whether they are kept out
 */
public record MemberView(UUID accountId, String name, String email, String role, long version, boolean suspended) {}
