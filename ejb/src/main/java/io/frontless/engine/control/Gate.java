package io.frontless.engine.control;

import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;

/** The ceremony that a plan's risk demands before it is executed. */
final class Gate {

    private Gate() {}

    /**
     * Lets a plan pass, or refuses it: INVALID for a wrong confirmation, and as {@code approval} does where it is asked: for what nobody may do
     * alone.
     */
    static void admit(Assessment plan, Confirmation confirmation, Runnable approval) {
        switch (plan.risk()) {
            case REVERSIBLE -> {}
            case SCHEMA, BULK -> requireRows(plan, confirmation);
            case IRREVERSIBLE -> {
                approval.run();
                if (plan.rows() > 1) {
                    requireRows(plan, confirmation);
                }
            }
        }
        String hash = confirmation.hash();
        if (hash != null && !hash.equals(plan.hash())) {
            throw Rejection.conflict("hash", plan.hash(), hash);
        }
    }

    /** Lets pass what may be done without having been shown: one reversible change; CONFLICT for everything else. */
    static void admitUnseen(Assessment done) {
        if (done.risk() != Risk.REVERSIBLE) {
            throw new Rejection(
                    Reason.CONFLICT,
                    "this needs a plan, to be looked at and confirmed: it touches " + done.rows()
                            + " rows, its risk is " + done.risk());
        }
    }

    private static void requireRows(Assessment plan, Confirmation confirmation) {
        Long rows = confirmation.rows();
        if (rows == null || rows != plan.rows()) {
            throw Rejection.invalid(
                    "rows", plan.rows() + ", the number of rows that this plan touches, as confirmation", rows);
        }
    }
}
