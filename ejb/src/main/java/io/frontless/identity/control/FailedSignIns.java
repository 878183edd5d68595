package io.frontless.identity.control;

import io.frontless.event.control.RefusedAttempts;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.operation.OpenSession;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/**
 * Writes down in an account's own log that somebody could not prove to be its person. After the answer and not before: only known addresses have a log, and the time
 * of the answer must not tell which those are.
 */
@Stateless
public class FailedSignIns {

    @Inject
    RefusedAttempts refused;

    /** Notes one; for an address without an account there is nothing to write into. */
    @Asynchronous
    public void note(Person person, String what) {
        Rejection wrong = new Rejection(Reason.DENIED, what);
        refused.record(person.self(), OpenSession.NAME, wrong, null);
    }
}
