package io.frontless.vault.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OpenKeyTest {
    private static final byte[] SECRET = "correct horse battery staple".getBytes(StandardCharsets.UTF_8);
    private static final UUID WORKSPACE = new UUID(1, 1);
    private static final UUID ROW = new UUID(2, 2);

    /** A place where a secret can stand: its key, and what it is bound to there. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Place(byte[] key, byte[] aad) {}

    @Test
    void everyFlippedBitOfCiphertextKeyOrBindingIsNoticed() {
        byte[] key = key(1);
        byte[] aad = AssociatedData.ofSecret("mailbox.password", WORKSPACE, ROW, 1);
        byte[] stored = encrypt(key, SECRET, aad);

        assertThat(decrypt(key, stored, aad)).isEqualTo(SECRET);
        for (byte[] part : List.of(stored, key, aad)) {
            for (int bit = 0; bit < part.length * Byte.SIZE; bit++) {
                part[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
                assertThatThrownBy(() -> decrypt(key, stored, aad)).isInstanceOf(TamperedException.class);
                part[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            }
        }
        assertThat(decrypt(key, stored, aad)).isEqualTo(SECRET);
    }

    @Test
    void everyShorterOrLongerCiphertextIsRefused() {
        byte[] key = key(1);
        byte[] stored = encrypt(key, SECRET, new byte[0]);

        for (int length = 0; length <= stored.length + 1; length++) {
            byte[] other = Arrays.copyOf(stored, length);
            if (length != stored.length) {
                assertThatThrownBy(() -> decrypt(key, other, new byte[0])).isInstanceOf(TamperedException.class);
            }
        }
    }

    @Test
    void noSecretOpensInThePlaceOfAnother() {
        List<Place> places = new ArrayList<>();
        for (int workspace = 0; workspace < 2; workspace++) {
            for (int version = 1; version <= 2; version++) {
                byte[] key = key(10 * workspace + version);
                for (String purpose : List.of("mailbox.password", "mailbox.refresh-token")) {
                    for (int row = 0; row < 3; row++) {
                        UUID owner = new UUID(7, workspace);
                        places.add(new Place(key, AssociatedData.ofSecret(purpose, owner, new UUID(9, row), version)));
                    }
                }
            }
        }
        List<byte[]> stored = places.stream()
                .map(place -> encrypt(place.key(), SECRET, place.aad()))
                .toList();

        for (int from = 0; from < places.size(); from++) {
            for (int to = 0; to < places.size(); to++) {
                byte[] moved = stored.get(from);
                Place place = places.get(to);
                if (from == to) {
                    assertThat(decrypt(place.key(), moved, place.aad())).isEqualTo(SECRET);
                } else {
                    assertThatThrownBy(() -> decrypt(place.key(), moved, place.aad()))
                            .isInstanceOf(TamperedException.class);
                }
            }
        }
    }

    @Test
    void noTwoListsOfPartsHaveTheSameBytes() {
        Set<String> all = new HashSet<>();
        all.add(hex(AssociatedData.ofSecret("a", WORKSPACE, ROW, 11)));
        all.add(hex(AssociatedData.ofSecret("a", WORKSPACE, ROW, 1)));
        all.add(hex(AssociatedData.ofSecret("aa", WORKSPACE, ROW, 1)));
        all.add(hex(AssociatedData.ofSecret("a", ROW, WORKSPACE, 1)));
        all.add(hex(AssociatedData.ofWorkspaceKey(WORKSPACE, 1)));
        all.add(hex(AssociatedData.ofWorkspaceKey(WORKSPACE, 11)));
        all.add(hex(AssociatedData.ofInstallationKey(WORKSPACE.toString(), 1)));
        all.add(hex(AssociatedData.ofInstallationKey("pepper", 1)));

        assertThat(all).hasSize(8);
    }

    @Test
    void sameSecretNeverLooksTheSame() {
        Set<String> seen = new HashSet<>();
        for (int time = 0; time < 1_000; time++) {
            seen.add(hex(encrypt(key(1), SECRET, new byte[0])));
        }

        assertThat(seen).hasSize(1_000);
    }

    @Test
    void closedKeyIsZeroedAndItsCipherHasForgottenIt() {
        byte[] key = key(1);
        byte[] stored = encrypt(key, SECRET, new byte[0]);
        OpenKey open = new OpenKey(key);
        assertThat(open.decrypt(stored, new byte[0])).isEqualTo(SECRET);

        open.close();

        assertThat(key).containsOnly(0);
        assertThatThrownBy(() -> open.decrypt(stored, new byte[0])).isInstanceOf(TamperedException.class);
    }

    private static byte[] encrypt(byte[] key, byte[] secret, byte[] aad) {
        try (OpenKey open = new OpenKey(key.clone())) {
            return open.encrypt(secret, aad);
        }
    }

    private static byte[] decrypt(byte[] key, byte[] stored, byte[] aad) {
        try (OpenKey open = new OpenKey(key.clone())) {
            return open.decrypt(stored, aad);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static byte[] key(int seed) {
        byte[] key = new byte[32];
        key[31] = (byte) seed;
        return key;
    }
}
