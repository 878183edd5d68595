package io.frontless.identity.control;

import io.frontless.engine.control.Change;
import io.frontless.engine.control.Children;
import io.frontless.engine.control.Execution;
import io.frontless.identity.entity.PasskeyRows;
import io.frontless.identity.entity.RecoveryRows;
import io.frontless.identity.entity.SessionRows;
import io.frontless.identity.entity.TotpRows;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the handlers of factors share: how a factor is in the form that events keep, and what its coming and going means to sessions. */
@Dependent
public class FactorState {

    private final AccountState accounts;
    private final SessionRows sessions;
    private final TotpRows totp;
    private final PasskeyRows passkeys;
    private final RecoveryRows recovery;

    @Inject
    public FactorState(
            AccountState accounts, SessionRows sessions, TotpRows totp, PasskeyRows passkeys, RecoveryRows recovery) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.totp = totp;
        this.passkeys = passkeys;
        this.recovery = recovery;
    }

    /** Locks the account: its factors change one at a time. */
    UUID lock(Execution execution) {
        return accounts.lock(execution).accountId();
    }

    /** Ends the sessions that a change of factors does not trust any more. */
    Children endingOthers(Execution execution, @Nullable UUID keep) {
        return SessionState.endingAllBut(keep, sessions.notEnded(execution.workspaceId()));
    }

    /** A factor was shown in this session. */
    void shown(Execution execution, @Nullable UUID session) {
        if (session != null) {
            sessions.strengthen(execution.workspaceId(), session, execution.now());
        }
    }

    /** A factor has gone; with the last one go the recovery codes, and what it had given to sessions. */
    void gone(UUID accountId) {
        if (totp.enabled(accountId).isEmpty() && passkeys.all(accountId).isEmpty()) {
            recovery.removeAll(accountId);
            sessions.weaken(accountId);
        }
    }

    /** A change of a factor. */
    static Change change(
            String key,
            String label,
            @Nullable Map<String, @Nullable Object> before,
            @Nullable Map<String, @Nullable Object> after) {
        return new Change(
                new Change.Subject(null, null, key), label, before, after, before == null ? 1 : 2, 0, Map.of());
    }

    static Map<String, @Nullable Object> of(String key, String label, String name, @Nullable Object value) {
        Map<String, @Nullable Object> state = new LinkedHashMap<>();
        state.put("key", key);
        state.put("label", label);
        state.put(name, value);
        return state;
    }
}
