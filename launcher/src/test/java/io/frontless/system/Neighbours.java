package io.frontless.system;

import io.frontless.launcher.LocalPort;
import io.frontless.launcher.TestAuthority;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;

/**
 * The servers that the product may call during a test run. They are told to it at its start, by port and by the authority behind their certificates, and are
 * themselves started only by the tests that need them: a real identity provider, and one that a test makes up to misbehave.
 */
public final class Neighbours {
    private final Path folder;
    private final int providerPort;
    private final int strangerPort;
    private final int modelPort;

    private Neighbours(Path folder, int providerPort, int strangerPort, int modelPort) {
        this.folder = folder;
        this.providerPort = providerPort;
        this.strangerPort = strangerPort;
        this.modelPort = modelPort;
    }

    /** Those of this test run. */
    public static Neighbours of(ExtensionContext context) {
        return context.getStore(StoreScope.LAUNCHER_SESSION, Namespace.create(Neighbours.class))
                .getOrComputeIfAbsent(
                        Neighbours.class, key -> create(Workplace.create("neighbours")), Neighbours.class);
    }

    private static Neighbours create(Path folder) {
        try {
            var neighbours = new Neighbours(folder, LocalPort.free(), LocalPort.free(), LocalPort.free());
            TestAuthority authority = TestAuthority.madeAt(Instant.now());
            authority.writeAuthority(neighbours.authority());
            authority.issue("neighbour").write(neighbours.certificate(), neighbours.key());
            return neighbours;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a product needs in its environment to be able to call them. */
    public Map<String, String> environment() {
        String model = "localhost:" + modelPort;
        return Map.of(
                "FRONTLESS_TLS_AUTHORITIES",
                authority().toString(),
                "FRONTLESS_OUTBOUND_PRIVATE_HOSTS",
                "localhost:" + providerPort + ",localhost:" + strangerPort + "," + model,
                "FRONTLESS_ASSISTANT_PROVIDERS",
                "scripted",
                "FRONTLESS_ASSISTANT_SCRIPTED_COMPANY",
                "Scripted Models Ltd",
                "FRONTLESS_ASSISTANT_SCRIPTED_KIND",
                "openai",
                "FRONTLESS_ASSISTANT_SCRIPTED_URL",
                "https://" + model + "/v1/chat/completions",
                "FRONTLESS_ASSISTANT_SCRIPTED_MODEL",
                "script-1",
                "FRONTLESS_ASSISTANT_SCRIPTED_REGION",
                "here",
                "FRONTLESS_ASSISTANT_SCRIPTED_ZERO_RETENTION",
                "true",
                "FRONTLESS_ASSISTANT_SCRIPTED_PRICE_IN",
                "3.00");
    }

    /** Where a test may put a model of its own, which workspaces know as {@code scripted}. */
    public int modelPort() {
        return modelPort;
    }

    /** Where Keycloak listens once it is started. */
    public int providerPort() {
        return providerPort;
    }

    /** Where a test may put a server of its own. */
    public int strangerPort() {
        return strangerPort;
    }

    /** The certificate that all of them trust, in PEM. */
    public Path authority() {
        return folder.resolve("authority.pem");
    }

    /** The chain of a certificate for localhost, in PEM. */
    public Path certificate() {
        return folder.resolve("chain.pem");
    }

    /** Its key, PKCS #8 in PEM. */
    public Path key() {
        return folder.resolve("key.pem");
    }

    /** What a client needs to trust them. */
    public ProductTls tls() {
        return new ProductTls(authority());
    }
}
