package io.frontless.vault.hsm;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The SunPKCS11 configuration of one make of HSM; other makes are other resources in {@code pkcs11/}. */
enum ProviderTemplate {
    SOFTHSM2("/pkcs11/softhsm2.cfg");

    private final String resource;

    ProviderTemplate(String resource) {
        this.resource = resource;
    }

    /** The configuration for one slot; the leading dashes tell the JDK that it is not a file's name. */
    String configuration(Path library, int slotListIndex) {
        return "--"
                + text().replace("@library@", library.toString()).replace("@index@", Integer.toString(slotListIndex));
    }

    private String text() {
        try (InputStream template = ProviderTemplate.class.getResourceAsStream(resource)) {
            if (template == null) {
                throw new IllegalStateException("the resource " + resource + " is missing from this build");
            }
            return new String(template.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
