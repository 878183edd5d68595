package io.frontless.vault.control;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long opened keys stay in memory, and whether they come there at all. */
@Dependent
public class KeyCacheConfig {

    static final String SECONDS = "frontless.vault.key-cache-seconds";
    static final String USES = "frontless.vault.key-cache-uses";
    static final String DROP = "frontless.vault.key-cache-drop-with-token";
    static final String INSIDE = "frontless.vault.keys-in-token";
    static final String SECONDS_DEFAULT = "300";
    static final String USES_DEFAULT = "10000";
    static final String DROP_DEFAULT = "true";
    static final String INSIDE_DEFAULT = "false";

    private static final int SECONDS_MAX = 24 * 60 * 60;

    private final int seconds;
    private final int uses;
    private final boolean dropWithToken;
    private final boolean inToken;

    @Inject
    public KeyCacheConfig(
            @ConfigProperty(name = SECONDS, defaultValue = SECONDS_DEFAULT) int seconds,
            @ConfigProperty(name = USES, defaultValue = USES_DEFAULT) int uses,
            @ConfigProperty(name = DROP, defaultValue = DROP_DEFAULT) boolean dropWithToken,
            @ConfigProperty(name = INSIDE, defaultValue = INSIDE_DEFAULT) boolean inToken) {
        this.seconds = within(SECONDS, seconds, SECONDS_MAX);
        this.uses = within(USES, uses, Integer.MAX_VALUE);
        this.dropWithToken = dropWithToken;
        this.inToken = inToken;
    }

    /** How long an opened key stays, at most a day; zero asks the token at every use. */
    public Duration lifetime() {
        return Duration.ofSeconds(seconds);
    }

    /** For how many uses it stays; 0 and 1 ask the token at every use. */
    public int uses() {
        return uses;
    }

    /** Whether opened keys are zeroed as soon as the token is seen to be gone; otherwise they stay for their time. */
    public boolean dropWithToken() {
        return dropWithToken;
    }

    /** Whether new workspace keys are made to be used inside the token alone: they never are in memory, and every use is a call to the token. */
    public boolean inToken() {
        return inToken;
    }

    private static int within(String name, int value, int max) {
        if (value < 0 || value > max) {
            throw new IllegalArgumentException(name + ": expected 0 to " + max + ", found " + value);
        }
        return value;
    }
}
