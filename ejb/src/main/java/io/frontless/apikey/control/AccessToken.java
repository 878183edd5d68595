package io.frontless.apikey.control;

import java.time.Duration;

/** A token just issued. */
public record AccessToken(String token, Duration lifetime) {}
