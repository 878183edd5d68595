package io.frontless.identity.control;

import java.time.Instant;

/**
 * A session just opened.
 *
 * @param token 256 random bits in base64url; told once, only its hash is kept
 * @param device by which the browser is known when it signs in again
 */
public record SignedIn(String token, String device, Person person, Instant expiresAt) implements SignInStep {}
