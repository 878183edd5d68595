package io.frontless.audit.control;

import io.frontless.engine.control.Execution;
import io.frontless.kernel.Actor;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;

/** What becomes of the log is decided by those who answer for all of the workspace. */
final class Owners {

    private Owners() {}

    /** Refuses everybody but a person who owns the workspace. */
    static void require(Execution execution, String does) {
        if (!execution.caller().access().isOwner() || execution.caller().actor().kind() != Actor.Kind.PERSON) {
            throw new Rejection(Reason.DENIED, "only an owner of this workspace " + does);
        }
    }
}
