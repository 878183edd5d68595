package io.frontless.apikey.control;

import io.frontless.apikey.entity.ApiKeyRows;
import io.frontless.kernel.Actor;
import io.frontless.kernel.Rejection;
import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.RowMeter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The budgets of API keys, which begin anew with each day (UTC). Counted in the database and in the transaction that reads or changes: what does not fit
 * is neither answered nor done, and what is rolled back was not spent.
 */
@Dependent
public class RowBudgets implements RowMeter {

    private final ApiKeyRows rows;
    private final Clock clock;

    @Inject
    public RowBudgets(ApiKeyRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public void count(Caller caller, long read) {
        boolean counted = caller.actor().kind() == Actor.Kind.API_KEY && read > 0;
        if (counted && !rows.spend(caller.workspaceId(), caller.actor().id(), read)) {
            Instant now = clock.instant();
            throw Rejection.tooMuchFor(
                    Duration.between(now, now.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS)),
                    "rowsPerDay",
                    "a request within what is left of this API key's rows today; the budget begins anew at 0:00 UTC",
                    read + " more");
        }
    }
}
