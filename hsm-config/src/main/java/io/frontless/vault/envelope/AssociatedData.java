package io.frontless.vault.envelope;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** What a ciphertext is bound to: each part with its length before it, so that no two lists of parts have the same bytes. */
public final class AssociatedData {

    private static final String ALGORITHM = "AES-256-GCM";

    private AssociatedData() {}

    /** Of the key of a workspace, or of an account's scope, under the root key. */
    public static byte[] ofWorkspaceKey(UUID workspaceId, int keyVersion) {
        return of("workspace-key", workspaceId.toString(), String.valueOf(keyVersion), ALGORITHM);
    }

    /** Of a key of the installation, such as the pepper, under the root key. */
    public static byte[] ofInstallationKey(String purpose, int keyVersion) {
        return of("installation-key", purpose, String.valueOf(keyVersion), ALGORITHM);
    }

    /** Of a secret under the key of its workspace. */
    public static byte[] ofSecret(String purpose, UUID workspaceId, UUID secretId, int keyVersion) {
        return of(
                "secret", purpose, workspaceId.toString(), secretId.toString(), String.valueOf(keyVersion), ALGORITHM);
    }

    private static byte[] of(String... parts) {
        byte[][] texts = new byte[parts.length][];
        int length = 0;
        for (int part = 0; part < parts.length; part++) {
            texts[part] = parts[part].getBytes(StandardCharsets.UTF_8);
            length += Integer.BYTES + texts[part].length;
        }
        ByteBuffer bytes = ByteBuffer.allocate(length);
        for (byte[] text : texts) {
            bytes.putInt(text.length).put(text);
        }
        return bytes.array();
    }
}
