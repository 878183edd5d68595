package io.frontless.identity.control;

import java.time.Instant;

/**
 * A session just opened.
 *
 * @param token 256 random bits in base64url; told once, only its hash is kept
 */
public record SignedIn(String token, Person person, Instant expiresAt) {}
