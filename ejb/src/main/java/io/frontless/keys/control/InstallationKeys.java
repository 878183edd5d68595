package io.frontless.keys.control;

import io.frontless.event.control.Outbox;
import io.frontless.kernel.Rejection;
import io.frontless.operation.InstallationKey;
import io.frontless.vault.control.InstallationKeyStore;
import io.frontless.vault.control.Peppers;
import io.frontless.vault.control.TokenKeys;
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
    private final RewrapBatch batch;
    private final Outbox outbox;

    @Inject
    public InstallationKeys(
            TokenKeys token, Peppers peppers, InstallationKeyStore store, RewrapBatch batch, Outbox outbox) {
        this.token = token;
        this.peppers = peppers;
        this.store = store;
        this.batch = batch;
        this.outbox = outbox;
    }

    /** The living versions, the newest first; SEALED with the HSM away. */
    List<Integer> versions(InstallationKey key) {
        return switch (key) {
            case ROOT -> token.rootVersions();
            case TOKEN -> token.signingVersions();
            case PEPPER -> peppers.living();
            case CONTEXT -> token.contextVersions();
        };
    }

    /** Refuses as CONFLICT to destroy what is still needed. Inside a transaction. */
    void requireUnneeded(InstallationKey key, int version) {
        switch (key) {
            case ROOT -> {
                long keys = batch.installationWrappedBy(version);
                for (String database : outbox.databases()) {
                    keys += batch.wrappedBy(database, version);
                }
                requireNone(keys, "keys");
            }
            case TOKEN -> {
                long newer = token.signingVersions().stream()
                        .filter(other -> other > version)
                        .count();
                if (newer < SIGNING_KEYS_KEPT) {
                    throw Rejection.conflict("version", "one before the two newest", version);
                }
            }
            case PEPPER -> requireNone(peppers.passwordsOf(version), "passwords");
            case CONTEXT -> {
                if (!token.usesNewestContextKey()) {
                    throw Rejection.conflict(
                            "version", "one that no node uses: this one takes the newest at its start", version);
                }
            }
        }
    }

    /** Makes a version, unless there is one as new. */
    void ensure(InstallationKey key, int version) {
        switch (key) {
            case ROOT -> token.ensureRoot(version);
            case TOKEN -> token.ensureSigning(version);
            case PEPPER -> peppers.ensure(version);
            case CONTEXT -> token.ensureContext(version);
        }
    }

    /** Destroys a version, if it is there. */
    void destroy(InstallationKey key, int version) {
        switch (key) {
            case ROOT -> token.destroyRoot(version);
            case TOKEN -> token.destroySigning(version);
            case PEPPER -> peppers.destroy(version);
            case CONTEXT -> {
                store.destroyPreviousContextKey();
                token.destroyContext(version);
            }
        }
    }

    private static void requireNone(long count, String what) {
        if (count > 0) {
            throw Rejection.conflict("version", "one that nothing needs any more", count + " " + what);
        }
    }
}
