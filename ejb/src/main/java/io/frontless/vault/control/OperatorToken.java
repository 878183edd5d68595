package io.frontless.vault.control;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The token by which the installation's operator is known: 256 random bits in a file that only they, and the product, can read. */
@Dependent
public class OperatorToken {

    private final Path file;

    @Inject
    public OperatorToken(@ConfigProperty(name = "frontless.vault.operator-token-file") String file) {
        this.file = Path.of(file);
    }

    /** Whether a text is it; how long that takes tells nothing of how much of it is right. */
    public boolean matches(String given) {
        try {
            byte[] token = Files.readString(file).strip().getBytes(StandardCharsets.UTF_8);
            return MessageDigest.isEqual(token, given.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("frontless.vault.operator-token-file: the file cannot be read", e);
        }
    }
}
