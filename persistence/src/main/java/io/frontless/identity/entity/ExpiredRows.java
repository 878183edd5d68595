package io.frontless.identity.entity;

import io.frontless.workspace.entity.Lookups;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Removes what has expired long ago: sessions, mailed links, permits. The database alone says what that is. */
@Dependent
public class ExpiredRows {

    private final Lookups lookups;

    @Inject
    public ExpiredRows(Lookups lookups) {
        this.lookups = lookups;
    }

    /** Removes some and answers how many; 0 when none are left. */
    public long forget() {
        return lookups.first(row -> row.getLong(1), "select frontless.forget_expired()")
                .orElseThrow();
    }
}
