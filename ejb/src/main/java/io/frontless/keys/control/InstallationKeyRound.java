package io.frontless.keys.control;

import io.frontless.event.control.Outbox;
import io.frontless.kernel.Rejection;
import io.frontless.operation.InstallationKey;
import io.frontless.operation.Params;
import io.frontless.vault.control.Rewrapping;
import io.frontless.vault.entity.KeyVersionRows.Place;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Keeps the promises of rotations and destructions of the installation's keys. Each can be kept again from the start, wherever it was broken off. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class InstallationKeyRound {

    /** The kind of the effect that the outbox keeps until it is done. */
    static final String KIND = "installation-key";

    private static final Logger LOG = Logger.getLogger(InstallationKeyRound.class.getName());
    private static final int PROMISES = 10;

    @Inject
    Outbox outbox;

    @Inject
    InstallationKeys keys;

    @Inject
    RewrapBatch batch;

    static Map<String, @Nullable Object> rotation(InstallationKey key, int version) {
        return payload(key, version, false);
    }

    static Map<String, @Nullable Object> destruction(InstallationKey key, int version) {
        return payload(key, version, true);
    }

    /** Works through what is promised in a database, in the order in which it was; all of it is in the shared one, where the installation is. */
    public void run(String database) {
        for (Outbox.Due due : outbox.due(database, KIND, PROMISES)) {
            try {
                keep(new Params("effect", due.payload()));
                outbox.delivered(due);
            } catch (Rejection sealed) {
                LOG.log(Level.WARNING, sealed, () -> "a key of the installation is not changed yet");
                outbox.failed(due);
            }
        }
    }

    private void keep(Params effect) {
        InstallationKey key = effect.choice("key", InstallationKey.class);
        int version = effect.optionalNumber("version").orElseThrow().intValueExact();
        if (effect.flag("destroy")) {
            keys.requireUnneeded(key, version);
            keys.destroy(key, version);
        } else {
            keys.ensure(key, version);
            if (key == InstallationKey.ROOT) {
                outbox.databases().forEach(this::rewrapAll);
                batch.installation();
            }
        }
    }

    /** Until a pass finds nothing to do: what somebody holds at a moment is there the next time. */
    private void rewrapAll(String database) {
        int rewrapped = 1;
        while (rewrapped > 0) {
            rewrapped = pass(database);
        }
    }

    /** A database that does not answer fails the pass, and with it the promise is kept later: no key may be left behind. */
    private int pass(String database) {
        int rewrapped = 0;
        Place after = Place.START;
        while (after != null) {
            Rewrapping.Rewrapped some = batch.run(database, after);
            rewrapped += some.count();
            after = some.last();
        }
        return rewrapped;
    }

    private static Map<String, @Nullable Object> payload(InstallationKey key, int version, boolean destroy) {
        return Map.of(
                "key", key.name().toLowerCase(Locale.ROOT),
                "version", BigDecimal.valueOf(version),
                "destroy", destroy);
    }
}
