package io.frontless.vault.hsm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One object of the token, as an auditor wants to see it; an attribute that the token does not tell is empty.
 *
 * @param kind {@code secret key}, {@code private key}, {@code public key}, {@code certificate} or a number
 * @param id CKA_ID in hexadecimal
 */
public record KeyFacts(
        String kind,
        String label,
        String id,
        Optional<Boolean> sensitive,
        Optional<Boolean> alwaysSensitive,
        Optional<Boolean> extractable,
        Optional<Boolean> neverExtractable,
        Optional<Boolean> local) {

    static final String SECRET = "secret key";
    static final String PRIVATE = "private key";

    /** The label; private keys have none but their id, as the JDK stores them. */
    String name() {
        return label.isEmpty() ? id : label;
    }

    /** Whether it has to be kept secret by the token. */
    boolean mustStayInside() {
        return kind.equals(SECRET) || kind.equals(PRIVATE);
    }

    /** What is not as it has to be, such as "CKA_EXTRACTABLE=true". */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        if (mustStayInside()) {
            expect(faults, "CKA_SENSITIVE", sensitive, true);
            expect(faults, "CKA_EXTRACTABLE", extractable, false);
            expect(faults, "CKA_ALWAYS_SENSITIVE", alwaysSensitive, true);
            expect(faults, "CKA_NEVER_EXTRACTABLE", neverExtractable, true);
            expect(faults, "CKA_LOCAL", local, true);
        }
        return faults;
    }

    /** One line for a transcript. */
    String text() {
        return name() + " (" + kind + ", id " + (id.isEmpty() ? "none" : id) + ")"
                + (mustStayInside()
                        ? ": SENSITIVE=" + told(sensitive) + " EXTRACTABLE=" + told(extractable) + " ALWAYS_SENSITIVE="
                                + told(alwaysSensitive) + " NEVER_EXTRACTABLE=" + told(neverExtractable) + " LOCAL="
                                + told(local)
                        : "");
    }

    private static void expect(List<String> faults, String name, Optional<Boolean> found, boolean expected) {
        if (found.isEmpty() || found.get() != expected) {
            faults.add(name + "=" + told(found));
        }
    }

    private static String told(Optional<Boolean> value) {
        return value.map(Object::toString).orElse("not told");
    }
}
