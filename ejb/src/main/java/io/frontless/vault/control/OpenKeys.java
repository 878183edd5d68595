package io.frontless.vault.control;

import io.frontless.kernel.Limits;
import io.frontless.vault.envelope.KeyCache;
import io.frontless.vault.envelope.OpenKey;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The opened keys of this node, kept as long as is configured and zeroed after. */
@ApplicationScoped
public class OpenKeys {

    private final @Nullable KeyCache<String> cache;
    private final boolean dropWithToken;

    /** For the container's proxy. */
    protected OpenKeys() {
        cache = null;
        dropWithToken = true;
    }

    @Inject
    public OpenKeys(KeyCacheConfig config, Clock clock) {
        cache = new KeyCache<>(clock, config.lifetime(), config.uses(), Limits.OPEN_KEYS_MAX);
        dropWithToken = config.dropWithToken();
    }

    /** Uses a key, opening it where it is not open. */
    public <T> T with(String id, Supplier<byte[]> unwrap, Function<OpenKey, T> use) {
        return cache().with(id, unwrap, use);
    }

    /** Zeroes a key. */
    public void drop(String id) {
        cache().drop(id);
    }

    /** Told that the token is gone: zeroes all keys, if so configured. */
    public void tokenGone() {
        if (dropWithToken) {
            cache().dropAll();
        }
    }

    /** Zeroes the keys whose time is over. */
    public void dropExpired() {
        cache().dropExpired();
    }

    /** How many keys are open. */
    public int open() {
        return cache().size();
    }

    @PreDestroy
    void stop() {
        cache().dropAll();
    }

    private KeyCache<String> cache() {
        if (cache == null) {
            throw new IllegalStateException("the container's proxy does not work by itself");
        }
        return cache;
    }
}
