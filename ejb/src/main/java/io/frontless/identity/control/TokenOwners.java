package io.frontless.identity.control;

import io.frontless.kernel.Limits;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Whose tokens were seen lately, which never changes. It lets nobody in: it only is a guess by which a session and a membership are asked for together,
 * and the database answers for both.
 */
@ApplicationScoped
public class TokenOwners {

    private final Map<ByteBuffer, UUID> owners = new LinkedHashMap<>();

    /** Whose a token of this hash was. */
    synchronized Optional<UUID> of(byte[] tokenHash) {
        return Optional.ofNullable(owners.get(ByteBuffer.wrap(tokenHash)));
    }

    synchronized void remember(byte[] tokenHash, UUID accountId) {
        if (owners.size() >= Limits.TOKENS_REMEMBERED_MAX) {
            owners.remove(owners.keySet().iterator().next());
        }
        owners.putIfAbsent(ByteBuffer.wrap(tokenHash), accountId);
    }
}
