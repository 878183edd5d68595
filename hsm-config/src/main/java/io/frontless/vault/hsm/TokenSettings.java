package io.frontless.vault.hsm;

import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Which token to open: the PKCS#11 library, the token's label in it, where the user PIN comes from, which make it is, and how the
 * root key wraps.
 * Only the form is checked here; what is missing on disk is found, and said, when the token is opened.
 */
public record TokenSettings(Path library, String tokenLabel, PinSource pin, HsmMake make, RootMechanism rootMechanism) {

    /** PKCS#11 gives a label 32 bytes, padded with blanks; the JDK reads each byte as a character of its own. */
    private static final Pattern LABEL = Pattern.compile("[!-~]|[!-~][ -~]{0,30}[!-~]");

    public TokenSettings {
        requireAbsolute("library", library);
        if (library.toString().chars().anyMatch(c -> c < ' ' || c == '"' || c == '\\' || c == '$')) {
            throw new IllegalArgumentException(
                    "library: expected a path without \" \\ $ or control characters, found " + library);
        }
        if (!LABEL.matcher(tokenLabel).matches()) {
            throw new IllegalArgumentException("tokenLabel: expected 1 to 32 printable ASCII characters"
                    + " without blanks at the ends, found '" + tokenLabel + "'");
        }
    }

    /** A SoftHSM whose PIN is in a file, with the root key wrapping by AES-GCM. */
    public TokenSettings(Path library, String tokenLabel, Path pinFile) {
        this(library, tokenLabel, new PinSource.InFile(pinFile), HsmMake.SOFTHSM2, RootMechanism.AES_GCM);
    }

    private static void requireAbsolute(String name, Path path) {
        if (!path.isAbsolute()) {
            throw new IllegalArgumentException(name + ": expected an absolute path, found " + path);
        }
    }
}
