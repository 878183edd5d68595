package io.frontless.identity.control;

import io.frontless.identity.entity.ChallengeRows;
import io.frontless.kernel.Limits;
import io.frontless.vault.control.Digests;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;

/** What authenticators are given to sign: 256 random bits, good once, for some minutes, and for whoever asked. Called in no transaction. */
@Dependent
public class Challenges {

    private final ChallengeRows rows;
    private final Clock clock;

    @Inject
    public Challenges(ChallengeRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** Who asked. */
    public record Holder(String name) {

        /** Somebody who has not said who they are, by a token that only they were given. */
        static Holder stranger(String token) {
            return new Holder("stranger|" + token);
        }

        /** Somebody who still owes the second factor. */
        static Holder pending(String token) {
            return new Holder("pending|" + token);
        }

        /** A session, for one purpose. */
        static Holder session(UUID session, String purpose) {
            return new Holder("session|" + purpose + "|" + session);
        }
    }

    /** A new one, in base64url. */
    String issue(Holder holder) {
        String challenge = Digests.newToken();
        rows.add(hash(challenge), Digests.sha256(holder.name()), clock.instant(), Limits.CHALLENGE_LIFETIME);
        return challenge;
    }

    /** Uses one up, and answers whether it was this holder's and in time. */
    boolean use(String challenge, Holder holder) {
        return rows.use(hash(challenge), Digests.sha256(holder.name()), clock.instant());
    }

    private static byte[] hash(String challenge) {
        return Digests.sha256("challenge|" + challenge);
    }
}
