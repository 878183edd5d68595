package io.frontless.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Instant;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Down when the served certificate has expired; tells when it ends, and why one that should have taken its place is not served. */
@Readiness
@ApplicationScoped
public class CertificateReadiness implements HealthCheck {

    private static final String NAME = "certificate";

    @Inject
    Clock clock;

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named(NAME);
        try {
            MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
            var certificate = new ObjectName("io.frontless:type=Certificate");
            String notAfter = String.valueOf(beans.getAttribute(certificate, "NotAfter"));
            String refusal = String.valueOf(beans.getAttribute(certificate, "Refusal"));
            answer.status(clock.instant().isBefore(Instant.parse(notAfter))).withData("notAfter", notAfter);
            if (!refusal.isEmpty()) {
                answer.withData("refused", refusal);
            }
            return answer.build();
        } catch (InstanceNotFoundException e) {
            // A server that was not started by the launcher has a certificate of its own, of which nothing is known
            // here.
            return HealthCheckResponse.up(NAME);
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
    }
}
