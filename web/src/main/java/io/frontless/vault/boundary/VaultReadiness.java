package io.frontless.vault.boundary;

import io.frontless.kernel.Rejection;
import io.frontless.vault.control.Hsm;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while the HSM lets the root key be used; down, with the reason, while the vault is sealed and the rest serves. */
@Readiness
@ApplicationScoped
public class VaultReadiness implements HealthCheck {

    @Inject
    Hsm hsm;

    @Override
    public HealthCheckResponse call() {
        try {
            hsm.withRootKey(root -> root.version());
            return HealthCheckResponse.up("vault");
        } catch (Rejection rejection) {
            return HealthCheckResponse.named("vault")
                    .down()
                    .withData("reason", rejection.message())
                    .build();
        }
    }
}
