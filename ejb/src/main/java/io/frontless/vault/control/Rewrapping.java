package io.frontless.vault.control;

import io.frontless.vault.entity.KeyRows.WrappedKey;
import io.frontless.vault.entity.KeyVersionRows;
import io.frontless.vault.entity.KeyVersionRows.Owned;
import io.frontless.vault.entity.KeyVersionRows.Place;
import io.frontless.vault.envelope.AssociatedData;
import io.frontless.vault.hsm.RootKey;
import io.frontless.vault.hsm.TokenException;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Wraps keys by the newest root key that older ones wrap: those of all workspaces inside the worker's transaction, and the installation's. */
@Dependent
public class Rewrapping {

    private static final Logger LOG = Logger.getLogger(Rewrapping.class.getName());

    private final KeyVersionRows rows;
    private final InstallationKeyStore installation;
    private final Hsm hsm;

    @Inject
    public Rewrapping(KeyVersionRows rows, InstallationKeyStore installation, Hsm hsm) {
        this.rows = rows;
        this.installation = installation;
        this.hsm = hsm;
    }

    /**
     * What a look at some keys came to.
     *
     * @param last the place of the last one; nothing where there were none
     */
    public record Rewrapped(@Nullable Place last, int count) {}

    /** Wraps some workspaces' keys anew, of those after a place; one that was tampered with is left as it is. */
    public Rewrapped some(Place after, int limit) {
        int newest = hsm.withRootKey(RootKey::version);
        List<Owned> old = rows.wrappedByOthers(newest, after, limit);
        if (old.isEmpty()) {
            return new Rewrapped(null, 0);
        }
        List<Owned> anew = hsm.withRootKey(root -> rewrapped(root, old));
        anew.forEach(key -> rows.rewrap(key.workspaceId(), key.key()));
        return new Rewrapped(old.get(old.size() - 1).place(), anew.size());
    }

    /** Wraps the installation's own keys anew. */
    public void installation() {
        for (WrappedKey key : installation.versions(Peppers.PURPOSE)) {
            if (!key.destroyed()) {
                byte[] aad = AssociatedData.ofInstallationKey(Peppers.PURPOSE, key.version());
                byte[] anew = hsm.withRootKey(root ->
                        RootKey.versionOf(key.bytes()) == root.version() ? key.bytes() : rewrapped(root, key, aad));
                installation.rewrap(Peppers.PURPOSE, new WrappedKey(key.version(), anew));
            }
        }
    }

    /** How many living keys of workspaces a version of the root key wraps, inside the worker's transaction. */
    public long wrappedBy(int rootVersion) {
        return rows.wrappedBy(rootVersion);
    }

    /** How many living keys of the installation it wraps. */
    public long installationWrappedBy(int rootVersion) {
        return installation.versions(Peppers.PURPOSE).stream()
                .filter(key -> !key.destroyed() && RootKey.versionOf(key.bytes()) == rootVersion)
                .count();
    }

    private static List<Owned> rewrapped(RootKey root, List<Owned> old) {
        List<Owned> anew = new ArrayList<>();
        for (Owned key : old) {
            try {
                byte[] aad = AssociatedData.ofWorkspaceKey(
                        key.workspaceId(), key.key().version());
                byte[] wrapped = rewrapped(root, key.key(), aad);
                anew.add(new Owned(key.workspaceId(), new WrappedKey(key.key().version(), wrapped)));
            } catch (TokenException e) {
                if (e.reason() != TokenException.Reason.TAMPERED && e.reason() != TokenException.Reason.KEY_MISSING) {
                    throw e;
                }
                LOG.log(Level.SEVERE, e, () -> "the key at " + key.place() + " cannot be wrapped anew");
            }
        }
        return anew;
    }

    private static byte[] rewrapped(RootKey root, WrappedKey key, byte[] aad) {
        byte[] clear = root.unwrap(key.bytes(), aad);
        try {
            return root.wrap(clear, aad);
        } finally {
            Arrays.fill(clear, (byte) 0);
        }
    }
}
