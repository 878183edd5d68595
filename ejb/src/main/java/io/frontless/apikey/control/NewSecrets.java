package io.frontless.apikey.control;

import io.frontless.vault.control.ApiSecret;
import jakarta.enterprise.context.RequestScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** The secrets of keys that this request has made, to be told in its answer and never again: nothing else holds them. */
@RequestScoped
public class NewSecrets {

    private final Map<UUID, ApiSecret> made = new LinkedHashMap<>();

    /** Whether there is an answer at all; outside of a request asking is refused by the container. */
    boolean areTold() {
        return true;
    }

    void tell(UUID keyId, ApiSecret secret) {
        made.put(keyId, secret);
    }

    /** The secrets by their keys' ids; asked a second time there are none. */
    public Map<UUID, ApiSecret> take() {
        Map<UUID, ApiSecret> taken = new LinkedHashMap<>(made);
        made.clear();
        return taken;
    }
}
