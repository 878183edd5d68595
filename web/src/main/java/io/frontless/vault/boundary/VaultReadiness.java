package io.frontless.vault.boundary;

import io.frontless.vault.control.Hsm;
import io.frontless.vault.hsm.TokenState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready while the HSM lets the root key be used; down, with the reason, while the vault is sealed and the rest serves. RESTART_NEEDED is the one
 * condition that does not end by itself or by what somebody does to the token.
 */
@Readiness
@ApplicationScoped
public class VaultReadiness implements HealthCheck {

    @Inject
    Hsm hsm;

    @Override
    public HealthCheckResponse call() {
        TokenState token = hsm.check();
        if (token.usable()) {
            return HealthCheckResponse.up("vault");
        }
        return HealthCheckResponse.named("vault")
                .down()
                .withData("condition", token.condition().name())
                .withData(
                        "reason",
                        "the vault is sealed: " + token.cause().map(Enum::name).orElse("UNOPENED"))
                .build();
    }
}
