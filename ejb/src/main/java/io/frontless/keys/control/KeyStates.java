package io.frontless.keys.control;

import io.frontless.engine.control.Change;
import io.frontless.kernel.Actor;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.operation.InstallationKey;
import io.frontless.vault.control.KeyVersion;
import io.frontless.workspace.control.Caller;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A key in the form that events keep, and who may do something to it. */
final class KeyStates {

    private static final String KEY = "workspace";
    private static final String LABEL = "the workspace’s key";

    private KeyStates() {}

    /** Keys are the owner's: whoever has them has all secrets. */
    static void requireOwner(Caller caller) {
        if (!caller.access().isOwner() || caller.actor().kind() != Actor.Kind.PERSON) {
            throw new Rejection(
                    Reason.DENIED, "your role in this workspace does not allow this: its keys are for an owner");
        }
    }

    /** The newest version's number; 0 where there is none yet. */
    static int newest(List<KeyVersion> versions) {
        return versions.isEmpty() ? 0 : versions.get(0).version();
    }

    /** One newest version after another. */
    static Change rotation(int before, int after) {
        return change(LABEL, before == 0 ? null : state(before), state(after), after);
    }

    /** A version's end. */
    static Change destruction(int version) {
        return change(LABEL + ", version " + version, state(version), null, version);
    }

    /** The end of all. */
    static Change shredding(List<KeyVersion> living, int newest) {
        long secrets = living.stream().mapToLong(KeyVersion::secrets).sum();
        Map<String, @Nullable Object> before = Map.of(
                "key",
                KEY,
                "label",
                "all keys of the workspace",
                "versions",
                living.stream().map(key -> BigDecimal.valueOf(key.version())).toList(),
                "secrets",
                BigDecimal.valueOf(secrets));
        return change("all keys of the workspace, with " + secrets + " secrets", before, null, newest);
    }

    /** One newest version of an installation's key after another. */
    static Change rotationOf(InstallationKey key, int before, int after) {
        return changeOf(key, state(key, before), state(key, after), after);
    }

    /** The end of a version of an installation's key. */
    static Change destructionOf(InstallationKey key, int version) {
        return changeOf(key, state(key, version), null, version);
    }

    private static Change changeOf(
            InstallationKey key,
            @Nullable Map<String, @Nullable Object> before,
            @Nullable Map<String, @Nullable Object> after,
            long version) {
        String name = key.name().toLowerCase(Locale.ROOT);
        return new Change(new Change.Subject(null, null, name), label(key), before, after, version, 0, Map.of());
    }

    private static Map<String, @Nullable Object> state(InstallationKey key, int version) {
        return Map.of(
                "key",
                key.name().toLowerCase(Locale.ROOT),
                "label",
                label(key),
                "version",
                BigDecimal.valueOf(version));
    }

    private static String label(InstallationKey key) {
        return switch (key) {
            case ROOT -> "the root key";
            case TOKEN -> "the key that signs API tokens";
            case PEPPER -> "the pepper of passwords";
            case CONTEXT -> "the key of the database’s contexts";
        };
    }

    private static Map<String, @Nullable Object> state(int version) {
        return Map.of("key", KEY, "label", LABEL, "version", BigDecimal.valueOf(version));
    }

    private static Change change(
            String title,
            @Nullable Map<String, @Nullable Object> before,
            @Nullable Map<String, @Nullable Object> after,
            long version) {
        return new Change(new Change.Subject(null, null, KEY), title, before, after, version, 0, Map.of());
    }
}
