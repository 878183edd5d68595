package io.frontless.seal.control;

import io.frontless.vault.control.AuditKeys;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** The public keys by which heads are checked, for anybody. */
@Dependent
public class PublicAuditKeys {

    private final AuditKeys keys;

    @Inject
    public PublicAuditKeys(AuditKeys keys) {
        this.keys = keys;
    }

    /** All of them as PEM, the newest first; SEALED with the HSM away. */
    public String pem() {
        return String.join("", keys.publicKeys().values());
    }
}
