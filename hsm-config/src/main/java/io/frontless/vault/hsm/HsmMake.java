package io.frontless.vault.hsm;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The makes of HSM that there is a SunPKCS11 configuration for, in {@code pkcs11/}; docs/hsm.md says what is special about each. */
public enum HsmMake {
    /** Tried with every build. */
    SOFTHSM2,
    /** Thales Luna 7; from its documentation. */
    LUNA,
    /** Entrust nShield; from its documentation. */
    NSHIELD,
    /** Utimaco CryptoServer; from its documentation. */
    UTIMACO,
    /** AWS CloudHSM, client 5; from its documentation. */
    CLOUDHSM,
    /** Google Cloud KMS by kmsp11; from its documentation. */
    GOOGLE_KMS,
    /** YubiHSM 2; from its documentation. */
    YUBIHSM2;

    /** The value of {@code frontless.vault.hsm}, such as {@code softhsm2} or {@code google-kms}. */
    public static HsmMake of(String text) {
        return Arrays.stream(values())
                .filter(make -> make.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("frontless.vault.hsm: expected one of "
                        + Arrays.stream(values()).map(HsmMake::text).collect(Collectors.joining(", ")) + ", found "
                        + text));
    }

    /** As it is written in the configuration. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The configuration for one slot; the leading dashes tell the JDK that it is not a file's name. */
    String configuration(Path library, int slotListIndex) {
        return "--"
                + template()
                        .replace("@library@", library.toString())
                        .replace("@index@", Integer.toString(slotListIndex));
    }

    private String template() {
        String resource = "/pkcs11/" + text() + ".cfg";
        try (InputStream template = HsmMake.class.getResourceAsStream(resource)) {
            if (template == null) {
                throw new IllegalStateException("the resource " + resource + " is missing from this build");
            }
            return new String(template.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
