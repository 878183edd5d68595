package io.frontless.keys.control;

import io.frontless.kernel.Rejection;
import io.frontless.operation.InstallationKey;
import io.frontless.vault.control.InstallationKeyStore;
import io.frontless.vault.control.Peppers;
import io.frontless.vault.control.Rewrapping;
import io.frontless.vault.control.TokenKeys;
import io.frontless.workspace.control.WorkspaceContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;

/** The installation's keys by their kinds: which versions there are, what still needs one, and how the next one is made and an old one destroyed. */
@Dependent
public class InstallationKeys {

    /** Tokens that the key before the newest has signed may still live. */
    private static final int SIGNING_KEYS_KEPT = 2;

    private final TokenKeys token;
    private final Peppers peppers;
    private final InstallationKeyStore store;
    private final Rewrapping rewrapping;
    private final WorkspaceContext context;

    @Inject
    public InstallationKeys(
            TokenKeys token,
            Peppers peppers,
            InstallationKeyStore store,
            Rewrapping rewrapping,
            WorkspaceContext context) {
        this.token = token;
        this.peppers = peppers;
        this.store = store;
        this.rewrapping = rewrapping;
        this.context = context;
    }

    /** The living versions, the newest first; SEALED with the HSM away. */
    List<Integer> versions(InstallationKey key) {
        return switch (key) {
            case ROOT -> token.rootVersions();
            case TOKEN -> token.signingVersions();
            case PEPPER -> peppers.living();
        };
    }

    /** Refuses as CONFLICT to destroy what is still needed. Inside a transaction. */
    void requireUnneeded(InstallationKey key, int version) {
        switch (key) {
            case ROOT -> {
                context.enterWorker();
                requireNone(rewrapping.wrappedBy(version), "keys");
            }
            case TOKEN -> {
                long newer = token.signingVersions().stream()
                        .filter(other -> other > version)
                        .count();
                if (newer < SIGNING_KEYS_KEPT) {
                    throw Rejection.conflict("version", "one before the two newest", version);
                }
            }
            case PEPPER -> requireNone(store.peppersInUse().getOrDefault(version, 0L), "passwords");
        }
    }

    /** Makes a version, unless there is one as new. */
    void ensure(InstallationKey key, int version) {
        switch (key) {
            case ROOT -> token.ensureRoot(version);
            case TOKEN -> token.ensureSigning(version);
            case PEPPER -> peppers.ensure(version);
        }
    }

    /** Destroys a version, if it is there. */
    void destroy(InstallationKey key, int version) {
        switch (key) {
            case ROOT -> token.destroyRoot(version);
            case TOKEN -> token.destroySigning(version);
            case PEPPER -> peppers.destroy(version);
        }
    }

    private static void requireNone(long count, String what) {
        if (count > 0) {
            throw Rejection.conflict("version", "one that nothing needs any more", count + " " + what);
        }
    }
}
