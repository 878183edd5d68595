package io.frontless.system.inside;

import static io.frontless.system.inside.OperationCase.stale;
import static io.frontless.system.inside.OperationCase.step;

import io.frontless.operation.CreateApiKey;
import io.frontless.operation.DestroyKey;
import io.frontless.operation.RevokeApiKey;
import io.frontless.operation.RotateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Cases for API keys, and for the keys that seal secrets. */
final class KeyCases {
    private static final UUID NEW = new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0009L);

    private KeyCases() {}

    static List<OperationCase> all() {
        return List.of(create(), revoke(), rotate(), destroy());
    }

    /** A key for some days; the engine gives it another id. */
    static CreateApiKey key(String role, int days, @Nullable Long rowsPerDay) {
        return new CreateApiKey(NEW, "Scanner", role, Instant.now().plus(Duration.ofDays(days)), rowsPerDay);
    }

    private static OperationCase create() {
        return new OperationCase(
                CreateApiKey.class,
                here -> key("clerk", 30, 1_000L),
                here -> Map.of(
                        "role deleted", step(key("former", 30, null)),
                        "no such role", step(key("nobody", 30, null)),
                        "over already", step(key("clerk", -1, null)),
                        "longer than a year", step(key("clerk", 400, null))));
    }

    private static OperationCase rotate() {
        return new OperationCase(
                RotateKey.class, here -> new RotateKey(), here -> Map.of("stale", stale(new RotateKey())));
    }

    private static OperationCase destroy() {
        return new OperationCase(
                DestroyKey.class,
                here -> new DestroyKey(1),
                here -> Map.of(
                        "stale", stale(new DestroyKey(1)),
                        "the one that seals", step(new DestroyKey(2)),
                        "no such version", step(new DestroyKey(9))));
    }

    private static OperationCase revoke() {
        return new OperationCase(
                RevokeApiKey.class,
                here -> new RevokeApiKey(here.key()),
                here -> Map.of(
                        "stale", stale(new RevokeApiKey(here.key())), "no such key", step(new RevokeApiKey(NEW))));
    }
}
