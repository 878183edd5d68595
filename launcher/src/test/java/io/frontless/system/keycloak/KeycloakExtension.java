package io.frontless.system.keycloak;

import io.frontless.system.Neighbours;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts Keycloak when the first test asks for it, hands the same one to all, and stops it after the last. */
public final class KeycloakExtension implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningKeycloak.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(StoreScope.LAUNCHER_SESSION, Namespace.create(RunningKeycloak.class))
                .getOrComputeIfAbsent(
                        RunningKeycloak.class,
                        key -> RunningKeycloak.start(KeycloakServer.built(), Neighbours.of(context)),
                        RunningKeycloak.class);
    }
}
