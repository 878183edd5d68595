package io.frontless.bench;

import io.frontless.vault.envelope.AssociatedData;
import io.frontless.vault.envelope.KeyCache;
import io.frontless.vault.envelope.OpenKey;
import io.frontless.vault.hsm.HsmToken;
import io.frontless.vault.hsm.InsideKey;
import io.frontless.vault.hsm.InsideKeys;
import io.frontless.vault.hsm.RootKey;
import io.frontless.vault.hsm.TokenSettings;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * What it costs to open a secret of 1 KB, in a process of its own: SoftHSM asks its process's environment for the token, which has to be set before
 * the JVM starts. Arguments: the PKCS#11 library, the file of the PIN, rounds, seconds of each. Prints a line for each measurement.
 */
public final class VaultTimings {
    private static final int SECRET_BYTES = 1_024;
    private static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final UUID WORKSPACE = new UUID(1, 2);
    private static final UUID SECRET = new UUID(3, 4);

    private final RootKey root;
    private final byte[] key = random(32);
    private final byte[] wrapped;
    private final byte[] stored;

    private VaultTimings(RootKey root) {
        this.root = root;
        this.wrapped = root.wrap(key, AssociatedData.ofWorkspaceKey(WORKSPACE, 1));
        try (OpenKey open = new OpenKey(key.clone())) {
            this.stored = open.encrypt(random(SECRET_BYTES), aad());
        }
    }

    /** A thing to time. */
    private interface Task {
        void once() throws GeneralSecurityException;
    }

    public static void main(String[] arguments) throws Exception {
        TokenSettings settings = new TokenSettings(Path.of(arguments[0]), "frontless", Path.of(arguments[1]));
        Duration round = Duration.ofSeconds(Integer.parseInt(arguments[3]));
        Duel duel = new Duel(Integer.parseInt(arguments[2]), round, round);
        try (HsmToken token = HsmToken.open(settings)) {
            VaultTimings timings = new VaultTimings(token.rootKey());
            print("vault-open-warm", duel.fight(1, timings.warm(), timings.bareCipher()));
            print("vault-open-cold", duel.fight(1, timings.cold(), timings.bareUnwrap()));
            print("vault-open-inside", duel.fight(1, inside(token), timings.warm()));
            print("token-wrap", duel.fight(1, timings.bareWrap(), timings.bareUnwrap()));
        }
    }

    /** The key is open: found in the cache and used for the secret, bound to its place, which is zeroed. */
    private Worker.Maker warm() {
        KeyCache<String> cache = new KeyCache<>(Clock.systemUTC(), Duration.ofHours(1), Integer.MAX_VALUE, 10);
        return worker(() -> open(cache));
    }

    /** The key is not kept: the token opens it each time. */
    private Worker.Maker cold() {
        KeyCache<String> cache = new KeyCache<>(Clock.systemUTC(), Duration.ZERO, 0, 0);
        return worker(() -> open(cache));
    }

    private void open(KeyCache<String> cache) {
        byte[] clear = cache.with(
                "workspace " + WORKSPACE + " " + 1,
                () -> root.unwrap(wrapped, AssociatedData.ofWorkspaceKey(WORKSPACE, 1)),
                opened -> opened.decrypt(stored, aad()));
        Arrays.fill(clear, (byte) 0);
    }

    /** AES-256-GCM and nothing else: a cipher that is made once, with a key that never leaves it, and data that is at hand. */
    private Worker.Maker bareCipher() throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        SecretKeySpec spec = new SecretKeySpec(key, "AES");
        byte[] aad = aad();
        byte[] out = new byte[SECRET_BYTES];
        return worker(() -> {
            cipher.init(Cipher.DECRYPT_MODE, spec, new GCMParameterSpec(TAG_BITS, stored, 0, IV_BYTES));
            cipher.updateAAD(aad);
            int length = cipher.doFinal(stored, IV_BYTES, stored.length - IV_BYTES, out, 0);
            if (length != SECRET_BYTES) {
                throw new IllegalStateException("not opened");
            }
        });
    }

    /** The key never is in memory: the token unwraps it for itself and opens the secret. */
    private static Worker.Maker inside(HsmToken token) {
        InsideKeys keys = token.insideKeys();
        if (keys.versions().isEmpty()) {
            var unused = keys.createVersion();
        }
        byte[] aad = AssociatedData.ofWorkspaceKey(WORKSPACE, 1);
        byte[] stored = keys.create(aad);
        byte[] sealed;
        try (InsideKey key = keys.open(stored, aad)) {
            sealed = key.encrypt(random(SECRET_BYTES), aad());
        }
        return worker(() -> {
            try (InsideKey key = keys.open(stored, aad)) {
                Arrays.fill(key.decrypt(sealed, aad()), (byte) 0);
            }
        });
    }

    private Worker.Maker bareUnwrap() {
        byte[] aad = AssociatedData.ofWorkspaceKey(WORKSPACE, 1);
        return worker(() -> Arrays.fill(root.unwrap(wrapped, aad), (byte) 0));
    }

    private Worker.Maker bareWrap() {
        byte[] aad = AssociatedData.ofWorkspaceKey(WORKSPACE, 1);
        return worker(() -> {
            if (root.wrap(key, aad).length == 0) {
                throw new IllegalStateException("not wrapped");
            }
        });
    }

    private static Worker.Maker worker(Task task) {
        return number -> new Worker() {
            @Override
            public void once() {
                try {
                    task.once();
                } catch (GeneralSecurityException e) {
                    throw new IllegalStateException(e);
                }
            }

            @Override
            public void close() {
                // It holds nothing.
            }
        };
    }

    private static void print(String name, Duel.Outcome outcome) {
        System.out.println(String.format(
                Locale.ROOT,
                "%s %.3f %.3f %.6f %.6f",
                name,
                outcome.product().perSecond(),
                outcome.limit().perSecond(),
                outcome.product().p50Ms(),
                outcome.product().p99Ms()));
    }

    private static byte[] aad() {
        return AssociatedData.ofSecret("mailbox.refresh-token", WORKSPACE, SECRET, 1);
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
