package io.frontless.federation.control;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A provider as owners see it; the secret is named and never told. */
public record ProviderView(
        UUID provider,
        String label,
        String issuer,
        String clientId,
        UUID secret,
        List<String> domains,
        String role,
        boolean admits,
        boolean exclusive,
        @Nullable Integer maxAgeMinutes,
        long version) {}
