package io.frontless.connection.control;

import io.frontless.operation.ConnectionTerms;
import java.util.UUID;

/** A provider that is declared; its client secret is named and never told. */
public record ConnectionProviderView(UUID provider, ConnectionTerms terms, long version) {}
