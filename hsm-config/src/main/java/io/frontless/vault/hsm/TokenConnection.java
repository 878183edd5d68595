package io.frontless.vault.hsm;

import io.frontless.vault.hsm.TokenException.Reason;
import io.frontless.vault.hsm.TokenState.Condition;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The one connection of a process to its token: opens it at the first use, bounds the time of each use, and after a failure opens it again by
 * itself where that can do no harm. A PIN that was refused is tried again only after it has been changed or {@link #retry} was called: more attempts
 * could lock the token.
 */
public final class TokenConnection implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(TokenConnection.class.getName());

    /** A hung library must not keep the process from stopping. */
    private static final long CLOSING_S = 2;

    private static final long CHECK_NS = TimeUnit.SECONDS.toNanos(1);

    private final TokenSettings settings;
    private final TokenLimits limits;
    private final BoundedCalls calls;
    private final List<TokenListener> listeners = new CopyOnWriteArrayList<>();
    private final PinRefusal refusal;
    private final ReentrantLock opening = new ReentrantLock();

    private volatile @Nullable HsmToken token;
    private volatile @Nullable TokenException lost;
    private volatile long lostNs;
    private final AtomicLong checkedNs = new AtomicLong();
    private final AtomicInteger inLibrary = new AtomicInteger();
    private volatile @Nullable TokenState incomplete;
    private volatile TokenState state = TokenState.UNOPENED;

    public TokenConnection(TokenSettings settings, TokenLimits limits) {
        this.settings = settings;
        this.limits = limits;
        this.calls = new BoundedCalls(limits);
        this.refusal = new PinRefusal(settings.pin());
    }

    /**
     * Uses the token on a thread of this connection: {@code action} must be about the token and nothing else, above all not about a transaction.
     * It is done a second time where the token had lost the session meanwhile. A {@link TokenException} says why the token could not be used;
     * with SLOW, {@code action} may still be running.
     */
    public <T> T use(Function<HsmToken, T> action) {
        boolean wasOpen = token != null;
        try {
            return once(action);
        } catch (TokenException e) {
            if (wasOpen && e.reason() == Reason.UNAVAILABLE) {
                lost = null;
                return once(action);
            }
            throw e;
        }
    }

    /** How it stands after {@code trial}, which is not done again within a second, so that those who ask often do not wear the token out. */
    public TokenState check(Function<HsmToken, ?> trial) {
        long now = System.nanoTime();
        long last = checkedNs.get();
        if ((last == 0 || now - last >= CHECK_NS) && checkedNs.compareAndSet(last, now)) {
            try {
                var unused = use(trial::apply);
                incomplete = null;
            } catch (TokenException e) {
                incomplete = e.reason() == Reason.KEY_MISSING ? TokenState.of(Condition.INCOMPLETE, e) : null;
            }
        }
        TokenState lacking = incomplete;
        return lacking == null ? state : lacking;
    }

    /** How it stands, as far as the last use has told; nothing is tried. */
    public TokenState state() {
        return state;
    }

    /** From now on the listener is told; if the token is usable at present, it is told so at once. */
    public void subscribe(TokenListener listener) {
        listeners.add(listener);
        if (state.usable()) {
            listener.tokenBack();
        }
    }

    /** Takes over that the PIN as it is now was refused already, by another part of this process. */
    public void refused(String sentence) {
        failed(new TokenException(Reason.PIN_WRONG, sentence), null);
    }

    /** Lets a refused PIN be tried once more: for somebody who has unlocked the token. Another PIN is tried by itself. */
    public void retry() {
        refusal.forget();
        lost = null;
    }

    /** Logs out, unless the library hangs. */
    @Override
    public void close() {
        calls.close();
        try {
            if (opening.tryLock(CLOSING_S, TimeUnit.SECONDS)) {
                try {
                    HsmToken open = token;
                    token = null;
                    if (open != null && calls.hanging() == 0) {
                        open.close();
                    }
                } finally {
                    opening.unlock();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private <T> T once(Function<HsmToken, T> action) {
        AtomicReference<@Nullable HsmToken> used = new AtomicReference<>();
        try {
            T result = calls.call(token == null ? limits.openTimeout() : limits.timeout(), () -> {
                HsmToken open = opened();
                used.set(open);
                inLibrary.incrementAndGet();
                try {
                    return action.apply(open);
                } finally {
                    inLibrary.decrementAndGet();
                }
            });
            become(TokenState.OPEN);
            return result;
        } catch (TokenException e) {
            failed(e, used.get());
            throw e;
        }
    }

    private HsmToken opened() {
        HsmToken known = token;
        if (known != null) {
            return known;
        }
        opening.lock();
        try {
            TokenException loss = lost;
            refusal.requireNone();
            if (loss != null && System.nanoTime() - lostNs < limits.retryAfter().toNanos()) {
                throw loss;
            }
            HsmToken open = token;
            if (open == null) {
                open = openAnew();
                token = open;
            }
            return open;
        } finally {
            opening.unlock();
        }
    }

    /** Some libraries see a token again that was away only after they were started anew. */
    private HsmToken openAnew() {
        try {
            return HsmToken.open(settings);
        } catch (TokenException e) {
            boolean worthIt = e.reason() == Reason.UNAVAILABLE || e.reason() == Reason.TOKEN_MISSING;
            // The library must not be ended under another thread that is in it, be it for ever.
            if (!worthIt || inLibrary.get() > 0) {
                throw e;
            }
            Cryptoki.restart(settings);
            return HsmToken.open(settings);
        }
    }

    private void failed(TokenException e, @Nullable HsmToken used) {
        switch (e.reason()) {
            case PIN_WRONG, PIN_LOCKED -> {
                refusal.remember(e);
                become(TokenState.of(Condition.REFUSED, e));
            }
            case SLOW -> become(TokenState.of(Condition.SLOW, e));
            case RESTART_NEEDED -> become(TokenState.of(Condition.RESTART_NEEDED, e));
            case UNAVAILABLE, TOKEN_MISSING, LIBRARY_MISSING, MECHANISM_MISSING, PIN_MISSING -> {
                if (used == token) {
                    lose(e, used);
                    become(TokenState.of(Condition.LOST, e));
                }
            }
            case KEY_MISSING, TAMPERED -> {
                // The token works; it is the data that does not fit.
            }
        }
    }

    private void lose(TokenException e, @Nullable HsmToken used) {
        if (lost != e) {
            lostNs = System.nanoTime();
            lost = e;
        }
        token = null;
        if (used != null) {
            used.abandon();
        }
    }

    private synchronized void become(TokenState next) {
        TokenState before = state;
        state = next;
        if (before.usable() && !next.usable()) {
            LOG.log(Level.WARNING, () -> "the token is gone: " + next.reason());
            listeners.forEach(listener -> listener.tokenGone(next));
        } else if (!before.usable() && next.usable()) {
            LOG.log(Level.INFO, "the token is open");
            listeners.forEach(TokenListener::tokenBack);
        }
    }
}
