package io.frontless.vault.control;

import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.vault.entity.KeyRows.WrappedKey;
import io.frontless.vault.envelope.AssociatedData;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The peppers that passwords are keyed with, wrapped by the root key. The newest makes hashes, those before it only check them. Without the token, and
 * once the opened pepper's time in memory is over, nobody can sign in with a password: UNAVAILABLE, for known and unknown people alike.
 */
@Dependent
public class Peppers {

    static final String PURPOSE = "pepper";

    private static final Logger LOG = Logger.getLogger(Peppers.class.getName());
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private final InstallationKeyStore store;
    private final Hsm hsm;
    private final OpenKeys open;
    private final VaultConfig config;

    @Inject
    public Peppers(InstallationKeyStore store, Hsm hsm, OpenKeys open, VaultConfig config) {
        this.store = store;
        this.hsm = hsm;
        this.open = open;
        this.config = config;
    }

    /** The version that new hashes are made by. */
    int newest() {
        List<WrappedKey> versions = store.versions(PURPOSE);
        return versions.isEmpty() ? first() : versions.get(0).version();
    }

    /** Uses a version; UNAVAILABLE with the HSM away, or where it was destroyed. */
    <T> T with(int version, Function<byte[], T> use) {
        WrappedKey wrapped = store.versions(PURPOSE).stream()
                .filter(key -> key.version() == version && !key.destroyed())
                .findFirst()
                .orElseThrow(Peppers::unavailable);
        return opened(wrapped, use);
    }

    /** The versions that are not destroyed, the newest first; UNAVAILABLE where there is none yet and the HSM is away. */
    public List<Integer> living() {
        var unused = newest();
        return store.versions(PURPOSE).stream()
                .filter(key -> !key.destroyed())
                .map(WrappedKey::version)
                .toList();
    }

    /** How many passwords a version has hashed. */
    public long passwordsOf(int version) {
        return store.peppersInUse().getOrDefault(version, 0L);
    }

    /** Makes a version, which from now on makes the hashes, unless there is one as new. */
    public void ensure(int version) {
        if (newest() >= version) {
            return;
        }
        byte[] pepper = random();
        try {
            store.add(PURPOSE, wrapped(version, pepper));
        } finally {
            Arrays.fill(pepper, (byte) 0);
        }
    }

    /** Destroys a version: passwords that it hashed can never be checked again. */
    public void destroy(int version) {
        store.destroy(PURPOSE, version);
        open.drop(PURPOSE + " " + version);
    }

    /** At the first start: makes the first pepper, or takes that of an older installation over and removes its file. */
    public void provide() {
        newest();
        config.pepperFile().filter(Files::exists).ifPresent(this::removeIfKept);
    }

    private int first() {
        byte[] pepper = config.pepperFile()
                .filter(Files::exists)
                .map(file -> SecretFile.read("frontless.vault.pepper-file", file))
                .orElseGet(Peppers::random);
        try {
            store.add(PURPOSE, wrapped(1, pepper));
        } finally {
            Arrays.fill(pepper, (byte) 0);
        }
        return store.versions(PURPOSE).get(0).version();
    }

    /** Nothing is deleted before it was seen that the vault opens to the same. */
    private void removeIfKept(Path file) {
        byte[] old = SecretFile.read("frontless.vault.pepper-file", file);
        try {
            if (with(1, pepper -> MessageDigest.isEqual(pepper, old))) {
                Files.delete(file);
                LOG.log(Level.INFO, "the pepper is in the vault now; its file is removed");
            } else {
                LOG.log(
                        Level.SEVERE,
                        () -> file + " holds another pepper than the vault; it is not used, and left where it is");
            }
        } catch (IOException e) {
            LOG.log(Level.SEVERE, e, () -> file + " is in the vault, and should be deleted");
        } finally {
            Arrays.fill(old, (byte) 0);
        }
    }

    private <T> T opened(WrappedKey wrapped, Function<byte[], T> use) {
        try {
            return open.with(
                    PURPOSE + " " + wrapped.version(),
                    () -> hsm.withRootKey(root ->
                            root.unwrap(wrapped.bytes(), AssociatedData.ofInstallationKey(PURPOSE, wrapped.version()))),
                    pepper -> pepper.read(use));
        } catch (Rejection sealed) {
            throw sealed.reason() == Reason.SEALED ? unavailable() : sealed;
        }
    }

    private WrappedKey wrapped(int version, byte[] pepper) {
        try {
            byte[] aad = AssociatedData.ofInstallationKey(PURPOSE, version);
            return new WrappedKey(version, hsm.withRootKey(root -> root.wrap(pepper, aad)));
        } catch (Rejection sealed) {
            throw sealed.reason() == Reason.SEALED ? unavailable() : sealed;
        }
    }

    private static Rejection unavailable() {
        return new Rejection(
                Reason.UNAVAILABLE, "passwords cannot be checked at present: the vault is sealed; try again later");
    }

    private static byte[] random() {
        byte[] pepper = new byte[BYTES];
        RANDOM.nextBytes(pepper);
        return pepper;
    }
}
